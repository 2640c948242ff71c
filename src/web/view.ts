import { type EnergyJson, energyIn } from "#energy/figures/json.ts";
import { reason, type Verdict } from "#model/decision/decision.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { toldVerdict } from "#model/decision/told-verdict.ts";
import type { Problem } from "#model/findings/finding.ts";
import type { FoundSensor } from "#model/plant/found.ts";
import type { Level } from "#model/plant/level.ts";
import type { Output, Sensor } from "#model/plant/plant.ts";
import type { Reading } from "#model/plant/reading.ts";
import { KINDS, type Quantity } from "#model/quantities/quantity.ts";
import { type Instant, OFF, since } from "#model/quantities/units.ts";
import type { ToldExplanation } from "#texts/explanation.ts";
import { outputName, sensorName, withNames } from "#texts/names.ts";
import { type Language, say, type ToldProblem, toldProblem } from "#texts/say.ts";
import { findingText } from "#texts/told.ts";
import { type BrokerView, brokerView } from "./broker-view.ts";
import { type Concern, concernsOf } from "./concerns.ts";
import {
	ageOf,
	type CircuitView,
	circuitView,
	explanationView,
	type OverruledView,
	type PartView,
	partView,
	type ReasonView,
	shownState,
	verdictView,
} from "./plant-view.ts";

/** What the page knows besides the turns. */
export interface About {
	readonly version: string;
	/** All faults of the options, including refused ones. */
	readonly problems: readonly Problem[];
	/** Nothing is controlled, because the options are invalid. */
	readonly invalid: boolean;
	/** The loop is turning. */
	readonly alive: boolean;
	/** Connected sensors while nothing is configured. Absent until they were looked for. */
	readonly found?: readonly FoundSensor[];
}

/** A connected sensor, by its source. */
export interface FoundView {
	readonly source: string;
	/** Absent: temperatures. */
	readonly quantity?: Quantity;
	/** In the unit of the quantity. */
	readonly value?: number;
	readonly fault?: string;
	readonly text?: string;
}

export interface SensorView {
	readonly id: string;
	readonly name: string;
	readonly role: string;
	/** cm above the tank's bottom. */
	readonly height?: number;
	readonly quantity: Quantity;
	/** Empty where the quantity has none. */
	readonly unit: string;
	readonly state: Reading["kind"];
	/** In that unit, only if the state is `ok`. */
	readonly value?: number;
	/** Seconds since it was measured. */
	readonly age?: number;
	readonly fault?: string;
	readonly text?: string;
}

export interface OutputView extends ReasonView {
	readonly id: string;
	readonly name: string;
	readonly role: Output["role"];
	/** Possible levels in %. Absent for a switch. */
	readonly level?: Level;
	/** Percent as confirmed by the board; absent while unknown. */
	readonly actual?: number;
	/** Only beyond a network: how its silence test stands. */
	readonly silence_test?: string;
	/** How it runs, in words: a percentage only of an output with a level; where a valve leads. */
	readonly state_text: string;
	/** Seconds since the load began to run, or to rest. */
	readonly age?: number;
	readonly fault?: string;
	readonly fault_text?: string;
	/** What was compared, and what would change it. Absent where no turn was. */
	readonly explanation?: ToldExplanation;
	/** The claim that keeps it from running as fast as is asked. */
	readonly limited?: OverruledView;
	/** The claims for something else. */
	readonly overruled: readonly OverruledView[];
}

/** A finished turn as people and scripts see it; plain data. */
export interface View {
	readonly version: string;
	readonly language: Language;
	readonly alive: boolean;
	readonly t: number;
	readonly mode: Snapshot["mode"];
	readonly activity: Snapshot["activity"];
	/** Whether there is anything to control. */
	readonly configured: boolean;
	readonly options_valid: boolean;
	readonly problems: readonly ToldProblem[];
	readonly parts: readonly PartView[];
	readonly circuits: readonly CircuitView[];
	readonly outputs: readonly OutputView[];
	readonly sensors: readonly SensorView[];
	/** What is told of energy. Absent where nothing is. */
	readonly energy?: EnergyJson;
	/** Faults and findings, the worst first. */
	readonly concerns: readonly Concern[];
	/** Every finding, also those that need no attention. */
	readonly findings: readonly { readonly code: string; readonly severity: string; readonly text: string }[];
	readonly broker: BrokerView;
	/** Only where nothing is configured, and once they were looked for. */
	readonly found?: readonly FoundView[];
}

/** Where it says how long ago something was: two views that differ only there are the same. */
export const AGES: ReadonlySet<string> = new Set(["t", "age", "left", "in"]);

export function viewOf(snapshot: Snapshot, about: About, language: Language): View {
	const { now, plant, readings, mode, activity, findings } = snapshot;
	const broker = brokerView(findings, language);
	return {
		version: about.version,
		language,
		alive: about.alive,
		t: now,
		mode,
		activity,
		configured: plant.sensors.length + plant.outputs.length > 0,
		options_valid: !about.invalid,
		problems: about.problems.map((one) => toldProblem(language, one)),
		parts: plant.parts.map((part) => partView(part, plant, language)),
		circuits: plant.circuits.flatMap((c) => circuitView(c, snapshot, language) ?? []),
		outputs: plant.outputs.map((o) => outputView(o, snapshot, language)),
		sensors: plant.sensors.map((s) => ({
			id: s.id,
			name: sensorName(plant, s, language),
			role: s.role,
			quantity: s.quantity,
			unit: KINDS[s.quantity].unit,
			...(s.height !== undefined && { height: s.height }),
			...readingView(readings[s.index], s, now, language),
		})),
		...energyIn(snapshot),
		concerns: concernsOf(snapshot, language, brokerConcern(broker, language)),
		findings: findings.map((f) => ({
			code: f.code,
			severity: f.severity,
			text: findingText(language, withNames(plant, f, language)),
		})),
		broker,
		...(about.found && { found: about.found.map((one) => foundView(one, language)) }),
	};
}

/** As many digits as people read. */
const shortened = (value: number, quantity: Quantity) => Number(value.toFixed(KINDS[quantity].digits));

const foundView = ({ source, quantity, value, fault }: FoundSensor, language: Language): FoundView => ({
	source,
	...(quantity && { quantity }),
	...(value !== undefined && { value: shortened(value, quantity ?? "temperature") }),
	...(fault && { fault: fault.code, text: say(language, "fault", fault.code, fault.facts) }),
});

function readingView(
	reading: Reading | undefined,
	{ quantity }: Sensor,
	now: Instant,
	language: Language,
): Pick<SensorView, "state" | "value" | "age" | "fault" | "text"> {
	switch (reading?.kind) {
		case "ok":
			return { state: "ok", value: shortened(reading.value, quantity), age: Math.round(since(reading.at, now)) };
		case "stale":
			return {
				state: "stale",
				age: Math.round(since(reading.at, now)),
				fault: "stale",
				text: say(language, "fault", "stale"),
			};
		case "broken": {
			const { code, facts } = reading.fault;
			return { state: "broken", fault: code, text: say(language, "fault", code, facts) };
		}
		default:
			return { state: "unknown" };
	}
}

function outputView(output: Output, snapshot: Snapshot, language: Language): OutputView {
	const { now, plant, outputs } = snapshot;
	const state = outputs[output.index];
	const { fault } = state ?? {};
	const verdict = toldVerdict(snapshot, output) ?? NO_VERDICT;
	return {
		id: output.id,
		name: outputName(plant, output, language),
		role: output.role,
		...(output.level && { level: output.level }),
		...(state?.actual !== undefined && { actual: state.actual }),
		state_text: shownState(output, snapshot, language),
		...(state?.since !== undefined && { age: ageOf(state.since, now) }),
		...(fault && { fault: fault.code, fault_text: say(language, "fault", fault.code, fault.facts) }),
		...verdictView(verdict, output, plant, language),
		...explanationView(snapshot.explain?.().outputs[output.index], output, language),
		...silenceTestOf(output, snapshot, language),
	};
}

/** Whether a load beyond a network was seen to go off without the app, as a sentence. */
function silenceTestOf(
	{ id }: Output,
	{ findings, plant }: Snapshot,
	language: Language,
): Pick<OutputView, "silence_test"> {
	const test = findings.find(({ code, facts }) => code === "silence_test" && facts["output"] === id);
	return test === undefined ? {} : { silence_test: findingText(language, withNames(plant, test, language)) };
}

/** Never seen: every turn decides on every output. */
const NO_VERDICT: Verdict = {
	want: OFF,
	because: reason("nobody_asks"),
	activity: "idle",
	urgent: false,
	overruled: [],
};

/** A broker that is away is no alarm, as control goes on; it is to be looked at all the same. */
function brokerConcern({ state, host, port, cause, remedy }: BrokerView, language: Language): readonly Concern[] {
	if (cause === undefined) return [];
	return [
		{
			severity: "warning",
			code: state,
			text: say(language, "page", "concern_broker", { host: host ?? "", port: port ?? "", cause }),
			...(remedy !== undefined && { remedy }),
		},
	];
}
