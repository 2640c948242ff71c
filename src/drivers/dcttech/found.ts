import type { FoundPlace } from "#model/plant/found.ts";
import { candidates, HID, type Hid, identified } from "./hid.ts";

/** The connected boards. Each is asked who it is, and nothing is written to it. */
export async function foundBoards(hid: Hid = HID): Promise<readonly FoundPlace[]> {
	return Promise.all((await candidates(hid.roots)).map((path) => foundAt(path, hid)));
}

async function foundAt(path: string, hid: Hid): Promise<FoundPlace> {
	const board = await identified(path, path, hid);
	if ("code" in board)
		return {
			kind: "board",
			at: path,
			likely: [{ what: "DCTTech USBRelay" }],
			state: { kind: "unreachable", fault: board },
		};
	await board.file.close();
	const named = /^[!-.0-~]{5}$/.test(board.serial);
	const device = named ? board.serial : path;
	const targets = Array.from({ length: board.relays }, (_, relay) => `dcttech:${device}/${relay + 1}`);
	const likely = [{ what: `DCTTech USBRelay${board.relays}`, sure: true as const, targets }];
	return { kind: "board", at: path, ...(named && { name: board.serial }), likely };
}
