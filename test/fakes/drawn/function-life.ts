import { type AnyRule, runsIn } from "#control/rule.ts";
import type { Mode } from "#model/decision/intent.ts";
import type { Group, Setting, Settings } from "#model/decision/settings.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { SensorRole } from "#model/plant/sensor-role.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import { laterBy, type Wall } from "#model/quantities/wall.ts";
import { type SettingField, settingFields } from "#rules/settings.ts";
import { settingsFor } from "../plant.ts";
import type { Dice } from "./dice.ts";
import { type Board, type Life, type Row, type Says, subjectsOf } from "./life.ts";

/** A life in which most functions are switched on, with any settings that options accept. */
export function drawFunctionLife(dice: Dice, plant: Plant, rules: readonly AnyRule[]): Life {
	const settings = drawSettings(dice, plant, rules);
	let wall: Wall = {
		...{ date: "2026-06-29", weekday: 1, minute_of_day: dice.nat(1440), trusted: !dice.once(6) },
	};
	const pace = dice.of(1, 1, 6);
	const near = LIMITS.map(([rule, field]) => Number(settings[rule]?.[field]));
	const dark = dice.nat(32);
	const rows = dice.times(dice.of(8, 16, 24, 32), (nth) => {
		const drawn = drawRow(dice, plant, nth === 0, pace, near);
		// Once all sensors are lost together, as when a bus is cut.
		const row = nth === dark ? { ...drawn, says: plant.sensors.map(({ index }) => [index, "fault"] as const) } : drawn;
		wall = laterBy(wall, seconds(row.dt));
		return { ...row, wall };
	});
	return { found: plant.outputs.map(() => undefined), rows, settings };
}

/** Every rule that this plant can run is on two times of three, with some fields anywhere in their range. */
function drawSettings(dice: Dice, plant: Plant, rules: readonly AnyRule[]): Settings {
	const fields = settingFields(rules);
	const groups = rules.map((rule) => {
		const own = fields.filter((field) => field.rule === rule.id);
		const on = runsIn(rule, plant) && !dice.once(3);
		let drawn: Group = Object.fromEntries(own.flatMap((field) => drawField(dice, field, on)));
		// Fields that limit each other are drawn again, some of them.
		while (!rule.options.safeParse(drawn).success) {
			const kept = Object.entries(drawn).filter(([field]) => isSwitch(field) || !dice.once(3));
			drawn = Object.fromEntries(kept);
		}
		return [rule.id, drawn];
	});
	return settingsFor(rules, Object.fromEntries(groups));
}
const isSwitch = (field: string): boolean => field === "enabled" || field === "mode";

function drawField(dice: Dice, field: SettingField, on: boolean): readonly (readonly [string, Setting])[] {
	const { field: name } = field;
	switch (field.kind) {
		case "switch":
			return [[name, name === "enabled" ? on : dice.once(2)]];
		case "choice": {
			const choices = name === "mode" ? field.choices.filter((one) => (one !== "off") === on) : field.choices;
			return [[name, dice.from(choices) ?? ""]];
		}
		case "number": {
			if (!dice.once(3)) return [];
			const { min, max, step } = field;
			const steps = Math.round((max - min) / step);
			// Near an end as often as anywhere: short times, low limits, great hysteresis.
			const nth = dice.of(
				dice.of(0, 1, steps),
				dice.nat(steps + 1),
				dice.nat(steps + 1),
				dice.nat(Math.min(steps, 12) + 1),
			);
			return [[name, Number((min + nth * step).toFixed(6))]];
		}
		case "text":
			return dice.once(2) || !field.fits(TEXTS[name]?.[0] ?? "") ? [] : [[name, dice.from(TEXTS[name] ?? []) ?? ""]];
	}
}
const TEXTS: Readonly<Record<string, readonly string[]>> = {
	windows: ["always", "06:00-10:00", "22:00-04:00, sa-su 08:00-09:00"],
	ready_by: ["06:30", "mo-fr 17:00"],
	start_at: ["20:00", "mo 03:00"],
};

/** Tanks are often near these, and a little beyond. */
const LIMITS = [
	["heater_control", "cut_out"],
	["heater_control", "comfort"],
	["tank_limit", "maximum"],
	["tank_limit", "target"],
	["legionella", "target"],
] as const;
const BESIDE = [-5.1, -5, -4.9, -3, -2, -0.1, 0, 0.1, 3] as const;

/** What sensors of these roles tell: around limits, and beyond them. */
const TOLD: Readonly<Partial<Record<SensorRole, readonly number[]>>> = {
	collector: [-15, 0, 3.9, 4, 6, 20, 20, 45, 45, 60, 61, 62, 75, 75, 90, 90, 110, 121, 139, 150, 180],
	tank: [4, 6, 20, 20, 30, 30, 39, 39, 45, 50, 50, 58, 60, 63, 74, 75, 80, 85, 90, 94.9, 95, 99],
	tank_layer: [4, 20, 20, 30, 45, 45, 50, 60, 60, 63, 75, 80, 89, 95],
	stove: [15, 50, 60, 65, 84, 90, 105],
	return_line: [15, 25, 30, 39.9, 40, 45, 60],
	outdoor_air: [-10, 5, 18, 20, 25],
	tap: [0, 0, 0.5, 1, 8],
	surplus_power: [-4000, -500, 0, 300, 2500, 3000, 6000],
	price: [-5, 0, 0.1, 20],
	sun_tomorrow: [0, 5, 15, 40],
};

/** What comes over a network is lost more often. */
const REMOTE: Readonly<Partial<Record<SensorRole, true>>> = { surplus_power: true, price: true, sun_tomorrow: true };

function drawRow(dice: Dice, plant: Plant, first: boolean, pace: number, near: readonly number[]): Row {
	const says = plant.sensors.flatMap(({ index, role }): readonly (readonly [number, Says])[] => {
		if (!first && !dice.once(5)) return [];
		if (dice.once(role in REMOTE ? 3 : 14)) return [[index, dice.of<Says>("fault", "silent")]];
		if ((role === "tank" || role === "tank_layer") && dice.once(3))
			return [[index, (dice.from(near) ?? 50) + dice.of(...BESIDE)]];
		return [[index, dice.from(TOLD[role] ?? [50]) ?? 50]];
	});
	const boards = plant.outputs.flatMap(({ index }) =>
		dice.once(40)
			? [[index, dice.of<Board>("late", "welded", "lost", "mute", "assumed")] as const]
			: dice.once(3) || first
				? [[index, "obeys"] as const]
				: [],
	);
	return {
		...{ dt: dice.of(1, 5, 10, 10, 30, 60, 300, 900) * pace, says, boards },
		intents: dice.once(12) ? drawIntents(dice, plant) : [],
		...(dice.once(24) ? { restarts: true } : {}),
	};
}

function drawIntents(dice: Dice, plant: Plant): Row["intents"] {
	const on = dice.from(subjectsOf(plant))?.id ?? "";
	const output = on as (typeof plant.outputs)[number]["id"];
	return [
		dice.of<Row["intents"][number]>(
			{ kind: "hold", output, want: percent(dice.of(0, 100)), for: seconds(dice.of(20, 600, 99_999)) },
			{ kind: "release", output },
			{ kind: "mode", mode: dice.of<Mode>("auto", "auto", "auto", "off", "test") },
		),
	];
}
