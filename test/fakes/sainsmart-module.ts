import { PtyBoard } from "./pty-board.ts";

/** A SainSmart module: Modbus ASCII for unit FE. Some echo what they take, some answer questions, some say nothing. */
export class SainsmartModule extends PtyBoard {
	protected listen() {
		const lines = this.input.split("\r\n");
		this.input = lines.pop() ?? "";
		for (const line of lines) this.#understand(line.slice(line.indexOf(":") + 1));
	}

	#understand(line: string) {
		this.heard.push(line);
		const bytes = [...Buffer.from(line, "hex")];
		// The sum over a whole frame is 0 by Modbus' own rule.
		if ((sumOf(bytes) & 0xff) !== 0 || bytes[0] !== 0xfe) return;
		const [, what, , relay = 0, state] = bytes;
		if (what === 5 && this.set(relay + 1, state === 0xff) && this.faults.takes) this.say(`:${line}\r\n`);
		if (what !== 1) return;
		const states = this.coils.reduce((sum, on, coil) => sum + (on ? 2 ** coil : 0), 0);
		const body = [0xfe, 1, 2, states & 0xff, states >> 8];
		const frame = Buffer.from([...body, (256 - (sumOf(body) & 0xff)) & 0xff]);
		this.answer(`:${frame.toString("hex").toUpperCase()}\r\n`);
	}
}

const sumOf = (bytes: number[]) => bytes.reduce((sum, byte) => sum + byte, 0);
