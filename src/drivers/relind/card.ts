import { coilsOf } from "#model/plant/device.ts";
import { type Fault, fault } from "#model/plant/fault.ts";
import type { Tell } from "#model/sentences/notice.ts";
import { I2cChip } from "../bus/i2c/chip.ts";
import { hex, type I2cBus } from "../bus/i2c/i2c.ts";
import type { Registers } from "../bus/i2c/image-turn.ts";
import { isVersion } from "../bus/i2c/version.ts";
import type { Coils, Image, Written } from "../driver.ts";
import { type BoardName, bitsOf, coilsIn, MODELS, type Model, maskOf, PROCESSOR, PROCESSOR_VERSION } from "./models.ts";

/** Which card it is, and which of its relays are ours. */
export interface Named {
	readonly stack: number;
	readonly board: BoardName;
	readonly relays: readonly string[];
	/** For people. */
	readonly identity: string;
}

/** What a card is set to. */
interface State {
	/** The latch. */
	readonly output: number;
	/** What stands at the pins. */
	readonly pins: number;
	/** Whether its pins drive the relays. After power-on they are inputs, and all relays are released. */
	readonly ready: boolean;
}

/**
 * The registers of a relay card. Finds it, sets it up where it was never set up, and writes whole images. Relays that the
 * options do not name keep their state.
 */
export class Card implements Registers {
	readonly #named: Named;
	readonly #chip: I2cChip;
	#model: Model | undefined;
	/** Its address once it was found. It is not looked for elsewhere, where another card may answer. */
	#address = 0;
	/** Whether it was ever set up in this run, so that another setting is a fault of its chip and not another card. */
	#ours = false;
	/** What was last written. */
	#written: number | undefined;

	constructor(bus: I2cBus, named: Named, tell: Tell) {
		this.#named = named;
		this.#chip = new I2cChip(bus, named.identity, tell);
	}

	get returns(): number {
		return this.#chip.returns;
	}

	get fault(): Fault | undefined {
		return this.#chip.fault;
	}

	/** The coils that the card confirms. Writes nothing. */
	async present(): Promise<Coils | Fault> {
		const model = await this.#found();
		if ("code" in model) return model;
		const state = await this.#state(model);
		return "code" in state ? state : coilsIn(model, this.#named.relays, state.ready ? state.pins : 0);
	}

	/** Sets these relays and reads them back, twice if one did not move. */
	async set(image: Image, wanted: () => boolean): Promise<Written> {
		const coils = coilsOf(image);
		if (coils === undefined) return failed(fault("no_write", this.#facts));
		const model = await this.#found();
		if ("code" in model) return failed(model);
		let written: Written = failed(fault("not_verified", this.#facts));
		for (let tries = 0; tries < 2; tries++) {
			const failure = await this.#put(model, coils, wanted);
			if (failure !== undefined) return failed(failure);
			const state = await this.#state(model);
			if ("code" in state) return failed(state);
			written = this.#compared(model, coils, state);
			if (written.kind === "done" && written.faults === undefined) return written;
		}
		return written;
	}

	/** Whether it still is what was written. If not, it counts as returned, and its image is written again. */
	async check(): Promise<void> {
		const model = await this.#found();
		if ("code" in model) return;
		const state = await this.#state(model);
		if ("code" in state || this.#written === undefined) return;
		const ours = bitsOf(model, this.#named.relays);
		if (state.ready && (state.output & ours) === this.#written) return;
		this.#written = undefined;
		this.#chip.restarted();
	}

	/** Latch first, then the direction of the pins: the other way round all relays would be on for a moment. */
	async #put(model: Model, coils: Coils, wanted: () => boolean): Promise<Fault | undefined> {
		const state = await this.#state(model);
		if ("code" in state) return state;
		const ours = bitsOf(model, coils.keys());
		const others = state.ready
			? state.output &
				bitsOf(
					model,
					model.masks.map((_, i) => String(i + 1)),
				) &
				~ours
			: 0;
		const mask = maskOf(model, coils) | others;
		const failure = await this.#write(model, model.output, mask, wanted);
		if (failure !== undefined) return failure;
		this.#written = maskOf(model, coils) & bitsOf(model, this.#named.relays);
		if (state.ready || model.config === undefined) return undefined;
		const latch = await this.#register(model, model.output);
		if (typeof latch !== "number") return latch;
		if (latch !== mask) return fault("not_verified", { ...this.#facts, wanted: mask, found: latch });
		return this.#write(model, model.config.register, model.config.ready, wanted);
	}

	/** Confirmed is what stands at the pins. The latch has to agree. */
	#compared(model: Model, coils: Coils, { output, pins, ready }: State): Written {
		const relays = [...coils.keys()];
		const confirmed = coilsIn(model, relays, ready ? pins : 0);
		const latched = coilsIn(model, relays, output);
		const wrong = relays.filter(
			(relay) => confirmed.get(relay) !== coils.get(relay) || latched.get(relay) !== coils.get(relay),
		);
		if (wrong.length === 0) return { kind: "done", confirmed };
		const faults = wrong.map((relay) => {
			const facts = {
				wanted: coils.get(relay) ?? false,
				found: confirmed.get(relay) ?? false,
				latch: latched.get(relay) ?? false,
			};
			return [relay, fault("not_verified", { ...this.#facts, channel: relay, ...facts })] as const;
		});
		return { kind: "done", confirmed, faults: new Map(faults) };
	}

	/** All registers that show what the card is set to. A setting that is not this card's is a fault. */
	async #state(model: Model): Promise<State | Fault> {
		const output = await this.#register(model, model.output);
		if (typeof output !== "number") return output;
		const { config } = model;
		if (config === undefined) return { output, pins: output, ready: true };
		const set = await this.#twice(model, config.register);
		if (typeof set !== "number") return set;
		if (set !== config.ready && set !== config.powerOn && !this.#ours)
			return this.#chip.lose(fault("unidentified", { ...this.#facts, config: hex(set) }));
		const ready = set === config.ready;
		this.#ours ||= ready;
		const pins = model.input === undefined ? output : await this.#twice(model, model.input);
		return typeof pins === "number" ? { output, pins, ready } : pins;
	}

	/** Read until it is the same twice: neither setting a card up nor confirming a relay may depend on a glitch. */
	async #twice(model: Model, register: number): Promise<number | Fault> {
		let last = await this.#register(model, register);
		for (let tries = 0; tries < 3 && typeof last === "number"; tries++) {
			const again = await this.#register(model, register);
			if (again === last) return last;
			last = again;
		}
		return typeof last === "number" ? fault("unsteady", this.#facts) : last;
	}

	async #found(): Promise<Model | Fault> {
		if (this.#model !== undefined) return this.#model;
		const { stack, board } = this.#named;
		const processor = PROCESSOR.address(stack);
		if (board !== "auto") {
			const named = MODELS[board];
			const at = named.address(stack);
			const answer = await this.#chip.look(at, named.output, 1, { urgent: true });
			if (!("code" in answer)) return this.#is(named, at);
			if (board !== "4_relays" || answer.code !== "missing")
				return this.#chip.lose(fault(answer.code, { ...answer.facts, board: this.#named.identity }));
		}
		const version = await this.#chip.look(processor, PROCESSOR_VERSION, 4, { urgent: true });
		if (!("code" in version) && isVersion(version)) return this.#is(PROCESSOR, processor);
		const silent = "code" in version ? version : fault("unidentified", { address: hex(processor) });
		const why = board === "auto" && silent.code === "missing" ? ((await this.#unnamed(stack)) ?? silent) : silent;
		return this.#chip.lose(fault(why.code, { ...why.facts, board: this.#named.identity }));
	}

	/**
	 * A card with an expander chip does not say how many relays it has, and the wrong ones would move. A register number is
	 * not sent to it either: other chips at these addresses take that for their outputs.
	 */
	async #unnamed(stack: number): Promise<Fault | undefined> {
		for (const { address } of Object.values(MODELS)) {
			const answer = await this.#chip.plain(address(stack));
			if (!("code" in answer)) return fault("unidentified", { address: hex(address(stack)) });
		}
		return undefined;
	}

	#is(model: Model, address: number): Model | Fault {
		const beyond = this.#named.relays.find((relay) => Number(relay) > model.masks.length);
		if (beyond !== undefined)
			return this.#chip.lose(
				fault("no_write", { board: this.#named.identity, channel: beyond, relays: model.masks.length }),
			);
		this.#model = model;
		this.#address = address;
		return model;
	}

	async #register({ bytes }: Model, register: number): Promise<number | Fault> {
		const read = await this.#chip.read(this.#address, register, bytes, { urgent: true });
		return "code" in read ? read : (read[0] ?? 0) | ((read[1] ?? 0) << 8);
	}

	#write({ bytes }: Model, register: number, value: number, wanted: () => boolean): Promise<Fault | undefined> {
		const all = [value & 0xff, value >> 8].slice(0, bytes);
		return this.#chip.write(this.#address, register, all, wanted);
	}

	get #facts() {
		return { board: this.#named.identity, address: hex(this.#address) };
	}
}

const failed = (why: Fault): Written => ({ kind: "failed", fault: why });
