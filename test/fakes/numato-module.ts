import { PtyBoard } from "./pty-board.ts";

/** A Numato module: echoes a line, answers it, and prompts. Small ones do not know `readall`. */
export class NumatoModule extends PtyBoard {
	protected listen() {
		const lines = this.input.split("\r");
		this.input = lines.pop() ?? "";
		for (const line of lines) this.#understand(line);
	}

	#understand(line: string) {
		this.heard.push(line);
		const [, verb, what = ""] = line.split(" ");
		const relay = Number.parseInt(what, 36) + 1;
		if (/^relay (?:on|off) [0-9A-V]$/.test(line)) this.set(relay, verb === "on");
		this.answer(`${line}\n\r${this.#said(line, relay)}>`);
	}

	#said(line: string, relay: number): string {
		if (line === "relay readall" && this.faults.all) return `${this.#states()}\n\r`;
		const on = /^relay read [0-9A-V]$/.test(line) ? this.coils[relay - 1] : undefined;
		return on === undefined ? "" : `${on ? "on" : "off"}\n\r`;
	}

	#states(): string {
		const states = this.coils.reduce((sum, on, relay) => sum + (on ? 2 ** relay : 0), 0);
		return states.toString(16).padStart(Math.max(2, this.coils.length / 4), "0");
	}
}
