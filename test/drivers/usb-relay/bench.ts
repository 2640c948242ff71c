import { readdirSync, readlinkSync, realpathSync } from "node:fs";
import { afterEach } from "@jest/globals";
import { RelayBoard } from "#drivers/bus/relay/board.ts";
import type { Device, Image } from "#drivers/driver.ts";
import { codec } from "#drivers/usb-relay/codec.ts";
import { usbRelay } from "#drivers/usb-relay/usb-relay.ts";
import { instant } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { LcusBoard } from "../../fakes/lcus-board.ts";
import { patient } from "../bus/relay-bench.ts";

const opened: { close(): unknown }[] = [];
afterEach(async () => {
	for (const thing of opened.splice(0).reverse()) await thing.close();
});

export const aBoard = (temper: ConstructorParameters<typeof LcusBoard>[0] = {}) => {
	const board = new LcusBoard(temper);
	opened.push(board);
	return board;
};
interface Options {
	channels?: string[];
	gap?: number;
	read_back?: "auto" | "never";
}
export const open = (path: string, { channels = ["1", "2"], ...options }: Options = {}) => {
	const notices: Notice[] = [];
	const device = usbRelay.open(path, channels, usbRelay.options.parse(options), {
		tell: (notice) => void notices.push(notice),
		now: () => instant(0),
	});
	opened.push(device);
	return { device, notices };
};
/** The same with deadlines that no busy machine reaches: for a board that answers. A board in memory keeps the usual ones. */
export const openBoard = (board: LcusBoard, { channels = ["1", "2"], ...options }: Options = {}) => {
	const { path: device, connect } = board;
	const notices: Notice[] = [];
	const relays = new RelayBoard({
		...{ identity: "a board", device, channels, codec: connect ? codec : patient(codec) },
		...{ manner: usbRelay.options.parse(options), ports: { tell: (notice) => void notices.push(notice) } },
		...(connect && { connect }),
	});
	opened.push(relays);
	return { device: relays, notices };
};
export const image = (coils: Record<number, boolean>): Image => new Map(Object.entries(coils));
/** The board has been asked whether it can be read back, and what it heard of that is forgotten. */
export const settled = async (device: Device, board: LcusBoard) => {
	await device.readBack();
	await until(() => board.heard.length >= 2 || device.verify === "none");
	board.take();
};
export const until = async (so: () => unknown, within = 60_000) => {
	const end = performance.now() + within;
	while (!so()) {
		if (performance.now() > end) throw new Error("It never came to be so");
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
};

/** How often this process has the file open that this path leads to. */
export const timesOpen = (path: string): number => {
	const file = realpathSync(path);
	return readdirSync("/proc/self/fd").filter((fd) => {
		try {
			return readlinkSync(`/proc/self/fd/${fd}`) === file;
		} catch {
			// Closed since the folder was read.
			return false;
		}
	}).length;
};
