import { type Fault, fault } from "#model/plant/fault.ts";
import { withinMs } from "../bus/deadline.ts";
import { inTurn } from "../bus/in-turn.ts";
import type { Drive, Image, Written } from "../driver.ts";
import { faultIn } from "./blocks.ts";
import type { ModbusLine } from "./line.ts";
import { confirmedLevel, type Driven, readBacks, setRequest, type Timer } from "./outputs.ts";
import { Renewal } from "./renewal.ts";

/** Milliseconds for any call. A stop rests every board twice in 2.7 s. */
const CALL_WITHIN = 1300;
/** ms that a heater may take until its power follows. */
const SETTLES_WITHIN = 10_000;

/** What is known of a unit's outputs after a write: by channel. */
interface Outcome {
	readonly confirmed: Map<string, Drive>;
	readonly faults: Map<string, Fault>;
}

/** Sets the outputs of all units of a bus, and reads them back. */
export class Driving {
	/** How often a unit that had been lost answered again: it may have lost its power too. */
	returns = 0;
	readonly #device: string;
	readonly #line: ModbusLine;
	readonly #driven: ReadonlyMap<string, Driven>;
	readonly #timer: Timer;
	readonly #renewal: Renewal;
	readonly #turn = inTurn();
	/** Units whose last write or read-back failed. They come last, so that they do not delay the others. */
	readonly #lost = new Set<number>();
	/** When each level was last changed (ms, monotonic). */
	readonly #changed = new Map<string, { readonly drive: Drive; readonly at: number }>();
	/** Channels that are not told again. */
	#silent: ReadonlySet<string> = new Set();
	/** Power (W) that flows, by channel, as last read. */
	readonly #watts = new Map<string, number>();
	/** Whether all of the last image was set, so that changes are enough. */
	#whole = false;
	#nth = 0;

	constructor(device: string, line: ModbusLine, driven: readonly Driven[], timer: Timer) {
		this.#device = device;
		this.#line = line;
		this.#driven = new Map(driven.map((one) => [one.channel, one]));
		this.#timer = timer;
		this.#renewal = new Renewal(line, this.#driven, timer);
	}

	/** Of images that wait only the newest is written: an older one gives up at its next frame. */
	write(image: Image, changed: readonly string[] | "all"): Promise<Written> {
		this.#nth += 1;
		const nth = this.#nth;
		this.#renewal.follow(image);
		const deadline = AbortSignal.timeout(CALL_WITHIN);
		const current = () => nth === this.#nth && !deadline.aborted;
		const written = this.#turn(() => this.#drive(image, this.#whole ? changed : "all", current));
		const late: Written = { kind: "failed", fault: fault("no_answer", { device: this.#device }) };
		return withinMs(CALL_WITHIN, written, late);
	}

	readBack(): Promise<Image | undefined> {
		return withinMs(
			CALL_WITHIN,
			this.#turn(async () => {
				const found = await this.#found([...this.#driven.values()]);
				return found.confirmed.size === 0 ? undefined : found.confirmed;
			}),
			undefined,
		);
	}

	/** Control goes on and wants this image. */
	follow(image: Image): void {
		this.#renewal.follow(image);
	}

	/** These are not told again what they were told before. */
	silence(channels: ReadonlySet<string>): void {
		this.#silent = channels;
		this.#renewal.silence(channels);
	}

	/** The power (W) that flows there, where the unit says. */
	watts(channel: string): number | undefined {
		return this.#watts.get(channel);
	}

	close(): void {
		this.#renewal.close();
	}

	async #drive(image: Image, changed: readonly string[] | "all", current: () => boolean): Promise<Written> {
		const all: Outcome = { confirmed: new Map(), faults: new Map() };
		this.#whole = false;
		for (const [unit, driven] of this.#inOrder(image)) {
			const due =
				changed === "all" || this.#lost.has(unit) ? driven : driven.filter((d) => changed.includes(d.channel));
			const { confirmed, faults } = await this.#driveUnit(unit, driven, due, image, current);
			for (const [channel, drive] of confirmed) all.confirmed.set(channel, drive);
			for (const [channel, why] of faults) all.faults.set(channel, why);
		}
		const [first] = all.faults.values();
		if (this.#line.fault !== undefined) return { kind: "failed", fault: this.#line.fault };
		if (first !== undefined && all.confirmed.size === 0) return { kind: "failed", fault: first };
		this.#whole = first === undefined;
		return { kind: "done", ...all };
	}

	/** Twice at most: a frame may be lost. */
	async #driveUnit(
		unit: number,
		driven: readonly Driven[],
		due: readonly Driven[],
		image: Image,
		current: () => boolean,
	): Promise<Outcome> {
		let left = due;
		let outcome: Outcome = { confirmed: new Map(), faults: new Map() };
		for (let round = 0; round < 2 && current(); round++) {
			const refused = await this.#setAll(left, image, current);
			outcome = refused === undefined ? await this.#found(driven, image) : this.#failed(driven, refused);
			left = driven.filter(({ channel }) => outcome.confirmed.get(channel) !== image.get(channel));
			if (left.length === 0) break;
		}
		if (outcome.confirmed.size === 0 && outcome.faults.size === 0)
			return this.#failed(driven, fault("no_answer", { device: this.#device, unit }));
		for (const { channel } of left)
			if (!outcome.faults.has(channel)) outcome.faults.set(channel, this.#unverified(channel, image, outcome));
		return outcome;
	}

	/** What goes off goes first. Stops at the first frame without an answer. */
	async #setAll(due: readonly Driven[], image: Image, current: () => boolean): Promise<Fault | undefined> {
		const ordered = due.toSorted((a, b) => Number(image.get(a.channel) ?? 0) - Number(image.get(b.channel) ?? 0));
		let refused: Fault | undefined;
		for (const driven of ordered) {
			const drive = image.get(driven.channel);
			if (drive === undefined) continue;
			if (!current()) return fault("no_answer", { device: this.#device, unit: driven.unit });
			const told = this.#changed.get(driven.channel)?.drive === drive;
			if (told && this.#silent.has(driven.channel)) continue;
			if (!told) this.#changed.set(driven.channel, { drive, at: performance.now() });
			const reply = await this.#line.ask(setRequest(driven, drive, this.#timer), true);
			if (reply.kind === "failed") return this.#loses(driven.unit, reply.fault);
			if (reply.kind === "exception") refused ??= faultIn(reply, { device: this.#device, unit: driven.unit });
		}
		return refused;
	}

	/** What each channel is set to. With an image, as it counts for what is wanted. */
	async #found(driven: readonly Driven[], image?: Image): Promise<Outcome> {
		const outcome: Outcome = { confirmed: new Map(), faults: new Map() };
		for (const { of, request, stateOf } of readBacks(driven)) {
			const reply = await this.#line.ask(request, true);
			if (reply.kind !== "data") {
				const why = faultIn(reply, { device: this.#device, unit: request.unit });
				if (reply.kind === "failed") this.#loses(request.unit, why);
				for (const { channel } of of) outcome.faults.set(channel, why);
				continue;
			}
			if (this.#lost.delete(request.unit)) this.returns += 1;
			for (const one of of) {
				const state = stateOf(one, reply.data);
				if (state !== undefined) outcome.confirmed.set(one.channel, this.#counted(one, state, image));
			}
		}
		return outcome;
	}

	#counted(driven: Driven, found: Drive, image: Image | undefined): Drive {
		const { channel, point } = driven;
		if (point.kind === "level" && point.feedback === "power")
			this.#watts.set(channel, (Number(found) * point.full) / 100);
		const wanted = image?.get(channel);
		// What is tried is whether it goes off.
		if (this.#silent.has(channel)) return found;
		if (wanted === undefined || driven.point.kind !== "level") return found;
		const settling = performance.now() - (this.#changed.get(driven.channel)?.at ?? 0) < SETTLES_WITHIN;
		if (settling && driven.point.feedback === "power") return wanted;
		const level = confirmedLevel(driven.point, wanted, found);
		return Math.abs(Number(level) - Number(wanted)) <= 1 && Number(level) > 0 === Number(wanted) > 0 ? wanted : level;
	}

	#loses(unit: number, why: Fault): Fault {
		this.#lost.add(unit);
		return why;
	}

	#failed(driven: readonly Driven[], why: Fault): Outcome {
		return { confirmed: new Map(), faults: new Map(driven.map(({ channel }) => [channel, why])) };
	}

	#unverified(channel: string, image: Image, { confirmed }: Outcome): Fault {
		const [wanted, found] = [image.get(channel), confirmed.get(channel)];
		const facts = {
			device: this.#device,
			channel,
			...(wanted !== undefined && { wanted }),
			...(found !== undefined && { found }),
		};
		return fault("not_verified", facts);
	}

	/** The units of an image, those that answer first. */
	#inOrder(image: Image): readonly (readonly [number, readonly Driven[]])[] {
		const driven = [...image.keys()].flatMap((channel) => this.#driven.get(channel) ?? []);
		const units = [...Map.groupBy(driven, ({ unit }) => unit)];
		return units.toSorted(([a], [b]) => Number(this.#lost.has(a)) - Number(this.#lost.has(b)));
	}
}
