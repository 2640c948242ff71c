import { type Fluid, USUAL } from "./fluid.ts";
import { type PipeDesign, pipe } from "./pipe.ts";
import type { Row } from "./row.ts";
import type { Source } from "./source.ts";

/** °C at which the fluid in pipes has the heat that counts for their capacity. */
const TYPICAL = 50;

/** A source with its pipes. A check valve prevents natural circulation, unless it leaks. */
export class Branch {
	readonly source: Source;
	/** From the source to the tanks, and back, as the fluid flows now. */
	down: Row;
	up: Row;
	/** W/K that its flow carries in this step. */
	carried = 0;
	/** J/(L K) of its fluid, now. */
	perLitre: number;
	/** L/h that flow backwards through the check valve while the pump rests and the tank is warm enough for it. */
	leak = 0;
	/** L/h that do so in this step. */
	drift = 0;
	/** Its pipes are mixed up, so that the pump drives the fluid backwards. */
	swapped = false;
	/** The fluid flows backwards: into the source where it usually leaves it. */
	turned = false;
	private readonly fluid: Fluid;

	/** @param around °C around the pipes at the start */
	constructor(source: Source, design: PipeDesign, around: number, fluid: Fluid = USUAL) {
		const heat = fluid.heat(TYPICAL);
		this.source = source;
		this.fluid = fluid;
		this.perLitre = heat;
		this.down = pipe(design, heat, around);
		this.up = pipe(design, heat, around);
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
	/** °C in the return pipe, where it leaves the tank. */
	get returning(): number {
		return this.turned ? this.down.outlet : this.up.inlet;
	}
	/** °C in the flow pipe, where it enters the tank. */
	get arriving(): number {
		return this.turned ? this.up.inlet : this.down.outlet;
	}

	/** Lets its fluid flow the other way from now on. What is in the pipes stays where it is. */
	turn(): void {
		const { down } = this;
		this.down = this.up;
		this.up = down;
		this.turned = !this.turned;
		for (const row of [this.down, this.up]) row.turn();
		this.source.turn?.();
	}

	/** Gives its fluid the heat of its present temperature. Whether that changed. */
	refresh(): boolean {
		if (!this.fluid.varies) return false;
		this.perLitre = this.fluid.heat((this.source.outlet + this.up.outlet) / 2);
		return true;
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
