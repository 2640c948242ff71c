import { join } from "node:path";
import { BACKUPS } from "../../../src/app/broker/folder.ts";
import type { Debian } from "../machine/debian.ts";

const CUT = join(import.meta.dirname, "cut.ts");
const DISKS = join(import.meta.dirname, "disks.ts");

export interface Cut {
	/** What was done, or about to be. */
	readonly point: string;
	/** A change was noted as under way. */
	readonly noted: boolean;
	/** After the power came back and some command ran: everything is as it was before. */
	readonly mended: boolean;
}

/**
 * The disks that a power cut would leave behind, one for each step of a command that changes them: whether the broker starts
 * with it, and whether the next command puts everything back.
 */
export async function disks(
	machine: Debian,
	command: string,
	options = "",
): Promise<readonly (Cut & { starts: boolean })[]> {
	const { code, out, err } = await machine.run(process.execPath, DISKS, machine.restartWith, command, options);
	if (code !== 0) throw new Error(`${out}\n${err}`);
	return out.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
}

/**
 * Hardens the broker again and again, with the power cut at every step that changes the disk, and starts the broker after each
 * with what lies there then; throws where it does not start. The last run is whole.
 */
export async function cuts(machine: Debian): Promise<readonly Cut[]> {
	const all: { point: string; noted: boolean }[] = [];
	const was: string[] = [];
	for (let nth = 1; ; nth++) {
		const args = [CUT, String(nth), machine.restartWith];
		const { code, out, err } = await machine.run(process.execPath, ...args);
		was.push(/^was (\S+)$/m.exec(out)?.[1] ?? err);
		if (code === 0) break;
		if (code !== 1 || !/^\d+ /.test(lastOf(out))) throw new Error(`${out}\n${err}`);
		all.push({ point: lastOf(out), noted: machine.has(`${BACKUPS}/under-way`) });
		await machine.killBroker();
		await machine.startBroker();
	}
	return all.map((cut, nth) => ({ ...cut, mended: was[nth + 1] === was[0] }));
}

const lastOf = (out: string) => out.trimEnd().split("\n").at(-1) ?? "";
