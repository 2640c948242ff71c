import { atHeight, settle } from "./layers.ts";

// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const exp = Math.exp;
const min = Math.min;

const NODES = 10;
/** J/(L K) of water around 50 °C. */
const WATER = 4130;
/** The nodes with the coil, in its direction of flow. */
const COIL = [2, 1, 0] as const;
const HEATER_NODE = 5;
/** °C at the heater's own thermostat, which a controller cannot override. */
const CUT_OUT = 90;
const CUT_IN = 85;
/** W/(m K) vertically: water, and the steel around it. */
const CONDUCTIVITY = 0.9;

export interface TankDesign {
	/** L. */
	readonly volume: number;
	/** m. */
	readonly height: number;
	/** W/K to the room. */
	readonly leak: number;
	/** W/K of the whole coil at full flow. */
	readonly coil: number;
	/** W of the electric heater. */
	readonly heater: number;
}

/** A layered tank, bottom first: coil in the lower third, electric heater half way up, water main at the bottom. */
export class Tank {
	/** °C, bottom first. */
	readonly layers: Float64Array;
	/** J since the start: from the coil, from the heater, drawn off (relative to the water main), lost to the room. */
	fromCoil = 0;
	fromHeater = 0;
	drawn = 0;
	lost = 0;
	/** The coil's outlet as a function of its inlet, as in a `Row`; valid once the charge has begun. */
	outletAtZero = 0;
	through = 1;
	/** Share of the difference between fluid and water that remains after one node of the coil. */
	private passes = 1;
	private carried = 0;
	private readonly capacity: number;
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

	/** @param height cm above the bottom */
	at(height: number): number {
		return atHeight(this.layers, height, this.design.height * 100);
	}

	/**
	 * Prepares the coil for a step.
	 * @param carried W/K that the flow carries
	 * @param speed of the pump, 0 to 1
	 */
	beginCharge(carried: number, speed: number): void {
		this.outletAtZero = 0;
		this.carried = carried;
		if (carried === 0) {
			this.through = 0;
			return;
		}
		const coil = (this.design.coil * (0.4 + 0.6 * speed)) / COIL.length;
		this.passes = exp(-coil / carried);
		this.through = this.passes ** COIL.length;
		for (const node of COIL) this.outletAtZero = this.beyond(node, this.outletAtZero);
	}

	/** Finishes the step with the coil's inlet temperature. Gives its outlet temperature in °C. */
	charge(seconds: number, inlet: number): number {
		if (this.carried === 0) return this.outletAtZero;
		let fluid = inlet;
		for (const node of COIL) {
			const left = this.beyond(node, fluid);
			const given = seconds * this.carried * (fluid - left);
			this.warm(node, given);
			this.fromCoil += given;
			fluid = left;
		}
		return fluid;
	}

	/** Runs the electric heater for a step, unless its thermostat is open. */
	heatElectrically(seconds: number): void {
		const beside = this.layers[HEATER_NODE] ?? 0;
		this.tripped = this.tripped ? beside > CUT_IN : beside >= CUT_OUT;
		if (this.tripped) return;
		this.warm(HEATER_NODE, seconds * this.design.heater);
		this.fromHeater += seconds * this.design.heater;
	}

	/** Draws water from the top. The same amount enters at the bottom at `cold` °C. */
	draw(litres: number, cold: number): void {
		const share = min((litres * NODES) / this.design.volume, 1);
		this.drawn += share * this.capacity * (this.top - cold);
		for (let node = NODES - 1; node > 0; node--) this.blend(node, this.layers[node - 1] ?? 0, share);
		this.blend(0, cold, share);
	}

	/** Lets heat flow up, down and out for a step, then lets warm water rise. */
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

	/** °C of the fluid after this node of the coil, if it enters at `fluid` °C. */
	private beyond(node: number, fluid: number) {
		const water = this.layers[node] ?? 0;
		return water + (fluid - water) * this.passes;
	}

	private blend(node: number, entering: number, share: number) {
		const layer = this.layers[node] ?? 0;
		this.layers[node] = layer + share * (entering - layer);
	}

	private warm(node: number, joules: number) {
		this.layers[node] = (this.layers[node] ?? 0) + joules / this.capacity;
	}
}
