import { Row } from "../flow/row.ts";
import type { Irradiance } from "../weather/irradiance.ts";

// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const abs = Math.abs;
const max = Math.max;

const NODES = 5;

/** What a collector's test report states (EN ISO 9806), per m² of the area it was tested on. */
export interface CollectorType {
	/** Share of the irradiance that is absorbed at ambient temperature. */
	readonly eta0: number;
	/** W/(m² K). */
	readonly a1: number;
	/** W/(m² K²). */
	readonly a2: number;
	/** J/(m² K), including the fluid. */
	readonly capacity: number;
	/** Loss at an angle: K = 1 - b0 (1/cos θ - 1). */
	readonly b0: number;
	/** The modifier for diffuse light. */
	readonly diffuse: number;
}

/** A flat plate between two certified ones, including its fluid. */
export const FLAT_PLATE: CollectorType = { eta0: 0.78, a1: 3.5, a2: 0.015, capacity: 7000, b0: 0.16, diffuse: 0.91 };
/** A certified flat plate (Solar Keymark certificate of the Ebner EASYSTAR), on its gross area. */
export const EASYSTAR: CollectorType = { eta0: 0.75, a1: 3.27, a2: 0.016, capacity: 5580, b0: 0.25, diffuse: 0.91 };

/** °C at which the fluid turns to steam and blocks the flow until it has condensed, at the usual pressure. */
const BOILS_AT = 130;
const CONDENSES_BELOW = 110;

/** A collector field in the direction of flow. Without flow it stagnates by the same equations. */
export class Collector {
	readonly row: Row;
	/** J absorbed, and J lost to the air, since the start. */
	absorbed = 0;
	lost = 0;
	/** Full of steam, so nothing flows. */
	boiling = false;
	/** Shares of the usual light on the glass, of the area and of the losses. A fault changes them. */
	light = 1;
	works = 1;
	loses = 1;
	/** m² of one node. */
	private readonly area: number;
	private readonly type: CollectorType;

	constructor(type: CollectorType, area: number, temperature: number) {
		this.type = type;
		this.area = area / NODES;
		this.row = new Row(NODES, type.capacity * this.area, temperature);
	}

	/** Prepares a step: seconds, W/K carried by the flow, the sun, and the outdoor temperature in °C. */
	begin(seconds: number, carried: number, sun: Irradiance, outdoor: number): void {
		const { a1, a2 } = this.type;
		const { temperatures, gained, leak } = this.row;
		const area = this.area * this.works;
		const taken = area * this.light * takenUp(this.type, sun);
		let bends = 0;
		for (let node = 0; node < NODES; node++) {
			const over = (temperatures[node] ?? 0) - outdoor;
			// The loss grows with the square of `over`. Within a step its tangent is used.
			const bend = area * this.loses * a2 * over * abs(over);
			leak[node] = area * this.loses * (a1 + 2 * a2 * abs(over));
			gained[node] = taken + bend;
			bends += bend;
		}
		this.row.begin(seconds, carried, outdoor);
		this.lost -= seconds * bends;
		this.absorbed += seconds * taken * NODES;
	}

	/** Finishes the step with the inlet temperature in °C. */
	flow(inlet: number): void {
		this.lost -= this.row.leaked;
		this.row.flow(inlet);
		this.lost += this.row.leaked;
		const hottest = this.row.outlet;
		this.boiling = this.boiling ? hottest >= CONDENSES_BELOW : hottest > BOILS_AT;
	}
}

/** W absorbed per m² of a collector at ambient temperature. */
export const takenUp = (type: CollectorType, sun: Irradiance): number => {
	const slant = sun.incidence > 0.01 ? max(1 - type.b0 * (1 / sun.incidence - 1), 0) : 0;
	return type.eta0 * (slant * sun.beam + type.diffuse * sun.diffuse);
};
