import type { Machine } from "#app/machine.ts";

const WIDTH = 30;
/** Moves to the start of the line and clears it. */
const AGAIN = "\r\u001b[K";

/** How far a long command is, on a terminal; nothing where the output goes elsewhere. */
export class ProgressBar {
	private readonly machine: Pick<Machine, "err" | "terminal">;
	private shown = -1;

	constructor(machine: Pick<Machine, "err" | "terminal">) {
		this.machine = machine;
	}

	/** @param done 0 to 1 */
	show(done: number): void {
		const percent = Math.floor(done * 100);
		if (!this.machine.terminal || percent === this.shown) return;
		this.shown = percent;
		const full = Math.round(done * WIDTH);
		this.machine.err.write(`${AGAIN}${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${percent} %`);
	}

	/** Clears its line. */
	end(): void {
		if (this.machine.terminal && this.shown >= 0) this.machine.err.write(AGAIN);
	}
}
