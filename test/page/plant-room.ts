import { rmSync, symlinkSync } from "node:fs";
import { LcusBoard } from "../fakes/lcus-board.ts";
import { SerialMachine } from "../fakes/serial-machine.ts";
import { FakeW1 } from "../fakes/w1.ts";

/** Ids of three sensors: at the collector, at the tank, and one that is not mounted. */
export const [ROOF, STORE, SPARE] = ["28-000000000107", "28-000000000108", "28-000000000002"];

/** The hardware of a plant that is not set up yet: a 1-Wire bus in real files, and a relay board on a pseudo-terminal. */
export class PlantRoom {
	readonly w1 = new FakeW1();
	readonly board = new LcusBoard({ relays: 2 });
	readonly #machine = new SerialMachine();

	constructor() {
		const node = this.#machine.plug("1.2", "ttyUSB0", { vendor: "1a86", product: "7523", name: "USB Serial" });
		rmSync(node);
		symlinkSync(this.board.path, node);
	}

	/** Sensors as on a spring morning. The collector is 10.8 K warmer than the tank. */
	furnish(): void {
		this.w1.set(ROOF, 46.4);
		this.w1.set(STORE, 35.6);
		this.w1.set(SPARE, 21.4);
	}

	/** Where the system's folders are. */
	get roots() {
		return this.#machine.roots;
	}

	close(): void {
		this.w1.close();
		this.board.close();
		this.#machine.close();
	}
}
