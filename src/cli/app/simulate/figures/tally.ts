import type { Output } from "#model/plant/plant.ts";
import { type Energies, grown } from "#simulation/energies.ts";
import type { Simulation } from "../simulation.ts";
import { Curves } from "./curves.ts";
import { Runs } from "./runs.ts";

const DAY = 86_400;
/** °C above which a collector's fluid ages. */
const HOT = 95;
/** W of a circulation pump. */
const PUMP_POWER = 35;

/** What a simulation came to. Energies in kWh. */
export interface Figures {
	/** Share of the heat that came from the sun, 0 to 1. */
	readonly solar_fraction: number;
	readonly solar_kwh: number;
	readonly heater_kwh: number;
	/** From stoves and boilers. */
	readonly fire_kwh: number;
	readonly draw_kwh: number;
	readonly loss_kwh: number;
	/** Of all pumps. */
	readonly starts: number;
	readonly pump_hours: number;
	readonly pump_kwh: number;
	readonly heater_starts: number;
	readonly heater_hours: number;
	/** By which drawn water was colder than 45 °C. */
	readonly short_kwh: number;
	readonly stored_kwh: number;
	/** What the balance of all heat does not explain. */
	readonly balance_kwh: number;
	readonly hours_above_95: number;
	/** With steam in a collector. */
	readonly boil_hours: number;
	readonly hottest_collector: number;
	readonly hottest_tank: number;
	/** Of all pumps on the day with the most. */
	readonly most_starts_a_day: number;
	readonly outputs: Readonly<Record<string, { readonly starts: number; readonly hours: number }>>;
	/** How often each warning and error was told, by code. */
	readonly notices: Readonly<Record<string, number>>;
}

/** The figures of one day. */
export interface DayFigures {
	readonly solar_kwh: number;
	readonly heater_kwh: number;
	readonly draw_kwh: number;
	readonly loss_kwh: number;
	readonly starts: number;
	readonly pump_hours: number;
}

/** Counts what a simulation does, turn by turn. */
export class Tally {
	readonly curves: Curves;
	readonly days: DayFigures[] = [];
	private readonly runs: readonly Runs[];
	private readonly pumps: readonly Runs[];
	private readonly heaters: readonly Runs[];
	private readonly begun: Energies;
	private readonly notices = new Map<string, number>();
	private above = 0;
	private boils = 0;
	private hottest = Number.NEGATIVE_INFINITY;
	private hottestTank = Number.NEGATIVE_INFINITY;
	private readonly turn: number;
	private midnight: { readonly energies: Energies; readonly starts: number; readonly hours: number };
	private nextDay = DAY;

	/** @param seconds of the whole simulation, and of a turn */
	constructor(simulation: Simulation, seconds: number, turn: number) {
		const { outputs } = simulation.bound.plant;
		const all = outputs.map((output) => ({ output, runs: new Runs() }));
		const of = (role: Output["role"]) => all.filter(({ output }) => output.role === role).map(({ runs }) => runs);
		this.turn = turn;
		this.runs = all.map(({ runs }) => runs);
		this.pumps = of("pump");
		this.heaters = of("heater");
		this.begun = simulation.house.energies;
		this.midnight = { energies: this.begun, starts: 0, hours: 0 };
		this.curves = new Curves(seconds, turn);
	}

	/** After each turn. */
	see(simulation: Simulation): void {
		const { house, state, decision } = simulation;
		const { turn, runs } = this;
		for (let index = 0; index < runs.length; index++)
			runs[index]?.see((state.outputs[index]?.actual ?? state.outputs[index]?.wanted ?? 0) > 0, turn);
		let hottest = Number.NEGATIVE_INFINITY;
		let boils = false;
		for (const field of house.collectors) {
			if (field.sensed > hottest) hottest = field.sensed;
			if (field.blocked) boils = true;
		}
		if (hottest > HOT) this.above += turn;
		if (boils) this.boils += turn;
		if (hottest > this.hottest) this.hottest = hottest;
		for (const tank of house.tanks) if (tank.top > this.hottestTank) this.hottestTank = tank.top;
		for (const { level, code } of decision?.notices ?? [])
			if (level !== "info") this.notices.set(code, (this.notices.get(code) ?? 0) + 1);
		this.curves.see(simulation, hottest, this.pumps, this.heaters);
		if (simulation.passed >= this.nextDay) this.endDay(simulation);
	}

	figures({ house, bound }: Simulation): Figures {
		const total = grown(this.begun, house.energies);
		const { solar_kwh, heater_kwh, fire_kwh } = total;
		const made = Math.max(solar_kwh, 0) + heater_kwh + fire_kwh;
		return {
			solar_fraction: made > 0 ? Math.max(solar_kwh, 0) / made : 0,
			...{ solar_kwh, heater_kwh, fire_kwh },
			draw_kwh: total.draw_kwh,
			loss_kwh: total.loss_kwh,
			starts: startsOf(this.pumps),
			pump_hours: hoursOf(this.pumps),
			pump_kwh: (hoursOf(this.pumps) * PUMP_POWER) / 1000,
			heater_starts: startsOf(this.heaters),
			heater_hours: hoursOf(this.heaters),
			short_kwh: total.short_kwh,
			stored_kwh: total.stored_kwh,
			balance_kwh: unexplained(total),
			hours_above_95: this.above / 3600,
			boil_hours: this.boils / 3600,
			hottest_collector: this.hottest,
			hottest_tank: this.hottestTank,
			most_starts_a_day: this.days.reduce((most, { starts }) => Math.max(most, starts), 0),
			outputs: Object.fromEntries(
				bound.plant.outputs.map(({ id, index }) => [
					id,
					{ starts: this.runs[index]?.starts ?? 0, hours: this.runs[index]?.hours ?? 0 },
				]),
			),
			notices: Object.fromEntries(this.notices),
		};
	}

	private endDay({ house }: Simulation) {
		const { energies } = house;
		const [starts, hours] = [startsOf(this.pumps), hoursOf(this.pumps)];
		const { solar_kwh, heater_kwh, draw_kwh, loss_kwh } = grown(this.midnight.energies, energies);
		const own = { starts: starts - this.midnight.starts, pump_hours: hours - this.midnight.hours };
		this.days.push({ solar_kwh, heater_kwh, draw_kwh, loss_kwh, ...own });
		this.midnight = { energies, starts, hours };
		this.nextDay += DAY;
	}
}

const startsOf = (runs: readonly Runs[]) => runs.reduce((sum, { starts }) => sum + starts, 0);
const hoursOf = (runs: readonly Runs[]) => runs.reduce((sum, { hours }) => sum + hours, 0);

/** What came in, less what went out and what stayed. */
const unexplained = (e: Energies): number =>
	e.absorbed_kwh +
	e.heater_kwh +
	e.fire_kwh -
	(e.draw_kwh + e.loss_kwh + e.collector_loss_kwh + e.pipe_loss_kwh + e.stove_loss_kwh) -
	(e.stored_kwh + e.loop_kwh);
