import type { Effect } from "#control/settle.ts";
import type { Changed, Device, Image, Written } from "#model/plant/device.ts";
import { fault } from "#model/plant/fault.ts";
import { energised, loadOf, restOf } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { type Instant, OFF, type Percent, seconds, since } from "#model/quantities/units.ts";

/** An image that stands is written again this often, so that a board that lost it gets it back. */
const AGAIN = seconds(30);

/** ms that a first try at rest may take for a second one to be made: a stop has to end in time. */
const ONCE_MORE_WITHIN = 1500;

/** An opened device with what hangs on it. */
export interface Bus {
	readonly id: string;
	readonly device: Device;
}

/** One relay board: knows its last image, and when it was last written for sure. */
export class Board {
	readonly id: string;
	readonly outputs: readonly Output[];
	readonly #device: Device;
	readonly #now: () => Instant;
	#loads: readonly Percent[];
	#effects: readonly Effect[] = [];
	/** Whether the last write went well; when a whole image was last written well, and in which of the device's lives. */
	#written = false;
	#whole: Instant | undefined;
	#life = 0;

	constructor(bus: Bus, outputs: readonly Output[], now: () => Instant, last: (output: Output) => Percent | undefined) {
		this.id = bus.id;
		this.#device = bus.device;
		this.outputs = outputs;
		this.#loads = outputs.map((o) => last(o) ?? OFF);
		this.#now = now;
	}

	async write(wants: readonly Percent[]): Promise<readonly Effect[]> {
		const loads = this.outputs.map((o) => wants[o.index] ?? OFF);
		const same = loads.every((load, i) => load === this.#loads[i]);
		const healthy = this.#device.health() === undefined && this.#device.returns === this.#life;
		const stands = healthy && this.#written && this.#whole !== undefined && since(this.#whole, this.#now()) < AGAIN;
		if (same && stands) return this.#effects;
		return this.#drive(loads, stands ? this.#changed(loads) : "all");
	}

	async rest(): Promise<readonly Effect[]> {
		const standing = this.outputs.some((o) => restOf(o) === undefined) ? await this.#device.coils() : undefined;
		return this.#drive(
			this.outputs.map((o, i) => {
				const coil = standing?.get(o.channel);
				return restOf(o) ?? (coil === undefined ? undefined : loadOf(o, coil)) ?? this.#loads[i] ?? OFF;
			}),
		);
	}

	/** The same before control ends: a lost board may be back, and would be found too late. */
	async lastRest(): Promise<readonly Effect[]> {
		const began = performance.now();
		const rested = await this.rest();
		const soon = performance.now() - began < ONCE_MORE_WITHIN;
		if (this.#device.health() === undefined || this.#device.retry === undefined || !soon) return rested;
		this.#device.retry();
		// What holds its state has been asked already, and takes its time again where the board does not answer.
		return this.#drive(this.#loads);
	}

	/** How the loads stand; undefined where the board cannot tell. */
	async look(): Promise<readonly Effect[] | undefined> {
		const coils = await this.#device.coils();
		return (
			coils &&
			this.outputs.map((o) => {
				const coil = coils.get(o.channel);
				return coil === undefined ? {} : { actual: loadOf(o, coil) };
			})
		);
	}

	unseen(): Effect {
		const why = this.#device.health();
		return why === undefined ? {} : { fault: why };
	}

	#changed(loads: readonly Percent[]): readonly string[] {
		return this.outputs.filter((_, i) => loads[i] !== this.#loads[i]).map((o) => o.channel);
	}

	async #drive(loads: readonly Percent[], changed: Changed = "all"): Promise<readonly Effect[]> {
		const image: Image = new Map(this.outputs.map((o, i) => [o.channel, energised(o, loads[i] ?? OFF)]));
		this.#loads = loads;
		this.#life = this.#device.returns;
		const written = await this.#device.write(image, changed);
		this.#effects = this.outputs.map((o, i) => effectOf(o, loads[i] ?? OFF, written));
		// One relay that did not move has the image written again in the next turn.
		this.#written = this.#effects.every(({ fault }) => fault === undefined);
		if (!this.#written) this.#whole = undefined;
		else if (changed === "all") this.#whole = this.#now();
		return this.#effects;
	}
}

/** What the board confirmed wins over what was written; a board that cannot tell is believed. */
function effectOf(output: Output, load: Percent, written: Written): Effect {
	if (written.kind === "failed") return { fault: written.fault };
	const coil = written.confirmed.get(output.channel);
	const own = written.faults?.get(output.channel);
	if (coil === undefined) return own === undefined ? { actual: load } : { fault: own };
	const running = loadOf(output, coil) > 0;
	const mismatch = running === load > 0 ? undefined : (own ?? fault("not_verified", { wanted: load }));
	return { actual: mismatch === undefined ? load : loadOf(output, coil), ...(mismatch && { fault: mismatch }) };
}
