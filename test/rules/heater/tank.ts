import { type Bound, bind } from "#control/bind.ts";
import { settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import type { AnyRule } from "#control/rule.ts";
import { firstState, type State, step } from "#control/step.ts";
import type { Reason } from "#model/decision/decision.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Group } from "#model/decision/settings.ts";
import type { Finding } from "#model/findings/finding.ts";
import { AT_REST } from "#model/plant/output.ts";
import { type Output, type Plant, type Sensor, sensorId } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { plausible } from "#model/plant/sensor-role.ts";
import { instant, kelvin, seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import * as registry from "#rules/index.ts";
import { type Changes, fakePlant, PACE, settingsFor } from "../../fakes/plant.ts";

/** All rules of the product: what others forbid counts too. */
const RULES = Object.values(registry);

/** The fake plant with sensors that tell of surplus power and of the price. */
export function surplusPlant(changes: Changes = {}): Plant {
	const plant = fakePlant(changes);
	const [first] = plant.sensors;
	if (first === undefined) throw new Error("the fake plant has sensors");
	const teller = (role: "surplus_power" | "price", index: number): Sensor => ({
		...first,
		id: sensorId(role),
		index,
		role,
		quantity: role === "price" ? "price" : "power",
		source: `fake:${role}`,
		channel: role,
		range: plausible(role),
		offset: kelvin(0),
	});
	const { length } = plant.sensors;
	return { ...plant, sensors: [...plant.sensors, teller("surplus_power", length), teller("price", length + 1)] };
}

/** What every sensor shows; undefined is a lost one. */
export interface Weather {
	readonly collector?: number;
	/** K/h that the tank gains or loses without the heater. */
	readonly drift?: number;
	readonly surplus_power?: number;
	readonly price?: number;
	readonly lost?: readonly string[];
	/** The heater has no water, or no current. */
	readonly dry?: boolean;
	/** What is drawn now, in K. */
	readonly drawn?: number;
}

interface Life {
	readonly plant?: Plant;
	readonly settings?: Group;
	readonly others?: Readonly<Record<string, Group>>;
	readonly tank?: number;
	/** `mo 06:30` */
	readonly from?: string;
	/** K/h at full power. */
	readonly rate?: number;
	readonly rules?: readonly AnyRule[];
}

const DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"];
export function wallAt(text: string): Wall {
	const [day = "", time = ""] = text.split(" ");
	const [hours = 0, minutes = 0] = time.split(":").map(Number);
	return { date: "2026-06-01", weekday: DAYS.indexOf(day) + 1, minute_of_day: hours * 60 + minutes, trusted: true };
}

/** A tank of mixed water that is turned minute by minute with all rules, by a clock on the wall. */
export class Tank {
	readonly plant: Plant;
	readonly #bound: Bound;
	readonly #rate: number;
	#state: State;
	#t = 1000;
	wall: Wall;
	tank: number;
	weather: Weather = {};
	#day = 0;
	#findings: readonly Finding[] = [];

	constructor({
		plant = surplusPlant(),
		settings = {},
		others = {},
		tank = 35,
		from = "mo 00:00",
		rate = 7.2,
		rules = RULES,
	}: Life) {
		this.plant = plant;
		this.#bound = bind(plant, rules);
		this.#rate = rate;
		this.tank = tank;
		this.wall = wallAt(from);
		const all = settingsFor(rules, { heater_control: { mode: "on", wait_for_sun: 0, ...settings }, ...others });
		this.#state = firstState(
			"auto",
			all,
			remembered(this.#bound, {}),
			plant.outputs.map(() => AT_REST),
		);
	}

	/** One minute. */
	turn(intents: readonly Intent[] = []): this {
		const { plant, weather } = this;
		this.#t += 60;
		this.#tick();
		const now = instant(this.#t);
		const samples = plant.sensors.map((s) => this.#sample(s));
		const decision = step(this.#bound, this.#state, { now, wall: this.wall, samples, intents });
		const effects = plant.outputs.map(() => undefined);
		this.#state = {
			...decision.state,
			outputs: settle(now, plant, decision.state.outputs, decision.verdicts, effects),
		};
		const heat = weather.dry ? 0 : (this.level * this.#rate) / 6000;
		this.#findings = decision.findings;
		this.tank += heat + (weather.drift ?? 0) / 60 - (weather.drawn ?? 0);
		this.because = decision.verdicts[this.#heater.index]?.because ?? { code: "none", facts: {} };
		return this;
	}

	because: Reason = { code: "none", facts: {} };

	/** @param seen called after each minute */
	minutes(count: number, seen: (tank: this) => void = () => undefined): this {
		for (let nth = 0; nth < count; nth += 1) seen(this.turn());
		return this;
	}

	get #heater(): Output {
		const heater = this.plant.outputs.find(({ role }) => role === "heater");
		if (heater === undefined) throw new Error("the plant has a heater");
		return heater;
	}
	/** In %, as its board confirms it. */
	get level(): number {
		const state = this.#state.outputs[this.#heater.index];
		return state?.actual ?? state?.wanted ?? 0;
	}
	get on(): boolean {
		return this.level > 0;
	}
	get clock(): string {
		const { weekday, minute_of_day } = this.wall;
		const two = (n: number) => String(n).padStart(2, "0");
		return `${DAYS[weekday - 1]} ${two(Math.floor(minute_of_day / 60))}:${two(minute_of_day % 60)}`;
	}
	get memory(): unknown {
		return this.#state.memories["heater_control"];
	}
	memoryOf(rule: string): unknown {
		return this.#state.memories[rule];
	}
	get findings(): readonly string[] {
		return this.#findings.map(({ code }) => code);
	}

	/** The process stops and starts again: memories have been JSON meanwhile, and outputs are at rest. */
	restart(): this {
		const saved = JSON.parse(JSON.stringify(this.#state.memories)) as Record<string, unknown>;
		const { settings, mode } = this.#state;
		const rest = this.plant.outputs.map(() => AT_REST);
		this.#state = firstState(mode, settings, remembered(this.#bound, saved), rest);
		return this;
	}

	#tick(): void {
		const next = this.wall.minute_of_day + 1;
		const { trusted, weekday } = this.wall;
		if (next < 1440) this.wall = { ...this.wall, minute_of_day: next };
		else {
			this.#day += 1;
			const date = new Date(Date.UTC(2026, 5, 1 + this.#day)).toISOString().slice(0, 10);
			this.wall = { date, minute_of_day: 0, weekday: (weekday % 7) + 1, trusted };
		}
	}

	#sample({ id, role }: Sensor): Sample | undefined {
		const { weather } = this;
		if (weather.lost?.includes(id) === true) return { pace: PACE, fault: { code: "open" } as never };
		const value =
			role === "collector"
				? (weather.collector ?? 10)
				: role === "surplus_power"
					? weather.surplus_power
					: role === "price"
						? weather.price
						: this.tank;
		return value === undefined ? undefined : { value, at: instant(this.#t), pace: seconds(60) };
	}
}
