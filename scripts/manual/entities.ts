import type { Entity } from "#home-assistant/entities/entity.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { AddonTexts } from "#options/page/addon-texts.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { TEXTS } from "#words/en.ts";
import { cell, table } from "./table.ts";

/** Description of each entity. Those of settings use their option's description; `proof_*` share one. */
const SHOWS: Readonly<Record<string, string>> = {
	your_sensor_temperature: "What the sensor measures. *Unknown* while it is lost, never an old number.",
	your_sensor_fault: "On while the sensor is lost; attributes `code` and `text` say how.",
	your_output: "What the output really does. Switching it holds it for a time, then the controller takes it back.",
	your_output_level:
		"Its level as its board confirmed it, for an output that takes levels; 0 is off. Moving the slider holds it there for a time. A level that it cannot have is refused.",
	your_output_auto: "Ends that hold at once.",
	your_output_why:
		"Why the output is as it is, as a sentence, written when the reason changes; attributes `code` and the numbers of that moment.",
	your_output_hold_left: "Minutes for which a person still holds it; 0 while the controller has it.",
	your_output_reason: "Why the output is as it is: a code, the sentence in `text`, the numbers beside it.",
	your_output_fault: "On while the output does not do as it is told; attributes `code` and `text`.",
	your_output_run_time: "Hours that it has run, over restarts.",
	your_output_starts: "How often it has started, over restarts.",
	solar_power:
		"Heat that the collectors give now; attributes `boundary` and `uncertainty_percent`. See docs/energy.md.",
	solar_heat_today: "kWh of the collectors since midnight, shown some minutes late; the same attributes.",
	solar_heat: "The same since the beginning, for statistics. It never falls.",
	solar_heat_month: "The same of this month.",
	solar_heat_year: "The same of this year.",
	usable_water:
		"Litres of water at 40 °C that the tank gives, mixed with water of 10 °C. *Unknown* while one of its sensors is lost; attribute `lost`.",
	stored_energy: "kWh in the tank above the temperature of cold water. *Unknown* while one of its sensors is lost.",
	stratification: "How much warmer the top of the tank is than its bottom.",
	drawn_heat:
		"kWh of hot water that was drawn, by the flow meter at the tap; attributes `boundary` and `uncertainty_percent`.",
	lost_heat:
		"kWh that the tank gave off to its room. *Unknown* until three times of rest have shown how much that is; the same attributes.",
	heat_recovery_supply:
		"Temperature efficiency of heat-recovery ventilation; *unknown* below 3 K between indoors and outdoors.",
	heat_recovery_exhaust: "The same of the exhaust side.",
	mode: "`auto`: the controller controls. `off`: everything at rest, only safety acts.",
	activity: "What the plant is doing, in a word.",
	boil_stop: "On while the pump is stopped because the collector boils.",
	tank_too_hot: "On while pump and heater are stopped because the tank has reached its maximum.",
	audit_trail:
		"On where somebody changed the audit trail. Attributes: when it was looked through, how many entries it has, the newest and its hash.",
	storage_fault: "On while nothing can be saved.",
	collector_tank_difference: "How much warmer the collector is than the tank.",
	next_change:
		"When the next pump, heater or valve is expected to start or stop; attribute `text` says which and why. *Unknown* while nothing is expected soon.",
	holiday_until: "The day on which the holiday ends. Choosing one switches it on, today ends it.",
	heater_control_ready_by_daily: "One time for every day; *unknown* while the setting has others.",
	legionella_start_at_daily: "One time for every day; *unknown* while the setting has others.",
	heater_control_windows_from:
		"Begin of the window, where it is the same every day; *unknown* while the setting has others.",
	heater_control_windows_until: "Its end. Choosing one end makes it a window of every day.",
	circulation_windows_from: "The same of the circulation.",
	circulation_windows_until: "The same of the circulation.",
	tube_kick_windows_from: "The same of the tube collector's function.",
	tube_kick_windows_until: "The same of the tube collector's function.",
	fault_began:
		"Each fault when it begins, for notifications: event type `warning` or `alarm`, attributes `code` and `text`.",
	broker_problem:
		"On where the last audit of the broker, the connection or the login has a problem; attribute `problems`. *Unknown* before the first audit.",
	attention:
		"On when anything is wrong: in the app, a lost sensor, an output that does not do as told; attribute `findings` has the sentences, and for a minute those of refused commands.",
	broker_connection: "Connected, or what fails; attributes `cause` and `remedy` say what to do.",
	credentials_age: "Days since the broker first accepted this login.",
	broker_attack:
		"On while somebody tries something at the broker, with `watch` on; attributes say what, from where, and what to do.",
	security_event: "Whatever the watch over the broker tells of, with `watch` on: what, from where, and what to do.",
	command_refused:
		"A command from Home Assistant was refused; attribute `text` says which, and what to do. The control shows what is in force.",
	broker_refusals: "Logins that the broker refused since the app started, with `watch` on; our own audit is left out.",
	security_score: "0 to 100: what the last audit found of the broker.",
	security_audit: "Audits the broker now.",
};
const PROOF = "On where the last audit found this wrong; attributes `message` and `remedy`. *Unknown* before it.";

/** A row for every entity that a sensor, an output and the plant as a whole have. */
export function entitiesTable(): string {
	const rows = sampled()
		.toSorted((a, b) => rank(a) - rank(b))
		.map((entity) => [
			cell(entity.name),
			`\`${entity.platform}.solar_heating_${entity.key}\``,
			cell(shows(entity) ?? ""),
		]);
	return table(["name", "entity", "what it shows or does"], rows);
}

/** Sensors and outputs first, then the plant, then rarely used entities. */
function rank({ key, platform }: Entity): number {
	if (key.startsWith("your_sensor")) return 0;
	if (key.startsWith("your_output")) return 1;
	if (key === "mode" || key === "activity") return 2;
	if (key.startsWith("proof_")) return 4;
	return platform === "number" || platform === "switch" ? 5 : 3;
}

/** Entities that the manual does not list. */
export const unexplained = (): readonly string[] =>
	sampled().flatMap((entity) => (shows(entity) === undefined ? [entity.key] : []));

/**
 * Sensors and outputs that some of the plant's entities need. Their own entities are shown by `your_sensor` and
 * `your_output`.
 */
const ROLE = "role_";
const SENSORS = ["collector", "tank", "return_line", "outdoor_air", "supply_air", "exhaust_air", "extract_air"].map(
	(role) => ({ role, source: `simulated:${role}` }),
);
const OUTPUTS = [
	{ role: "pump", target: "simulated:pump", full_flow: 4 },
	{ role: "heater", target: "simulated:heater" },
];
const HEIGHTS = [20, 70, 120];
const layer = (height: number) => ({ role: "tank_layer", source: `simulated:tank/${height}`, height });

/** A plant with every role, and with one sensor and one output whose ids are placeholders. */
function sampled(): readonly Entity[] {
	const parsed = parse({
		sensors: [
			{ id: "your_sensor", role: "other", source: "simulated:tank/140" },
			...SENSORS.map((sensor) => ({ ...sensor, id: `${ROLE}${sensor.role}` })),
			...HEIGHTS.map((height) => ({ ...layer(height), id: `${ROLE}layer_${height}` })),
		],
		outputs: [
			{ id: "your_output", role: "other", target: "simulated:pump_speed" },
			...OUTPUTS.map((output) => ({ ...output, id: `${ROLE}${output.role}` })),
		],
	});
	if (parsed.kind === "invalid") throw new Error(parsed.problems.map((p) => `${p.path}: ${p.remedy}`).join("\n"));
	return entitiesOf(plantOf(parsed.options), "en", { watch: true }).filter(({ key }) => !key.startsWith(ROLE));
}

function shows({ key }: Entity): string | undefined {
	if (key.startsWith("proof_")) return PROOF;
	return SHOWS[key] ?? described().get(key);
}

/** By key, what the option of the same setting says. */
function described(): ReadonlyMap<string, string | undefined> {
	const groups: AddonTexts = TEXTS.configuration;
	return new Map(
		Object.entries(groups).flatMap(([group, { fields = {} }]) =>
			Object.entries(fields).map(([field, { description }]) => [`${group}_${field}`, description] as const),
		),
	);
}
