import { levelOf } from "#model/decision/claim.ts";
import { type Rank, type Reason, reason, type Verdict } from "#model/decision/decision.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Problem } from "#model/findings/finding.ts";
import type { Found } from "#model/plant/found.ts";
import type { Output } from "#model/plant/plant.ts";
import type { Reading } from "#model/plant/reading.ts";
import { type Instant, OFF, since } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { outputName, reasonText, sensorName, withNames } from "#texts/names.ts";
import { type Language, say, type ToldProblem, toldProblem } from "#texts/say.ts";
import { findingText } from "#texts/told.ts";
import { type BrokerView, brokerView } from "./broker-view.ts";
import { type Concern, concernsOf } from "./concerns.ts";

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
	readonly found?: readonly Found[];
}

/** A connected sensor, by its source. */
export interface FoundView {
	readonly source: string;
	/** °C */
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
	readonly state: Reading["kind"];
	/** °C, only if the state is `ok`. */
	readonly value?: number;
	/** Seconds since it was measured. */
	readonly age?: number;
	readonly fault?: string;
	readonly text?: string;
}

export interface ReasonView {
	readonly want: number;
	/** `none` without a claim. */
	readonly rank: Rank | "none";
	readonly because: string;
	readonly text: string;
	readonly facts: Facts;
}

export interface OutputView extends ReasonView {
	readonly id: string;
	readonly name: string;
	readonly role: string;
	/** Percent as confirmed by the board; absent while unknown. */
	readonly actual?: number;
	/** Seconds since the load began to run, or to rest. */
	readonly age?: number;
	readonly fault?: string;
	readonly fault_text?: string;
	/** The claims for something else. */
	readonly overruled: readonly (ReasonView & { readonly rank: Rank })[];
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
	readonly outputs: readonly OutputView[];
	readonly sensors: readonly SensorView[];
	/** Faults and findings, the worst first. */
	readonly concerns: readonly Concern[];
	/** Every finding, also those that need no attention. */
	readonly findings: readonly { readonly code: string; readonly severity: string; readonly text: string }[];
	readonly broker: BrokerView;
	/** Only where nothing is configured, and once they were looked for. */
	readonly found?: readonly FoundView[];
}

/** Where it says how long ago something was: two views that differ only there are the same. */
export const AGES: ReadonlySet<string> = new Set(["t", "age", "left"]);

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
		outputs: plant.outputs.map((o) => outputView(o, snapshot, language)),
		sensors: plant.sensors.map((s) => ({
			id: s.id,
			name: sensorName(plant, s, language),
			role: s.role,
			...(s.height !== undefined && { height: s.height }),
			...readingView(readings[s.index], now, language),
		})),
		concerns: concernsOf(snapshot, language, brokerConcern(broker)),
		findings: findings.map((f) => ({
			code: f.code,
			severity: f.severity,
			text: findingText(language, withNames(plant, f, language)),
		})),
		broker,
		...(about.found && { found: about.found.map((one) => foundView(one, language)) }),
	};
}

const foundView = ({ source, value, fault }: Found, language: Language): FoundView => ({
	source,
	...(value !== undefined && { value: Math.round(value * 10) / 10 }),
	...(fault && { fault: fault.code, text: say(language, "fault", fault.code, fault.facts) }),
});

function readingView(
	reading: Reading | undefined,
	now: Instant,
	language: Language,
): Pick<SensorView, "state" | "value" | "age" | "fault" | "text"> {
	switch (reading?.kind) {
		case "ok":
			return { state: "ok", value: Math.round(reading.value * 10) / 10, age: Math.round(since(reading.at, now)) };
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

function outputView(output: Output, { now, plant, outputs, verdicts }: Snapshot, language: Language): OutputView {
	const state = outputs[output.index];
	const { fault } = state ?? {};
	const { want, rank, because, overruled } = verdicts[output.index] ?? NO_VERDICT;
	const reasonView = <R extends Rank | "none">(want: number, rank: R, because: Reason) => ({
		want,
		rank,
		because: because.code,
		text: reasonText(plant, because, language),
		facts: because.facts,
	});
	return {
		id: output.id,
		name: outputName(plant, output, language),
		role: output.role,
		...(state?.actual !== undefined && { actual: state.actual }),
		...(state?.since !== undefined && { age: Math.round(since(state.since, now)) }),
		...(fault && { fault: fault.code, fault_text: say(language, "fault", fault.code, fault.facts) }),
		...reasonView(want, rank ?? "none", because),
		overruled: overruled.map((c) => reasonView(levelOf(c), c.rank, c.because)),
	};
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
function brokerConcern({ state, host, port, cause, remedy }: BrokerView): readonly Concern[] {
	if (cause === undefined) return [];
	return [
		{
			severity: "warning",
			code: state,
			text: `Broker ${host}:${port}: ${cause}`,
			...(remedy !== undefined && { remedy }),
		},
	];
}
