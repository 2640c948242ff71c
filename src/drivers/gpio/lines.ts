import { coilsOf } from "#model/plant/device.ts";
import { type Fault, fault } from "#model/plant/fault.ts";
import { seconds } from "#model/quantities/units.ts";
import { notice } from "#model/sentences/notice.ts";
import { givenUpAfter, withinMs } from "../bus/deadline.ts";
import { inTurn } from "../bus/in-turn.ts";
import { nativeFault, type Refusal } from "../bus/native/file.ts";
import type { Coils, Device, DevicePorts, Image, Measured, Written } from "../driver.ts";
import { type Channel, channelOf } from "./address.ts";
import { type Chip, isGone, kernelAt, lineInfo, offsetOf } from "./chip.ts";
import { Inputs, type Manner } from "./inputs.ts";
import { Presence } from "./presence.ts";
import { Relays } from "./relays.ts";

/** Milliseconds for a write or read-back, and for a read. */
const CALL_WITHIN = 1200;
const READ_WITHIN = 3000;

type Relay = Extract<Channel, { kind: "relay" }>;

/**
 * The lines of one GPIO chip that the options name. A relay's line is taken with its first write or read-back, and its level
 * is right from that moment on. All lines keep their level if this process dies.
 */
export class GpioLines implements Device {
	readonly identity: string;
	readonly pace = seconds(1);
	readonly verify = "readback";
	readonly onCrash = "holds";
	readonly #device: string;
	readonly #channels: readonly string[];
	readonly #ports: DevicePorts;
	readonly #presence: Presence;
	readonly #turn = inTurn();
	readonly #relays: Relays;
	readonly #inputs: Inputs;
	/** Lines that another program holds, and which: reported once. */
	readonly #held = new Map<string, string>();
	/** The newest order. One before it that is under way makes way for it. */
	#newest: Coils | undefined;

	constructor(device: string, channels: readonly string[], manner: Manner, ports: DevicePorts, kernel = kernelAt()) {
		this.#device = device;
		this.#channels = channels;
		this.#ports = ports;
		this.identity = `GPIO chip ${device}`;
		this.#inputs = new Inputs(channels.map(channelOf), manner, ports.now);
		this.#presence = new Presence(device, kernel, ports.tell, () => this.#forget());
		this.#relays = new Relays((chip) => this.#presence.is(chip), this.#turn);
	}

	get returns(): number {
		return this.#presence.returns;
	}

	read(channel: string): Promise<Measured> {
		return withinMs(READ_WITHIN, this.#read(channelOf(channel)), failed(this.#fault("no_answer")));
	}

	async write(image: Image): Promise<Written> {
		const coils = coilsOf(image);
		if (coils === undefined) return failed(this.#fault("no_write"));
		this.#newest = coils;
		this.#relays.wants(coils);
		const late = failed(this.#fault("no_answer", { within: CALL_WITHIN / 1000 }));
		const driven = (over: () => boolean) =>
			this.#turn(() => this.#drive(coils, () => over() || this.#newest !== coils));
		return givenUpAfter<Written>(CALL_WITHIN, driven, late);
	}

	/** Relays whose lines are inputs still are not in it: nothing drives them. */
	readBack(): Promise<Coils | undefined> {
		return withinMs(
			CALL_WITHIN,
			this.#turn(() => this.#present()),
			undefined,
		);
	}

	health(): Fault | undefined {
		return this.#presence.fault;
	}

	retry(): void {
		this.#presence.retry();
	}

	async close(): Promise<void> {
		const closed = this.#presence.close();
		this.#forget();
		await closed;
	}

	async #read(channel: Channel): Promise<Measured> {
		if (channel.kind === "relay") return failed(this.#fault("missing", { line: channel.line }));
		const chip = await this.#presence.chip();
		if ("code" in chip) return failed(chip);
		const read = await this.#inputs.read(chip, channel);
		if (typeof read === "number") return { kind: "value", value: read };
		return failed("facts" in read ? read : await this.#refused(chip, channel.line, read));
	}

	/** Sets all relays first, then looks at their pins. */
	async #drive(coils: Coils, over: () => boolean): Promise<Written> {
		const chip = await this.#presence.chip();
		if ("code" in chip) return failed(chip);
		const confirmed = new Map<string, boolean>();
		const faults = new Map<string, Fault>();
		for (const [channel, on] of coils) {
			const why = await this.#set(chip, channel, on, over);
			if (why === "over") return failed(this.#presence.fault ?? this.#fault("no_answer"));
			if (why !== undefined) faults.set(channel, why);
		}
		for (const [channel, on] of coils) {
			const found = faults.has(channel) ? undefined : await this.#relays.held(channel)?.coil();
			if (typeof found === "object") faults.set(channel, await this.#refused(chip, lineOf(channel), found));
			else if (found !== undefined) confirmed.set(channel, found);
			if (found === !on) faults.set(channel, this.#fault("not_verified", { line: lineOf(channel), wanted: on, found }));
		}
		return this.#presence.fault === undefined ? { kind: "done", confirmed, faults } : failed(this.#presence.fault);
	}

	async #set(chip: Chip, channel: string, on: boolean, over: () => boolean): Promise<Fault | "over" | undefined> {
		const relay = relayOf(channel);
		if (relay === undefined) return this.#fault("no_write");
		const offset = this.#relays.held(channel) === undefined ? await this.#freed(chip, relay.line) : 0;
		if (typeof offset !== "number") return offset;
		// Asked right before the call that switches.
		if (over()) return "over";
		const refused = await this.#relays.set({ chip, channel, offset, activeLow: relay.activeLow }, on);
		return this.#taken(chip, relay.line, refused);
	}

	/** A sensor on the same line is a mistake in the options. The relay comes first. */
	async #freed(chip: Chip, line: string): Promise<number | Fault> {
		const offset = await offsetOf(chip, line);
		if (typeof offset === "number") await this.#inputs.leave(line);
		return offset;
	}

	async #present(): Promise<Coils | undefined> {
		const chip = await this.#presence.chip();
		if ("code" in chip) return undefined;
		const found = new Map<string, boolean>();
		for (const channel of this.#channels) {
			const relay = relayOf(channel);
			if (relay !== undefined && this.#relays.held(channel) === undefined) await this.#adopt(chip, channel, relay);
			const coil = await this.#relays.held(channel)?.coil();
			if (typeof coil === "boolean") found.set(channel, coil);
		}
		return found;
	}

	/** Takes a line that is an output already, without changing it. */
	async #adopt(chip: Chip, channel: string, relay: Relay): Promise<void> {
		const offset = await offsetOf(chip, relay.line);
		const info = typeof offset === "number" ? await lineInfo(chip, offset) : offset;
		if (typeof offset !== "number" || "code" in info || info.used || !info.output) return;
		const refused = await this.#relays.adopt({ chip, channel, offset, activeLow: relay.activeLow });
		await this.#taken(chip, relay.line, refused);
	}

	async #taken(chip: Chip, line: string, refusal: Refusal | undefined): Promise<Fault | undefined> {
		if (refusal !== undefined) return this.#refused(chip, line, refusal);
		this.#held.delete(line);
		return undefined;
	}

	/** Why a call of this line was refused. Says who holds it, and finds out whether the whole chip is gone. */
	async #refused(chip: Chip, line: string, refusal: Refusal): Promise<Fault> {
		const facts = { device: this.#device, line };
		// Its lines were closed, because the chip is gone.
		if (this.#presence.fault !== undefined) return this.#presence.fault;
		if (isGone(refusal)) {
			const gone = fault("missing", { device: this.#device });
			this.#presence.lose(chip, gone);
			return gone;
		}
		if (refusal.code !== "EBUSY") return nativeFault(refusal, facts);
		const offset = await offsetOf(chip, line);
		const info = typeof offset === "number" ? await lineInfo(chip, offset) : undefined;
		const by = info !== undefined && "consumer" in info && info.consumer !== "" ? info.consumer : "?";
		if (this.#held.get(line) !== by) this.#ports.tell(notice("error", "line_held", { ...facts, by }));
		this.#held.set(line, by);
		return fault("in_use", { ...facts, by });
	}

	#forget(): void {
		this.#relays.forget();
		this.#inputs.close();
	}

	#fault(code: Fault["code"], facts: Fault["facts"] = {}): Fault {
		return fault(code, { device: this.#device, ...facts });
	}
}

const failed = (why: Fault) => ({ kind: "failed", fault: why }) as const;

const relayOf = (channel: string): Relay | undefined => {
	const asked = channelOf(channel);
	return asked.kind === "relay" ? asked : undefined;
};
const lineOf = (channel: string) => channelOf(channel).line;
