import { Coil } from "./coil.ts";
import type { Tank } from "./tank.ts";

/** Node of the tank at which a second pump returns the water that it takes from the bottom. */
const RETURNS_AT = 5;

/**
 * A plate exchanger beside a tank. A second pump, which runs with the first, moves as much water as heat is carried by the
 * fluid, so that the two flows have the same heat capacity: a counterflow exchanger transfers NTU / (1 + NTU) of what it could.
 */
export class Plate extends Coil {
	private share = 0;
	private flowing = 0;
	private readonly store: Tank;
	private readonly transfers: number;

	/** @param conductance W/K */
	constructor(tank: Tank, conductance: number) {
		super(tank, conductance, [0]);
		this.store = tank;
		this.transfers = conductance;
	}

	override begin(carried: number): void {
		this.flowing = carried;
		if (carried === 0) {
			this.outletAtZero = 0;
			this.through = 0;
			return;
		}
		const units = (this.clean * this.transfers) / carried;
		this.share = units / (1 + units);
		this.through = 1 - this.share;
		this.outletAtZero = this.share * this.water;
	}

	override flow(seconds: number, inlet: number): number {
		if (this.flowing === 0) return this.outletAtZero;
		const { water } = this;
		const gained = this.share * (inlet - water);
		this.store.circulate(seconds, this.flowing, water + gained, RETURNS_AT);
		this.given += seconds * this.flowing * gained;
		return inlet - gained;
	}
}
