import { remark, type Sentence } from "#model/sentences/sentence.ts";
import type { Figures } from "./tally.ts";

/** A figure as people read it. */
export interface FigureRow {
	/** In the section `command`. */
	readonly label: Sentence;
	readonly unit: string;
	readonly digits: number;
	of(figures: Figures): number;
	/** Left out where it is 0 in every column. */
	readonly rare?: true;
}

const row = (label: Sentence, unit: string, digits: number, of: FigureRow["of"]): FigureRow => ({
	label,
	unit,
	digits,
	of,
});
const rare = (one: FigureRow): FigureRow => ({ ...one, rare: true });

/** In the order of the table. */
export const ROWS: readonly FigureRow[] = [
	row(remark("sim_solar_share"), "%", 1, ({ solar_fraction }) => solar_fraction * 100),
	row(remark("sim_solar"), "kWh", 0, ({ solar_kwh }) => solar_kwh),
	row(remark("sim_heater"), "kWh", 0, ({ heater_kwh }) => heater_kwh),
	rare(row(remark("sim_fire"), "kWh", 0, ({ fire_kwh }) => fire_kwh)),
	row(remark("sim_draw"), "kWh", 0, ({ draw_kwh }) => draw_kwh),
	row(remark("sim_short"), "kWh", 1, ({ short_kwh }) => short_kwh),
	row(remark("sim_loss"), "kWh", 0, ({ loss_kwh }) => loss_kwh),
	row(remark("sim_starts"), "", 0, ({ starts }) => starts),
	row(remark("sim_most_starts"), "", 0, ({ most_starts_a_day }) => most_starts_a_day),
	row(remark("sim_pump_hours"), "h", 0, ({ pump_hours }) => pump_hours),
	row(remark("sim_pump_kwh"), "kWh", 0, ({ pump_kwh }) => pump_kwh),
	row(remark("sim_heater_hours"), "h", 0, ({ heater_hours }) => heater_hours),
	row(remark("sim_hottest_collector"), "°C", 0, ({ hottest_collector }) => hottest_collector),
	row(remark("sim_hottest_tank"), "°C", 0, ({ hottest_tank }) => hottest_tank),
	row(remark("sim_hours_hot"), "h", 0, ({ hours_above_95 }) => hours_above_95),
	rare(row(remark("sim_boil_hours"), "h", 1, ({ boil_hours }) => boil_hours)),
];
