import type { Day } from "./day.ts";

/** The settings as plain fields: they can be changed at run time in the floor as in the core. */
class Limits {
	start_at = 8;
	stop_at = 4;
	target = 75;
	hysteresis = 2;
	maximum = 95;
	boil_at = 150;
	boil_below = 140;
	cool_at = 90;
	cool_below = 86;
	night = false;
	night_above = 80;
	night_hysteresis = 5;
	colder_by = 5;
	least_run = 30;
	least_rest = 30;
}

/** One output, changed in place. */
class Relay {
	load = 0;
	since = Number.NEGATIVE_INFINITY;
	held = 0;
	held_until = 0;
	seconds = 0;
	starts = 0;
	reason = 0;
	at = 0;
}

/**
 * The floor: the same judging (offset, range, age, jumps), rules and interlock for the same plant, written by hand over
 * numbers that are changed in place. No reasons with facts, no ranks, no registry, nothing that could be shown or saved:
 * only the decisions, each with the number of its reason.
 */
export class Mutable {
	readonly limits = new Limits();
	pump = new Relay();
	heater = new Relay();
	/** How many readings jumped faster than a plant can. */
	jumps = 0;
	#running = false;
	#full = false;
	#tooHot = false;
	#boiling = false;
	#cooling = false;
	#dumping = false;
	readonly #day: Day;
	readonly #ok: Uint8Array;
	readonly #values: Float64Array;
	readonly #readAt: Float64Array;
	readonly #offset: Float64Array;
	readonly #collector: number;
	readonly #tank: number;
	readonly #layers: readonly number[];
	readonly #low: Float64Array;
	readonly #high: Float64Array;

	constructor(day: Day) {
		const { sensors, roles } = day.plant;
		this.#day = day;
		this.#ok = new Uint8Array(sensors.length);
		this.#values = new Float64Array(sensors.length);
		this.#readAt = new Float64Array(sensors.length);
		this.#offset = Float64Array.from(sensors, (s) => s.offset);
		this.#collector = roles.collector?.index ?? 0;
		this.#tank = roles.tank?.index ?? 0;
		this.#layers = roles.tank_sensors.map((s) => s.index);
		this.#low = Float64Array.from(sensors, (s) => s.range.low);
		this.#high = Float64Array.from(sensors, (s) => s.range.high);
	}

	/** As before the first turn. */
	forget(): void {
		this.pump = new Relay();
		this.heater = new Relay();
		this.#running = false;
		this.#full = false;
		this.#tooHot = false;
		this.#boiling = false;
		this.#cooling = false;
		this.#dumping = false;
		this.#ok.fill(0);
	}

	turn(turn: number): void {
		const now = this.#day.at[turn] ?? 0;
		this.#judge(turn, now);
		const { limits } = this;
		const hot = this.#values[this.#collector] ?? 0;
		const cold = this.#values[this.#tank] ?? 0;
		let hottest = Number.NEGATIVE_INFINITY;
		for (const i of this.#layers) {
			const value = this.#values[i] ?? 0;
			if (this.#ok[i] === 1 && value > hottest) hottest = value;
		}
		const seen = this.#ok[this.#collector] === 1 && this.#ok[this.#tank] === 1;
		const gain = Math.round((hot - cold) * 10) / 10;
		const { target, hysteresis, maximum } = limits;
		this.#running = seen && (this.#running ? gain > limits.stop_at : gain >= limits.start_at);
		this.#full = this.#full ? cold >= target - hysteresis : cold >= target;
		this.#tooHot = this.#tooHot ? hottest >= maximum - hysteresis : hottest >= maximum;
		this.#boiling = this.#boiling ? hot >= limits.boil_below : hot >= limits.boil_at;
		this.#cooling = this.#cooling ? hot >= limits.cool_below : hot >= limits.cool_at;
		const above = this.#dumping ? limits.night_above - limits.night_hysteresis : limits.night_above;
		this.#dumping = limits.night && cold >= above && -gain >= limits.colder_by;
		this.#wantPump(now, seen);
		this.#wantHeater(now, this.#ok[this.#tank] === 1 && hottest > Number.NEGATIVE_INFINITY);
	}

	#judge(turn: number, now: number): void {
		const { values, pace } = this.#day;
		const count = this.#ok.length;
		const from = turn * count;
		const patience = Math.max(3 * pace, 30);
		for (let i = 0; i < count; i++) {
			const value = (values[from + i] ?? Number.NaN) + (this.#offset[i] ?? 0);
			const was = this.#values[i] ?? 0;
			const good = value >= (this.#low[i] ?? 0) && value <= (this.#high[i] ?? 0);
			const jump = Math.abs(value - was);
			if (this.#ok[i] === 1 && jump > 10 && jump / Math.max(now - (this.#readAt[i] ?? 0), 1) > 5) this.jumps += 1;
			if (good) {
				this.#values[i] = value;
				this.#readAt[i] = now;
			}
			this.#ok[i] = good && now - (this.#readAt[i] ?? 0) < patience ? 1 : 0;
		}
	}

	#wantPump(now: number, seen: boolean): void {
		const { pump } = this;
		let want = 0;
		let safe = true;
		if (!seen) pump.reason = 1;
		else if (this.#boiling) pump.reason = 2;
		else if (this.#tooHot) pump.reason = 3;
		else {
			safe = false;
			if (pump.held_until > now) {
				want = pump.held;
				pump.reason = 4;
			} else if (this.#cooling || this.#dumping) {
				want = 100;
				pump.reason = this.#cooling ? 5 : 6;
			} else if (this.#full) pump.reason = 7;
			else if (this.#running) {
				want = 100;
				pump.reason = 8;
			} else pump.reason = 9;
		}
		this.#drive(pump, want, safe, now);
	}

	#wantHeater(now: number, seen: boolean): void {
		const { heater } = this;
		const safe = !seen || this.#tooHot;
		const want = !safe && heater.held_until > now ? heater.held : 0;
		heater.reason = safe ? 1 : want > 0 ? 4 : 10;
		this.#drive(heater, want, safe, now);
	}

	#drive(relay: Relay, wanted: number, safe: boolean, now: number): void {
		const { least_run, least_rest } = this.limits;
		const runs = relay.load > 0;
		const lasted = now - relay.since;
		let want = wanted;
		if (runs) relay.seconds += now - relay.at;
		relay.at = now;
		if (want > 0 && !runs && lasted < least_rest) want = 0;
		if (want === 0 && runs && !safe && lasted < least_run) want = relay.load;
		if (want > 0 !== runs) {
			relay.since = now;
			if (want > 0) relay.starts += 1;
		}
		relay.load = want;
	}
}
