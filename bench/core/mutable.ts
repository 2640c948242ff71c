import type { Day } from "./day.ts";

/**
 * The floor: the same judging, rules and interlock for the same plant, written by hand as one function over numbers that
 * are changed in place. No reasons with facts, no ranks, no registry, nothing that could be shown or saved: only the
 * decisions, each with the number of its reason.
 */
export class Mutable {
	pump = 0;
	heater = 0;
	reason = 0;
	#running = false;
	#full = false;
	#tooHot = false;
	#boiling = false;
	#cooling = false;
	#since = Number.NEGATIVE_INFINITY;
	#seconds = 0;
	#starts = 0;
	readonly #day: Day;
	readonly #ok: Uint8Array;
	readonly #collector: number;
	readonly #tank: number;
	readonly #layers: readonly number[];
	readonly #low: Float64Array;
	readonly #high: Float64Array;

	constructor(day: Day, limits: (role: string) => readonly [number, number]) {
		const { sensors, roles } = day.plant;
		this.#day = day;
		this.#ok = new Uint8Array(sensors.length);
		this.#collector = roles.collector?.index ?? 0;
		this.#tank = roles.tank?.index ?? 0;
		this.#layers = roles.tank_sensors.map((s) => s.index);
		this.#low = Float64Array.from(sensors, (s) => limits(s.role)[0]);
		this.#high = Float64Array.from(sensors, (s) => limits(s.role)[1]);
	}

	/** As before the first turn. */
	forget(): void {
		this.pump = 0;
		this.#running = false;
		this.#full = false;
		this.#tooHot = false;
		this.#boiling = false;
		this.#cooling = false;
		this.#since = Number.NEGATIVE_INFINITY;
	}

	turn(turn: number): void {
		const { values, at } = this.#day;
		const ok = this.#ok;
		const count = ok.length;
		const from = turn * count;
		const now = at[turn] ?? 0;
		for (let i = 0; i < count; i++) {
			const value = values[from + i] ?? Number.NaN;
			ok[i] = value >= (this.#low[i] ?? 0) && value <= (this.#high[i] ?? 0) ? 1 : 0;
		}
		const hot = values[from + this.#collector] ?? 0;
		const cold = values[from + this.#tank] ?? 0;
		let hottest = Number.NEGATIVE_INFINITY;
		for (const i of this.#layers) {
			const value = values[from + i] ?? 0;
			if (ok[i] === 1 && value > hottest) hottest = value;
		}
		const seen = ok[this.#collector] === 1 && ok[this.#tank] === 1;
		const gain = Math.round((hot - cold) * 10) / 10;
		this.#running = seen && (this.#running ? gain > 4 : gain >= 8);
		this.#full = this.#full ? cold >= 73 : cold >= 75;
		this.#tooHot = this.#tooHot ? hottest >= 93 : hottest >= 95;
		this.#boiling = this.#boiling ? hot >= 140 : hot >= 150;
		this.#cooling = this.#cooling ? hot >= 86 : hot >= 90;
		this.#decide(now, seen);
	}

	#decide(now: number, seen: boolean): void {
		let want = 0;
		let safe = true;
		if (!seen) this.reason = 1;
		else if (this.#boiling) this.reason = 2;
		else if (this.#tooHot) this.reason = 3;
		else {
			safe = false;
			if (this.#cooling) {
				want = 100;
				this.reason = 4;
			} else if (this.#full) this.reason = 5;
			else if (this.#running) {
				want = 100;
				this.reason = 6;
			} else this.reason = 7;
		}
		const runs = this.pump > 0;
		const lasted = now - this.#since;
		if (runs) this.#seconds += 1;
		if (want > 0 && !runs && lasted < 30) want = 0;
		if (want === 0 && runs && !safe && lasted < 30) want = 100;
		if (want > 0 !== runs) {
			this.#since = now;
			if (want > 0) this.#starts += 1;
		}
		this.pump = want;
	}
}
