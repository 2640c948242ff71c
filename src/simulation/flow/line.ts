import type { Coil } from "../store/coil.ts";
import type { Branch } from "./branch.ts";
import type { Pump } from "./pump.ts";
import type { Valve } from "./valve.ts";

/** A coil, and how much flows through it in this step. */
export class Port {
	readonly coil: Coil;
	/** L/h for which the coil is made. */
	readonly litres: number;
	/** W/K. */
	carried = 0;
	/** Share of the full flow. */
	speed = 0;
	/** °C of the fluid that leaves it. */
	outlet = 0;

	constructor(coil: Coil, litres: number) {
		this.coil = coil;
		this.litres = litres;
	}

	begin(): void {
		this.coil.begin(this.carried, this.speed);
	}
}

/** A circuit: a branch and a coil that a pump joins while the valves stand right. */
export interface Line {
	readonly id: string;
	readonly branch: Branch;
	readonly port: Port;
	readonly pump: Pump;
	readonly valves: readonly { readonly valve: Valve; readonly position: number }[];
	/** L/h at full speed that the pump moves through this branch. */
	readonly litres: number;
}
