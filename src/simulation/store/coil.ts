import type { Tank } from "./tank.ts";

// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const exp = Math.exp;

/** Nodes of the tank that a coil passes, in its direction of flow. */
export const LOWER_COIL: readonly number[] = [2, 1, 0];
export const UPPER_COIL: readonly number[] = [6, 5, 4];

/**
 * A heat exchanger in a tank. Within a step it sees the water as it was at the beginning, so that its outlet is known as
 * `outletAtZero + through * inlet`, as that of a `Row`.
 */
export class Coil {
	outletAtZero = 0;
	through = 1;
	/** J given to the tank since the start. */
	given = 0;
	/** Share of its conductance that scale leaves. */
	clean = 1;
	/** The fluid flows through it from below. */
	turned = false;
	private readonly tank: Tank;
	private readonly conductance: number;
	private readonly forwards: readonly number[];
	private readonly backwards: readonly number[];
	/** °C of the water around each node, at the beginning of the step. */
	private readonly waters: Float64Array;
	/** Share of the difference between fluid and water that remains after one node. */
	private passes = 1;
	private carried = 0;

	/** @param conductance W/K of the whole coil at full flow */
	constructor(tank: Tank, conductance: number, nodes: readonly number[] = LOWER_COIL) {
		this.tank = tank;
		this.conductance = conductance;
		this.forwards = nodes;
		this.backwards = nodes.toReversed();
		this.waters = new Float64Array(nodes.length);
	}

	/** °C of the water around its upper end. */
	get water(): number {
		return this.tank.layers[this.forwards[0] ?? 0] ?? 0;
	}
	private get nodes(): readonly number[] {
		return this.turned ? this.backwards : this.forwards;
	}

	/**
	 * Prepares a step.
	 * @param carried W/K that the flow carries
	 * @param speed of the flow: 1 is full
	 */
	begin(carried: number, speed: number): void {
		this.outletAtZero = 0;
		this.carried = carried;
		if (carried === 0) {
			this.through = 0;
			return;
		}
		const { nodes, waters, tank } = this;
		this.passes = exp(-((this.clean * this.conductance * (0.4 + 0.6 * speed)) / nodes.length) / carried);
		this.through = this.passes ** nodes.length;
		for (let at = 0; at < nodes.length; at++) {
			waters[at] = tank.layers[nodes[at] ?? 0] ?? 0;
			this.outletAtZero = this.beyond(at, this.outletAtZero);
		}
	}

	/** Finishes the step with the inlet temperature. Gives the outlet temperature in °C. */
	flow(seconds: number, inlet: number): number {
		if (this.carried === 0) return this.outletAtZero;
		let fluid = inlet;
		for (let at = 0; at < this.nodes.length; at++) {
			const left = this.beyond(at, fluid);
			const given = seconds * this.carried * (fluid - left);
			this.tank.warm(this.nodes[at] ?? 0, given);
			this.given += given;
			fluid = left;
		}
		return fluid;
	}

	/** °C of the fluid after this node, if it enters at `fluid` °C. */
	private beyond(at: number, fluid: number) {
		const water = this.waters[at] ?? 0;
		return water + (fluid - water) * this.passes;
	}
}
