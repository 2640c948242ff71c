import { openPty } from "./pty.ts";

/** Two serial ports joined by a cable, for two programs that are not of this process. */
export interface Cable {
	readonly left: string;
	readonly right: string;
	close(): void;
}

export function openCable(): Cable {
	const [left, right] = [openPty(), openPty()];
	left.onData((bytes) => right.write(bytes));
	right.onData((bytes) => left.write(bytes));
	return {
		left: left.path,
		right: right.path,
		close() {
			left.close();
			right.close();
		},
	};
}
