import { Collector } from "./collector.ts";
import type { PlantDesign } from "./design.ts";
import type { Irradiance } from "./irradiance.ts";
import { pipe } from "./pipe.ts";
import type { Row } from "./row.ts";
import type { Tank } from "./tank.ts";

// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const max = Math.max;

/** J/(L K) of 40 % propylene glycol around 50 °C (Melinder); within 1 % from 20 to 80 °C. */
const GLYCOL = 3850;
/** Least share of its speed at which a pump turns. */
const SLOWEST = 0.3;

/** The solar circuit: collector, pipe down, coil in the tank, pipe up. A check valve prevents natural circulation. */
export class Loop {
	readonly collector: Collector;
	readonly down: Row;
	readonly up: Row;
	private readonly tank: Tank;
	/** W/K that the flow carries at full speed. */
	private readonly full: number;

	/**
	 * @param outdoor °C at the start
	 * @param around °C around the pipes at the start
	 */
	constructor(design: PlantDesign, tank: Tank, outdoor: number, around: number) {
		this.collector = new Collector(design.collector, design.collector_area, outdoor);
		this.down = pipe(design.pipe, GLYCOL, around);
		this.up = pipe(design.pipe, GLYCOL, around);
		this.tank = tank;
		this.full = (design.collector_area * design.flow * GLYCOL) / 3600;
	}

	/** J in the fluid and the collector above 0 °C. */
	get heat(): number {
		return this.collector.row.heat + this.down.heat + this.up.heat;
	}

	/** A step with the pump at `speed`, 0 to 1. */
	step(seconds: number, speed: number, sun: Irradiance, outdoor: number, around: number): void {
		const { collector, down, up, tank } = this;
		const turning = speed > 0 ? max(speed, SLOWEST) : 0;
		const carried = collector.boiling ? 0 : turning * this.full;
		collector.begin(seconds, carried, sun, outdoor);
		down.begin(seconds, carried, around);
		tank.beginCharge(carried, turning);
		up.begin(seconds, carried, around);

		collector.flow(this.collectorInlet());
		down.flow(collector.row.outlet);
		up.flow(tank.charge(seconds, down.outlet));
	}

	/** The inlet temperature of the collector: the one for which the circuit is closed. */
	private collectorInlet() {
		const { down, tank, up } = this;
		const { row } = this.collector;
		const afterPipe = down.outletAtZero + down.through * row.outletAtZero;
		const afterCoil = tank.outletAtZero + tank.through * afterPipe;
		const back = up.outletAtZero + up.through * afterCoil;
		return back / (1 - row.through * down.through * tank.through * up.through);
	}
}
