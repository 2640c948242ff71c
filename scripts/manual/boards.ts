import type { Fate, Proof } from "#drivers/driver.ts";
import * as drivers from "#drivers/index.ts";
import { cell, table } from "./table.ts";

const FATE: Readonly<Record<Fate, string>> = {
	holds: "keeps its state",
	drops: "is released",
	drops_later: "is released when its time is up",
	unknown: "is not known",
};
const PROOF: Readonly<Record<Proof, string>> = {
	readback: "it is read back",
	ack: "it acknowledges",
	none: "nothing",
	asked: "it is read back, if it answers",
};

/** What becomes of the channels of each kind of board, from what their drivers declare. No load hangs on a simulated plant. */
export function boardsTable(): string {
	const real = Object.values(drivers).filter(({ scheme }) => scheme !== drivers.simulated.scheme);
	const rows = real.flatMap(({ scheme, conduct = [] }) =>
		conduct.map(({ board, proof, crash, hang, reboot, power_loss, remark }) => [
			cell(`${board} (\`${scheme}\`)${remark === undefined ? "" : `. ${remark}`}`),
			PROOF[proof],
			...[crash, hang, reboot, power_loss].map((fate) => FATE[fate]),
		]),
	);
	return table(["board", "what proves a switch", "app crashes", "computer hangs", "reboot", "power loss"], rows);
}
