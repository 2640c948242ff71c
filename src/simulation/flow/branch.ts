import { type PipeDesign, pipe } from "./pipe.ts";
import type { Row } from "./row.ts";
import type { Source } from "./source.ts";

/** J/(L K) of 40 % propylene glycol around 50 °C (Melinder); within 1 % from 20 to 80 °C. */
export const GLYCOL = 3850;

/** A source with its pipes. A check valve prevents natural circulation. */
export class Branch {
	readonly source: Source;
	/** From the source to the tanks, and back. */
	readonly down: Row;
	readonly up: Row;
	/** W/K that its flow carries in this step. */
	carried = 0;

	/** @param around °C around the pipes at the start */
	constructor(source: Source, design: PipeDesign, around: number) {
		this.source = source;
		this.down = pipe(design, GLYCOL, around);
		this.up = pipe(design, GLYCOL, around);
	}

	/** J above 0 °C in the fluid and the source. */
	get heat(): number {
		return this.source.heat + this.down.heat + this.up.heat;
	}
	/** J lost by the pipes since the start. */
	get leaked(): number {
		return this.down.leaked + this.up.leaked;
	}
	/** What reaches the tanks, by the source's inlet: `outletAtZero + through * inlet`. */
	get outletAtZero(): number {
		return this.down.outletAtZero + this.down.through * this.source.outletAtZero;
	}
	get through(): number {
		return this.source.through * this.down.through;
	}

	begin(seconds: number, outdoor: number, around: number): void {
		const { carried } = this;
		this.source.begin(seconds, carried, outdoor);
		this.down.begin(seconds, carried, around);
		this.up.begin(seconds, carried, around);
	}

	/** Finishes the source and the pipe to the tanks with the source's inlet temperature in °C. */
	flow(inlet: number): void {
		this.source.flow(inlet);
		this.down.flow(this.source.outlet);
	}
}
