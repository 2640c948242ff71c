import { energyOf } from "#energy/figures/figures.ts";
import { runOf } from "#energy/figures/runs.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Family, Sample } from "./exposition.ts";

const JOULES = 3_600_000;

/** What was counted, in joules and seconds. Left out while the store cannot be read, because a count from 0 on is none. */
export function energyFamilies(snapshot: Snapshot): readonly Family[] {
	const { sun, heaters, tanks } = energyOf(snapshot);
	const heater = (value: (one: (typeof heaters)[number]) => number | undefined) =>
		heaters.flatMap((one) => sample({ output: one.id }, value(one)));
	const tank = (value: (one: (typeof tanks)[number]) => number | undefined) =>
		tanks.flatMap((one) => sample({ tank: one.id }, value(one)));
	return [
		...runFamilies(snapshot),
		joules("sun_heat", "Heat from the collectors", sample({}, sun?.heat?.total), "counter"),
		watts("sun_power", "Heat flow from the collectors now", sample({}, sun?.power)),
		joules(
			"heater_energy",
			"Energy that a heater took",
			heater(({ energy }) => energy?.total),
			"counter",
		),
		watts(
			"heater_power",
			"What a heater takes now",
			heater(({ power }) => power),
		),
		joules(
			"tank_stored",
			"Heat in a tank above cold water",
			tank(({ kwh }) => kwh),
			"gauge",
		),
		joules(
			"tank_drawn",
			"Heat that was drawn as hot water, by the flow at the tap",
			tank(({ drawn }) => drawn?.total),
			"counter",
		),
		joules(
			"tank_lost",
			"Heat that a tank gave off to its room",
			tank(({ loss }) => loss?.heat.total),
			"counter",
		),
		{
			name: "solar_heating_tank_usable_liters",
			type: "gauge",
			help: "Water at 40 °C that a tank can give.",
			unit: "liters",
			samples: tank(({ usable }) => usable),
		},
	];
}

function runFamilies(snapshot: Snapshot): readonly Family[] {
	const each = (what: "seconds" | "starts") =>
		snapshot.plant.outputs.flatMap(({ id, role }) => sample({ output: id, role }, runOf(snapshot, id)?.[what]));
	return [
		{
			name: "solar_heating_output_run_seconds",
			type: "counter",
			help: "How long an output has run.",
			unit: "seconds",
			samples: each("seconds"),
		},
		{
			name: "solar_heating_output_starts",
			type: "counter",
			help: "How often an output has started.",
			samples: each("starts"),
		},
	];
}

const sample = (labels: Readonly<Record<string, string>>, value: number | undefined): readonly Sample[] =>
	value === undefined ? [] : [{ labels, value }];

const joules = (name: string, help: string, kwh: readonly Sample[], type: Family["type"]): Family => ({
	name: `solar_heating_${name}_joules`,
	type,
	help: `${help}. 3,600,000 J are 1 kWh.`,
	unit: "joules",
	samples: kwh.map(({ labels = {}, value }) => ({ labels, value: Math.round(value * JOULES) })),
});

const watts = (name: string, help: string, samples: readonly Sample[]): Family => ({
	name: `solar_heating_${name}_watts`,
	type: "gauge",
	help: `${help}.`,
	unit: "watts",
	samples,
});
