import { type Fault, fault } from "#model/plant/fault.ts";
import { givenUpAfter, pause } from "../../bus/deadline.ts";
import { inTurn } from "../../bus/in-turn.ts";
import type { Manner } from "../../bus/turns.ts";
import type { Drive, Image, Written } from "../../driver.ts";
import { faultIn } from "../channels/blocks.ts";
import { type Driven, readBacks, setRequest, shownLevel, type Timer } from "../channels/outputs.ts";
import type { ModbusLine } from "../line/line.ts";
import { Renewal } from "./renewal.ts";
import { type Counted, Told } from "./told.ts";

/** Milliseconds for a call that a turn waits for. A stop rests every board twice in 2.7 s. */
const CALL_WITHIN = 1300;
/** Exchanges of a unit in one call: each of two rounds sets it and reads it back. */
const EXCHANGES = 4;

/** ms. Some units take a moment until their read-back shows what was written, or are busy. */
const A_MOMENT = 150;

/** What is known of a unit's outputs after a write: by channel. */
interface Outcome {
	readonly confirmed: Map<string, Drive>;
	readonly faults: Map<string, Fault>;
	/** Those that are not as they are wanted yet. */
	readonly awaited: Set<string>;
}
const nothing = (): Outcome => ({ confirmed: new Map(), faults: new Map(), awaited: new Set() });

/** An image that is written as long as this holds. */
interface Order {
	readonly image: Image;
	readonly wanted: () => boolean;
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
	readonly #within: number;
	/** Units whose last write or read-back failed. They come last, so that they do not delay the others. */
	readonly #lost = new Set<number>();
	readonly #told = new Told();
	/** Channels that are not told again. */
	#silent: ReadonlySet<string> = new Set();
	/** Power (W) that flows, by channel, as last read. */
	readonly #watts = new Map<string, number>();
	/** Whether all of the last image was set, so that changes are enough. */
	#whole = false;
	#nth = 0;

	/** @param answers ms that a unit may take for an answer, where no turn waits for it */
	constructor(device: string, line: ModbusLine, driven: readonly Driven[], timer: Timer, answers = 0) {
		const units = new Set(driven.map(({ unit }) => unit)).size;
		this.#within = Math.max(CALL_WITHIN, EXCHANGES * units * answers);
		this.#device = device;
		this.#line = line;
		this.#driven = new Map(driven.map((one) => [one.channel, one]));
		this.#timer = timer;
		this.#renewal = new Renewal(line, this.#driven, timer, {
			lost: ({ unit }) => void this.#lost.add(unit),
			stands: (one, drive) => this.#turn(() => this.#stands(one, drive)),
		});
	}

	/** Of images that wait only the newest is written: an older one gives up before its next frame, and so does one that is late. */
	write(image: Image, changed: readonly string[] | "all"): Promise<Written> {
		this.#nth += 1;
		const nth = this.#nth;
		this.#renewal.follow(image);
		const late: Written = { kind: "failed", fault: fault("no_answer", { device: this.#device }) };
		const written = (over: () => boolean) => {
			const wanted = () => nth === this.#nth && !over();
			return this.#turn(() => this.#drive({ image, wanted }, this.#whole ? changed : "all"));
		};
		return givenUpAfter(this.#within, written, late);
	}

	readBack(): Promise<Image | undefined> {
		const found = async (over: () => boolean) => {
			const manner: Manner = { rank: "urgent", wanted: () => !over() };
			const { confirmed } = await this.#turn(() => this.#found([...this.#driven.values()], manner));
			return confirmed.size === 0 ? undefined : confirmed;
		};
		return givenUpAfter<Image | undefined>(CALL_WITHIN, found, undefined);
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

	async #drive(order: Order, changed: readonly string[] | "all"): Promise<Written> {
		const all = nothing();
		this.#whole = false;
		for (const [unit, driven] of this.#inOrder(order.image)) {
			const due =
				changed === "all" || this.#lost.has(unit) ? driven : driven.filter((d) => changed.includes(d.channel));
			const { confirmed, faults, awaited } = await this.#driveUnit(unit, driven, due, order);
			for (const [channel, drive] of confirmed) all.confirmed.set(channel, drive);
			for (const [channel, why] of faults) all.faults.set(channel, why);
			for (const channel of awaited) all.awaited.add(channel);
		}
		for (const [channel, drive] of order.image)
			this.#renewal.confirms(channel, all.confirmed.get(channel) === drive ? drive : undefined);
		const [first] = all.faults.values();
		if (this.#line.fault !== undefined) return { kind: "failed", fault: this.#line.fault };
		if (first !== undefined && all.confirmed.size === 0) return { kind: "failed", fault: first };
		this.#whole = first === undefined && all.awaited.size === 0;
		return { kind: "done", ...all };
	}

	/** Twice at most: a frame may be lost, and a unit that answered may not be ready yet. */
	async #driveUnit(unit: number, driven: readonly Driven[], due: readonly Driven[], order: Order): Promise<Outcome> {
		const { image, wanted } = order;
		let left = due;
		let outcome = nothing();
		for (let round = 0; round < 2 && wanted(); round++) {
			const refused = await this.#setAll(left, order);
			outcome =
				refused === undefined
					? await this.#found(driven, { rank: "urgent", wanted }, image)
					: this.#failed(driven, refused);
			const { confirmed, awaited } = outcome;
			left = driven.filter(({ channel }) => confirmed.get(channel) !== image.get(channel) && !awaited.has(channel));
			if (left.length === 0) break;
			if (round === 0 && !this.#lost.has(unit)) await pause(A_MOMENT);
		}
		if (outcome.confirmed.size === 0 && outcome.faults.size === 0)
			return this.#failed(driven, fault("no_answer", { device: this.#device, unit }));
		for (const { channel } of left)
			if (!outcome.faults.has(channel)) outcome.faults.set(channel, this.#unverified(channel, image, outcome));
		return outcome;
	}

	/** What goes off goes first. Stops at the first frame without an answer. */
	async #setAll(due: readonly Driven[], { image, wanted }: Order): Promise<Fault | undefined> {
		const ordered = due.toSorted((a, b) => Number(image.get(a.channel) ?? 0) - Number(image.get(b.channel) ?? 0));
		let refused: Fault | undefined;
		for (const driven of ordered) {
			const drive = image.get(driven.channel);
			if (drive === undefined || this.#isSilent(driven.channel, drive)) continue;
			const reply = await this.#line.ask(setRequest(driven, drive, this.#timer), { rank: "urgent", wanted });
			if (reply.kind !== "unsent") this.#told.tell(driven.channel, drive);
			if (reply.kind === "data") continue;
			const why = faultIn(reply, { device: this.#device, unit: driven.unit });
			if (reply.kind === "unsent") return why;
			if (reply.kind === "failed") return this.#loses(driven.unit, why);
			refused ??= why;
		}
		return refused;
	}

	/** What each channel is set to. With an image, as it counts for what is wanted. */
	async #found(driven: readonly Driven[], manner: Manner, image?: Image): Promise<Outcome> {
		const outcome = nothing();
		for (const { of, request, stateOf } of readBacks(driven)) {
			const reply = await this.#line.ask(request, manner);
			if (reply.kind !== "data") {
				const why = faultIn(reply, { device: this.#device, unit: request.unit });
				if (reply.kind === "failed") this.#loses(request.unit, why);
				for (const { channel } of of) outcome.faults.set(channel, why);
				continue;
			}
			if (this.#lost.delete(request.unit)) this.returns += 1;
			for (const one of of) {
				const state = stateOf(one, reply.data);
				if (state === undefined) continue;
				const { drive, awaited } = this.#counted(one, state, image?.get(one.channel));
				outcome.confirmed.set(one.channel, drive);
				if (awaited) outcome.awaited.add(one.channel);
			}
		}
		return outcome;
	}

	#counted(driven: Driven, read: Drive, wanted: Drive | undefined): Counted {
		const { channel, point } = driven;
		if (point.kind === "level" && point.feedback === "power")
			this.#watts.set(channel, Math.round((Number(read) * point.full) / 100));
		const found = shownLevel(point, read);
		if (wanted === undefined) return { drive: found, awaited: false };
		// What is tried is whether it goes off.
		if (this.#isSilent(channel, wanted)) return { drive: found, awaited: found !== wanted };
		return this.#told.counted(driven, read, wanted);
	}

	/** In a silence test nothing may start the unit's timer anew. What goes off is told as ever. */
	#isSilent(channel: string, drive: Drive): boolean {
		return this.#silent.has(channel) && Number(drive) > 0;
	}

	async #stands(driven: Driven, drive: Drive): Promise<boolean> {
		const { channel } = driven;
		const { confirmed, faults } = await this.#found([driven], { rank: "soon" }, new Map([[channel, drive]]));
		// It is still away, and is looked at again.
		if (faults.size > 0) return false;
		const stands = confirmed.get(channel) === drive;
		this.#renewal.confirms(channel, stands ? drive : undefined);
		return stands;
	}

	#loses(unit: number, why: Fault): Fault {
		this.#lost.add(unit);
		return why;
	}

	#failed(driven: readonly Driven[], why: Fault): Outcome {
		return { ...nothing(), faults: new Map(driven.map(({ channel }) => [channel, why])) };
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
