import { hex, PtyBoard } from "./pty-board.ts";

/** A KMTronic board, by the maker's command list: those with four and eight relays answer other questions than small ones. */
export class KmtronicBoard extends PtyBoard {
	protected listen() {
		// A frame begins with FF, which is no relay and no state.
		for (let found = FRAME.exec(this.input); found; found = FRAME.exec(this.input)) {
			this.input = this.input.slice(found.index + 3);
			this.#understand([...Buffer.from(found[0], "latin1")]);
		}
	}

	#understand(frame: number[]) {
		this.heard.push(hex(frame));
		const [, relay = 0, what] = frame;
		const small = this.coils.length <= 2;
		if (what === 0 || what === 1) this.set(relay, what === 1);
		if (!small && relay === 9 && what === 0) this.answer(text(this.coils.map(Number)));
		if (small && what === 3 && relay <= this.coils.length)
			this.answer(text([0xff, relay, Number(this.coils[relay - 1])]));
	}
}

const FRAME = /\xff[^\xff]{2}/;
const text = (bytes: number[]) => Buffer.from(bytes).toString("latin1");
