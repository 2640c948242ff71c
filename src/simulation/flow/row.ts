/**
 * Nodes that a fluid passes one after another, each with heat capacity, heat loss and perhaps heat gain. The step is
 * implicit and upwind, so it is stable and accurate for any flow, including none. It is linear in the inlet temperature, so
 * the outlet is known as `outletAtZero + through * inlet` before the inlet is. Therefore a closed loop of rows can be
 * solved exactly, without losing heat between them. A step consists of `begin`, with `gained` and `leak` set for this step,
 * and `flow` with the inlet.
 */
export class Row {
	/** °C, in the direction of flow. */
	readonly temperatures: Float64Array;
	/** W into each node, and W/K from each to the surroundings. */
	readonly gained: Float64Array;
	readonly leak: Float64Array;
	/** J/K of one node. */
	readonly capacity: number;
	/** The outlet as a function of the inlet; valid once a step has begun. */
	outletAtZero = 0;
	through = 1;
	/** J lost to the surroundings since the start. */
	leaked = 0;
	private readonly base: Float64Array;
	private readonly share: Float64Array;
	private seconds = 0;
	private around = 0;

	constructor(nodes: number, capacity: number, temperature: number) {
		this.temperatures = new Float64Array(nodes).fill(temperature);
		this.base = new Float64Array(nodes);
		this.share = new Float64Array(nodes);
		this.gained = new Float64Array(nodes);
		this.leak = new Float64Array(nodes);
		this.capacity = capacity;
	}

	get outlet(): number {
		return this.temperatures[this.temperatures.length - 1] ?? 0;
	}

	get inlet(): number {
		return this.temperatures[0] ?? 0;
	}

	/** J above 0 °C. */
	get heat(): number {
		let sum = 0;
		for (const temperature of this.temperatures) sum += temperature;
		return sum * this.capacity;
	}

	/** Turns its direction of flow round. The fluid stays where it is. */
	turn(): void {
		this.temperatures.reverse();
	}

	/**
	 * @param carried W/K that the flow carries: mass flow times specific heat
	 * @param around °C of the surroundings
	 */
	begin(seconds: number, carried: number, around: number): void {
		const { temperatures, gained, leak, base, share, capacity } = this;
		let outlet = 0;
		let through = 1;
		for (let node = 0; node < temperatures.length; node++) {
			const loss = leak[node] ?? 0;
			const perHeat = 1 / (capacity + seconds * (carried + loss));
			const heat = capacity * (temperatures[node] ?? 0) + seconds * ((gained[node] ?? 0) + loss * around);
			const still = heat * perHeat;
			const part = seconds * carried * perHeat;
			base[node] = still;
			share[node] = part;
			outlet = still + part * outlet;
			through *= part;
		}
		this.outletAtZero = outlet;
		this.through = through;
		this.seconds = seconds;
		this.around = around;
	}

	/** Finishes the step with the inlet temperature in °C. */
	flow(inlet: number): void {
		const { temperatures, leak, base, share, around } = this;
		let temperature = inlet;
		let lost = 0;
		for (let node = 0; node < temperatures.length; node++) {
			temperature = (base[node] ?? 0) + (share[node] ?? 0) * temperature;
			temperatures[node] = temperature;
			lost += (leak[node] ?? 0) * (temperature - around);
		}
		this.leaked += this.seconds * lost;
	}
}
