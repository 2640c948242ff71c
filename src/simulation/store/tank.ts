import { TAP } from "./draw-off.ts";
import { atHeight, settle } from "./layers.ts";

// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const min = Math.min;

const NODES = 10;
/** J/(L K) of water around 50 °C. */
const WATER = 4130;
const HEATER_NODE = 5;
/** °C at the heater's own thermostat, which a controller cannot override. */
const CUT_OUT = 90;
const CUT_IN = 85;
/** W/(m K) vertically: water, and the steel around it. */
const CONDUCTIVITY = 0.9;

/** cm. Height of the tank sensor that charging uses, beside the coil. */
export const REFERENCE_HEIGHT = 10;

export interface TankDesign {
	/** L. */
	readonly volume: number;
	/** m. */
	readonly height: number;
	/** W/K to the room. */
	readonly leak: number;
}

/** A layered tank, bottom first: electric heater half way up, water main at the bottom. Coils are in `coil.ts`. */
export class Tank {
	/** °C, bottom first. */
	readonly layers: Float64Array;
	/** J since the start: from the heater, drawn off (relative to the water main), given to circuits, lost around it. */
	fromHeater = 0;
	drawn = 0;
	given = 0;
	lost = 0;
	/** J by which drawn water was colder than people want it, and L of such water. */
	short = 0;
	cold = 0;
	/** J/K of one node. */
	readonly capacity: number;
	private readonly conduction: number;
	private readonly design: TankDesign;
	private tripped = false;

	constructor(design: TankDesign, bottom: number, top: number) {
		this.design = design;
		this.capacity = (design.volume * WATER) / NODES;
		const section = design.volume / 1000 / design.height;
		this.conduction = (CONDUCTIVITY * section) / (design.height / NODES);
		this.layers = Float64Array.from({ length: NODES }, (_, node) => bottom + ((top - bottom) * node) / (NODES - 1));
	}

	/** J above 0 °C. */
	get heat(): number {
		let sum = 0;
		for (const layer of this.layers) sum += layer;
		return sum * this.capacity;
	}

	get top(): number {
		return this.layers[NODES - 1] ?? 0;
	}

	/** °C. @param height cm above the bottom */
	at(height: number): number {
		return atHeight(this.layers, height, this.design.height * 100);
	}

	/** Runs the electric heater for a step with this power in W, unless its thermostat is open. */
	heatElectrically(seconds: number, power: number): void {
		const beside = this.layers[HEATER_NODE] ?? 0;
		this.tripped = this.tripped ? beside > CUT_IN : beside >= CUT_OUT;
		if (this.tripped) return;
		this.warm(HEATER_NODE, seconds * power);
		this.fromHeater += seconds * power;
	}

	/** Draws water from the top. The same amount enters at the bottom at `cold` °C. */
	draw(litres: number, cold: number): void {
		const share = min((litres * NODES) / this.design.volume, 1);
		this.drawn += share * this.capacity * (this.top - cold);
		if (this.top < TAP) {
			this.short += share * this.capacity * (TAP - this.top);
			this.cold += (share * this.design.volume) / NODES;
		}
		this.push(share, cold);
	}

	/**
	 * Lets a circuit take water from the top for a step and return it at the bottom.
	 * @param carried W/K, at most what one node holds
	 */
	give(seconds: number, carried: number, back: number): void {
		const share = (seconds * carried) / this.capacity;
		this.given += seconds * carried * (this.top - back);
		this.push(share, back);
	}

	/**
	 * Takes water from the bottom for a step and returns it at a node with another temperature.
	 * @param carried W/K, at most what one node holds
	 */
	circulate(seconds: number, carried: number, entering: number, node: number): void {
		const share = (seconds * carried) / this.capacity;
		for (let below = 0; below < node; below++) this.blend(below, this.layers[below + 1] ?? 0, share);
		this.blend(node, entering, share);
	}

	/** Heats a node. */
	warm(node: number, joules: number): void {
		this.layers[node] = (this.layers[node] ?? 0) + joules / this.capacity;
	}

	/** Lets heat flow up, down and out for a step, then lets warm water rise. `room` is in °C. */
	rest(seconds: number, room: number): void {
		const { layers, capacity } = this;
		const leak = (seconds * this.design.leak) / NODES;
		let lost = 0;
		let layer = layers[0] ?? 0;
		let fromBelow = 0;
		for (let node = 0; node < NODES; node++) {
			const above = node + 1 < NODES ? (layers[node + 1] ?? 0) : layer;
			const out = leak * (layer - room);
			const up = seconds * this.conduction * (layer - above);
			layers[node] = layer + (fromBelow - up - out) / capacity;
			lost += out;
			fromBelow = up;
			layer = above;
		}
		this.lost += lost;
		settle(this.layers);
	}

	/** Moves all water up by this share of a node. */
	private push(share: number, entering: number) {
		for (let node = NODES - 1; node > 0; node--) this.blend(node, this.layers[node - 1] ?? 0, share);
		this.blend(0, entering, share);
	}

	private blend(node: number, entering: number, share: number) {
		const layer = this.layers[node] ?? 0;
		this.layers[node] = layer + share * (entering - layer);
	}
}
