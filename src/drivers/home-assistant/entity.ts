import { type Fault, fault } from "#model/plant/fault.ts";
import type { Remote } from "#model/plant/plant.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import { after, type Instant, instant, type Seconds, since } from "#model/quantities/units.ts";
import { remoteValue } from "../bus/bridge/remote-value.ts";
import { OddTemperatures } from "../bus/odd-temperature.ts";
import type { Measured } from "../driver.ts";
import type { Told } from "./ask.ts";

/** The manufacturer of our own device: a value of ours would confirm itself. */
const OURS = "Solar Heating";
/** Seconds without an answer after which Home Assistant may have been restarted. */
const RESTARTED = 20;

/** The report of the last answer, when it came, and whether it counts. */
interface Last extends Pick<Told, "state" | "changed"> {
	readonly reported: number;
	readonly at: Instant;
	readonly counts: boolean;
}

/**
 * What Home Assistant says of one entity, and when that was reported. A report counts only if we saw it come: what is there
 * when we begin to look, after Home Assistant was away or after `unavailable`, may be restored from before a restart or come
 * from a retained message. So may the same value as before that changed meanwhile: Home Assistant's MQTT was reloaded, or
 * its connection broke, and the state was `unavailable` for a moment that we did not see.
 */
export class Entity {
	readonly #quantity: Quantity;
	readonly #remote: Remote;
	#last: Last | undefined;
	#measured: Measured = { kind: "failed", fault: fault("unheard") };
	#answered: Instant | undefined;
	readonly #odd: OddTemperatures;
	/** The newest report, where that is no measurement. */
	#refused: number | undefined;

	constructor(quantity: Quantity, remote: Remote) {
		this.#quantity = quantity;
		this.#remote = remote;
		this.#odd = new OddTemperatures(remote.max_age);
	}

	/** An answer came. */
	hears(told: Told | undefined, now: Instant): void {
		const before = this.#answered;
		this.#answered = now;
		const wrong = this.#wrong(told);
		if (wrong !== undefined || told?.reported == null) {
			this.#last = undefined;
			this.#refused = undefined;
			this.#measured = { kind: "failed", fault: wrong ?? fault("no_entity") };
			return;
		}
		const unit = told.unit ?? this.#remote.unit;
		const measured = remoteValue(told.state, { quantity: this.#quantity, ...(unit != null && { unit }) });
		if (this.#isRefused(measured, told.reported, now)) return;
		this.#measured = measured;
		if (this.#last?.reported === told.reported) return;
		const away = before === undefined ? Number.POSITIVE_INFINITY : since(before, now);
		// It was reported between two answers, whatever Home Assistant's clock says.
		const age = Math.min(Math.max(told.age ?? 0, 0), away);
		const counts = this.#last !== undefined && away <= RESTARTED;
		// It says nothing new, so the report before it counts as long as ever.
		const again = counts && this.#isBack(told);
		const at = again ? (this.#last?.at ?? now) : instant(now - (counts ? age : 0));
		const { reported, changed, state } = told;
		this.#last = { reported, changed, state, at, counts: again ? this.#last?.counts === true : counts };
	}

	/** A report that is no measurement is as if it had not come. */
	#isRefused(measured: Measured, reported: number, now: Instant): boolean {
		if (measured.kind !== "value" || this.#quantity !== "temperature") this.#refused = undefined;
		else if (reported !== this.#refused && reported !== this.#last?.reported)
			this.#refused = this.#odd.believes(measured.value, now) ? undefined : reported;
		return reported === this.#refused;
	}

	/** The first report since it changed, to what it was before. A sensor that wavers does that too, and reports again. */
	#isBack({ state, changed, reported }: Told): boolean {
		return state === this.#last?.state && changed !== this.#last.changed && changed === reported;
	}

	/** @param failed why the last answer is missing */
	read(now: Instant, failed: Fault | undefined): Measured {
		const { max_age } = this.#remote;
		if (this.#measured.kind === "value" && this.#last?.counts && since(this.#last.at, now) < max_age)
			return { ...this.#measured, at: this.#last.at, lasts: max_age };
		return { kind: "failed", fault: failed ?? this.#lost() };
	}

	#lost(): Fault {
		if (this.#refused !== undefined) return fault("power_on_value");
		if (this.#measured.kind === "failed") return this.#measured.fault;
		return this.#last?.counts ? fault("stale", { max_age: this.#remote.max_age }) : fault("only_stored");
	}

	shift(by: Seconds): void {
		if (this.#last !== undefined) this.#last = { ...this.#last, at: after(this.#last.at, by) };
		if (this.#answered !== undefined) this.#answered = after(this.#answered, by);
		this.#odd.shift(by);
	}

	#wrong(told: Told | undefined): Fault | undefined {
		if (told?.state == null) return fault("no_entity");
		if (told.maker === OURS) return fault("own_entity");
		return told.state === "unavailable" || told.state === "unknown" ? fault("unavailable") : undefined;
	}
}
