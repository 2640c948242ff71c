import type { Effect } from "#control/machinery/settle.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { Changed, Device, Image, Written } from "#model/plant/device.ts";
import { fault } from "#model/plant/fault.ts";
import { confirms, driveOf, loadOf, restOf } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { FULL, type Instant, OFF, type Percent, seconds, since } from "#model/quantities/units.ts";
import { type AcceptedBefore, heaterFinding, type Permission, permission } from "./heaters.ts";

/** An unchanged image is written again this often, in case the board lost it. */
const AGAIN = seconds(30);

/** ms. If the first attempt to rest took longer, there is no second one, because a stop must end in time. */
const ONCE_MORE_WITHIN = 1500;

const NONE: ReadonlySet<string> = new Set();

/** An opened device with its sensors and outputs. */
export interface Bus {
	readonly id: string;
	readonly device: Device;
}

/** What a board is told of earlier times, and the running time. */
export interface Past {
	readonly now: () => Instant;
	/** The last known state of an output, for outputs that hold their state on boards that cannot tell. */
	readonly last?: (output: Output) => Percent | undefined;
	readonly before?: AcceptedBefore;
}

/** One board of relays or levels. Remembers its last image, and when that was last confirmed. */
export class Board {
	readonly id: string;
	readonly outputs: readonly Output[];
	readonly #device: Device;
	readonly #now: () => Instant;
	#loads: readonly Percent[];
	#effects: readonly Effect[] = [];
	#last: Written = { kind: "done", confirmed: new Map() };
	/** Whether the last write succeeded; when a whole image last did; and the device's reopen count at that time. */
	#written = false;
	#whole: Instant | undefined;
	#life = 0;
	readonly #before: AcceptedBefore;
	/** Heaters that may not run, or not without a word about it, as of the last write. */
	#permissions: readonly Permission[] = [];

	constructor(bus: Bus, outputs: readonly Output[], { now, last = () => undefined, before = () => false }: Past) {
		this.id = bus.id;
		this.#device = bus.device;
		this.outputs = outputs;
		this.#loads = outputs.map((o) => last(o) ?? OFF);
		this.#now = now;
		this.#before = before;
	}

	async write(wants: readonly Percent[]): Promise<readonly Effect[]> {
		const wanted = this.outputs.map((o) => possible(o, wants[o.index] ?? OFF));
		const loads = wanted.map((load, i) => this.#permitted(i, load));
		const effects = await this.#changedTo(loads);
		if (this.#device.health() === undefined) this.#permissions = this.outputs.map((o) => this.#permission(o));
		return effects.map((effect, i) =>
			this.#permissions[i] === "refused" && wanted[i] !== OFF && effect.fault === undefined
				? { ...effect, fault: fault("unproven") }
				: effect,
		);
	}

	/** What their owners have to know of heaters. */
	findings(): readonly Finding[] {
		return this.outputs.flatMap((o, i) => heaterFinding(o, this.#permissions[i] ?? "may"));
	}

	#permission(output: Output): Permission {
		return permission(output, this.#device, this.#before);
	}

	#permitted(i: number, load: Percent): Percent {
		const output = this.outputs[i];
		return output !== undefined && this.#permission(output) === "refused" ? OFF : load;
	}

	async #changedTo(loads: readonly Percent[]): Promise<readonly Effect[]> {
		const same = loads.every((load, i) => load === this.#loads[i]);
		const healthy = this.#device.health() === undefined && this.#device.returns === this.#life;
		const stands = healthy && this.#written && this.#whole !== undefined && since(this.#whole, this.#now()) < AGAIN;
		// A command to a device beyond a network lasts only for a while. It knows what to renew.
		if (this.#device.deadMan !== undefined) return this.#drive(loads);
		if (same && stands) return this.#effects;
		return this.#drive(loads, stands ? this.#changed(loads) : "all");
	}

	async rest(): Promise<readonly Effect[]> {
		const standing = this.outputs.some((o) => restOf(o) === undefined) ? await this.#device.readBack() : undefined;
		return this.#drive(
			this.outputs.map((o, i) => restOf(o) ?? possible(o, loadIn(standing, o) ?? this.#loads[i] ?? OFF)),
		);
	}

	/**
	 * Rests the outputs before control ends. What is not at rest is told once more, whatever the reason. A lost board is looked for at
	 * once, because waiting would find it too late.
	 */
	async lastRest(): Promise<readonly Effect[]> {
		const began = performance.now();
		await this.rest();
		const rested = await this.#lastEffects();
		const soon = performance.now() - began < ONCE_MORE_WITHIN;
		if (rested.every(({ fault }) => fault === undefined) || !soon) return rested;
		this.#device.retry?.();
		// Boards that hold their state were asked already. Asking one that does not answer would take as long again.
		await this.#drive(this.#loads);
		return this.#lastEffects();
	}

	/** What became of the last write in the end: no further answer is awaited. */
	async #lastEffects(): Promise<readonly Effect[]> {
		const written = (await this.#device.deadMan?.settled()) ?? this.#last;
		return this.#effectsOf(this.#loads, written.kind === "done" ? { ...written, awaited: NONE } : written);
	}

	/** The state of the loads; undefined where the board cannot tell. */
	async look(): Promise<readonly Effect[] | undefined> {
		const found = await this.#device.readBack();
		return (
			found &&
			this.outputs.map((o) => {
				const actual = loadIn(found, o);
				return actual === undefined ? {} : { actual };
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
		const image: Image = new Map(this.outputs.map((o, i) => [o.channel, driveOf(o, loads[i] ?? OFF)]));
		this.#loads = loads;
		this.#life = this.#device.returns;
		const written = await this.#device.write(image, changed);
		this.#last = written;
		this.#effects = this.#effectsOf(loads, written);
		const awaited = written.kind === "done" && (written.awaited?.size ?? 0) > 0;
		// If one relay did not move, or not yet, the whole image is written again in the next turn.
		this.#written = !awaited && this.#effects.every(({ fault }) => fault === undefined);
		if (!this.#written) this.#whole = undefined;
		else if (changed === "all") this.#whole = this.#now();
		return this.#effects;
	}

	#effectsOf(loads: readonly Percent[], written: Written): readonly Effect[] {
		return this.outputs.map((o, i) => effectOf(o, loads[i] ?? OFF, written));
	}
}

/** The board's confirmation wins over what was written. A board without read-back is believed. */
function effectOf(output: Output, load: Percent, written: Written): Effect {
	if (written.kind === "failed") return { fault: written.fault };
	const drive = written.confirmed.get(output.channel);
	const own = written.faults?.get(output.channel);
	if (drive === undefined) return own === undefined ? { actual: load } : { fault: own };
	const found = loadOf(output, drive);
	if (found === undefined) return { fault: own ?? fault("not_verified", { wanted: load }) };
	if (confirms(output, found, load)) return { actual: load, ...(own && { fault: own }) };
	if (own === undefined && written.awaited?.has(output.channel)) return { actual: found };
	const facts = output.level === undefined ? { wanted: load } : { wanted: load, found };
	return { actual: found, fault: own ?? fault("not_verified", facts) };
}

const loadIn = (image: Image | undefined, output: Output): Percent | undefined => {
	const drive = image?.get(output.channel);
	return drive === undefined ? undefined : loadOf(output, drive);
};

/** A load that was found or saved may be more than the output can have now, or a level of what is now a relay. */
function possible({ level }: Output, load: Percent): Percent {
	if (level === undefined) return load > 0 ? FULL : OFF;
	return load > level.max ? level.max : load;
}
