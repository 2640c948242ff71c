import { MODES } from "#model/decision/intent.ts";
import { QUANTITIES } from "#model/quantities/quantity.ts";
import { LANGUAGES } from "#texts/say.ts";
import { list, number, object, oneOf, optional, record, ref, type Schema, text, whole, yes } from "./schema.ts";

const quantity = oneOf(...QUANTITIES);
const facts = record({ type: ["string", "number", "boolean"] });
const reason = {
	want: number("%"),
	want_text: text("The same in words."),
	rank: text("`none` without a claim."),
	because: text("Code of the reason."),
	text: text("The reason as a sentence."),
	facts,
};
const overruled = list(object(reason));
const kwh = object({
	total_kwh: number(),
	today_kwh: optional(number()),
	hours_kwh: optional(
		list(number(), "Of today, by the hours of the local clock, from midnight to the last in which something came."),
	),
	month_kwh: optional(number()),
	year_kwh: optional(number()),
});
const values = record(
	list({ type: ["number", "null"] }),
	"By sensor, a value for each of `times`; null where there was none.",
);

const sensor = object({
	id: text(),
	name: text(),
	role: text(),
	height: optional(number("cm above the tank's bottom.")),
	quantity,
	unit: text("Empty where the quantity has none."),
	state: oneOf("ok", "stale", "broken", "unknown"),
	value: optional(number("In that unit, only if the state is `ok`.")),
	age: optional(number("Seconds since it was measured.")),
	fault: optional(text("Code of what is wrong.")),
	text: optional(text()),
});

const output = object({
	...reason,
	id: text(),
	name: text(),
	role: oneOf("pump", "heater", "valve", "other"),
	level: optional(object({})),
	actual: optional(number("% as its device confirmed it; absent while unknown.")),
	state_text: text(),
	age: optional(number("Seconds since the load began to run, or to rest.")),
	silence_test: optional(text()),
	fault: optional(text()),
	fault_text: optional(text()),
	explanation: optional(object({}, "What was compared, and what would change it.")),
	limited: optional(object(reason)),
	overruled,
});

const circuit = object({
	...reason,
	id: text(),
	name: text(),
	from: text("Id of a part."),
	to: text("Id of a part."),
	pump: text("Id of an output."),
	valves: list(object({ valve: text(), position: number("%"), stands: yes() })),
	priority: whole("1 is served first."),
	runs: yes("Heat flows in it, by what the devices confirmed."),
	age: optional(number()),
	displaced: yes("Another circuit was served in its place."),
	explanation: optional(object({})),
	limited: optional(object(reason)),
	overruled,
});

const part = object({
	kind: oneOf("collector", "tank", "source", "sink"),
	id: text(),
	name: text(),
	sensor: optional(text("The sensor that decides.")),
	sensors: list(text()),
	heaters: list(text()),
	use: optional(text()),
	volume_l: optional(number()),
	height_cm: optional(number()),
	area_m2: optional(number()),
});

const broker = object({
	state: text("`none` without a broker."),
	since: optional(text()),
	attempts: optional(number()),
	host: optional(text()),
	port: optional(number()),
	user: optional(text()),
	protocol: optional(text()),
	tls: optional(yes()),
	cause: optional(text()),
	remedy: optional(text()),
	score: optional(number("Of the last audit, 0 to 100.")),
	audited: optional(text()),
	proofs: list(object({ id: text(), status: text(), verdict: oneOf("fine", "problem", "unknown"), class: text() })),
});

const snapshot = object({
	version: text(),
	language: oneOf(...LANGUAGES),
	alive: yes("The control loop turns."),
	t: number("Seconds since the app was started; a clock that nobody sets."),
	mode: oneOf(...MODES),
	activity: text("What the plant does."),
	configured: yes(),
	options_valid: yes(),
	problems: list(ref("Problem"), "Mistakes in the options."),
	parts: list(part),
	circuits: list(circuit),
	outputs: list(output),
	sensors: list(sensor),
	energy: optional(
		object({
			sun: optional(kwhOf("boundary")),
			heaters: optional(list(kwhOf("id"))),
			tanks: optional(list(object({ id: text() }))),
		}),
	),
	concerns: list(
		object({ severity: oneOf("alarm", "warning"), code: text(), text: text(), remedy: optional(text()) }),
		"What needs a person, the worst first.",
	),
	findings: list(object({ code: text(), severity: text(), text: text() })),
	broker,
	found: optional(list(object({ source: text(), value: optional(number()), fault: optional(text()) }))),
});

function kwhOf(key: string): Schema {
	const { properties } = kwh as { readonly properties: Readonly<Record<string, Schema>> };
	const optionally = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, optional(schema)]));
	return object({ [key]: text(), power_w: optional(number()), ...optionally });
}

const history = object({
	from: number("ms since 1970-01-01 UTC."),
	to: number(),
	step: whole("Minutes per point. More than was asked for, where there would be over 2,000 points."),
	times: list(number(), "Start of each point, ms since 1970. There is no point for a time in which nothing ran."),
	sensors: values,
	lows: values,
	highs: values,
	quantities: record(text()),
	outputs: record(
		list(object({ at: number("ms since 1970."), percent: number() })),
		"By output, and `circuit:` with the id of a circuit: percent from this moment on. With steps of an hour and more, only starts and stops.",
	),
});

const energy = object({
	from: text(),
	to: text(),
	step: oneOf("day", "month", "year"),
	periods: list(
		object({
			period: text("2026-11-30, 2026-11 or 2026."),
			days: whole("Days of it that were counted."),
			energies: list(object({ source: text(), boundary: text(), kwh: number() })),
		}),
	),
});

const hardware = object({
	sensors: list(
		object({
			source: text("As the options name it."),
			quantity: optional(quantity),
			value: optional(number()),
			fault: optional(text()),
			text: optional(text()),
			used_by: optional(list(text())),
		}),
	),
	places: list(
		object({
			kind: text(),
			at: text(),
			also: optional(list(text())),
			name: optional(text()),
			likely: list({}),
			state: oneOf("free", "used", "held", "unreachable"),
			used_by: optional(list(text())),
			held_by: optional(text()),
			fault: optional(text()),
			text: optional(text()),
		}),
	),
	broker: optional(object({ state: oneOf("never", "looking", "looked", "failed") })),
});

const ID = { type: "string", pattern: "^[\\w-]{1,64}$" };
const kind = (name: string): Schema => ({ type: "string", const: name });
const intent: Schema = {
	oneOf: [
		object(
			{
				kind: kind("hold"),
				output: ID,
				want: { type: "number", minimum: 0, maximum: 100 },
				for: { type: "number", minimum: 60, maximum: 86_400, description: "Seconds." },
			},
			"An output or circuit is held for a time. A heater is held on for an hour at most.",
		),
		object({ kind: kind("release"), output: ID }, "Back to automatic."),
		object({ kind: kind("mode"), mode: oneOf("auto", "off") }),
		object({ kind: kind("setting"), rule: text(), field: text(), value: number() }),
		object({ kind: kind("setting"), rule: text(), field: text(), value: text() }, "Times and hours."),
	],
};

/** The schemas of the document, by name. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
	Error: object({ error: text("What happened, for a person.") }),
	Misasked: object(
		{ error: text(), parameter: text(), value: text(), remedy: text() },
		"Which parameter is wrong, and what helps.",
	),
	Problem: object({ path: text(), value: text(), remedy: text(), code: text(), facts }),
	Problems: object({ problems: list(ref("Problem")) }),
	Snapshot: snapshot,
	History: history,
	Energy: energy,
	Hardware: hardware,
	Intent: intent,
};
