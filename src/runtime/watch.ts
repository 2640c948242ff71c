import { patienceWith } from "#control/judge.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Sample } from "#model/plant/reading.ts";
import { seconds, since } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Notice } from "#model/sentences/notice.ts";

/** What was seen of a running controller since the watch began. Plain data; times in seconds. */
export interface Figures {
	readonly watched: number;
	/** `shortest` and `longest` are times between turns. A command brings a turn forward, so some are short. */
	readonly turns: {
		readonly count: number;
		readonly period: number;
		readonly shortest?: number;
		readonly longest: number;
	};
	readonly sensors: readonly SensorFigures[];
	readonly outputs: readonly OutputFigures[];
	readonly broker: BrokerFigures;
	/** Accepted and refused commands, from all sources. */
	readonly commands: { readonly taken: number; readonly refused: number };
	/** Topics that the broker does not hold as it should right now. */
	readonly missing: number;
	/** Logged warnings and errors, each kind once. */
	readonly log: readonly LogFigures[];
}

export interface SensorFigures {
	readonly sensor: string;
	/** As judged in the last turn. */
	readonly state: string;
	/** The greatest age of a value in a turn, and the greatest allowed, in seconds of the plant. */
	readonly worst_age?: number;
	readonly patience?: number;
	/** Turns without a valid value, and the last fault that caused one. */
	readonly turns_without: number;
	readonly fault?: string;
}

export interface OutputFigures {
	readonly output: string;
	/** Turns that the board did not confirm. */
	readonly turns_unconfirmed: number;
	readonly fault?: string;
}

export interface BrokerFigures {
	readonly state: string;
	readonly disconnects: number;
	readonly attempts: number;
	/** Failures of login or rights, and the count of each class. */
	readonly auth_errors: number;
	readonly failures: Readonly<Record<string, number>>;
}

export interface LogFigures {
	readonly level: "warning" | "error";
	readonly code: string;
	/** Text of the first one, in the language of the house. */
	readonly text: string;
	/** Facts of the first one. */
	readonly facts?: Facts;
	readonly count: number;
}

/** State of the connection to the broker. `failure` is a class of the table of failures. */
export interface Standing {
	readonly kind: string;
	readonly failure?: { readonly class: string };
}

/** Classes that mean a wrong login or a missing right. */
const AUTH = new Set([
	"credentials-rejected",
	"not-authorized",
	"acl-denied",
	"banned",
	"client-id-rejected",
	"connection-refused",
	"tls-client-cert-required",
	"tls-client-cert-rejected",
]);

/** Counts what happens to a controller. Costs nothing unless somebody watches. */
export class Watch {
	readonly #now: () => number;
	readonly #from: number;
	readonly #period: number;
	#turns = 0;
	#turnedAt: number | undefined;
	#shortest = Number.POSITIVE_INFINITY;
	#longest = 0;
	#sensors: SensorFigures[] = [];
	#outputs: OutputFigures[] = [];
	#broker: BrokerFigures;
	#commands = { taken: 0, refused: 0 };
	readonly #log = new Map<string, LogFigures>();

	/**
	 * @param period seconds between two turns
	 * @param now the machine's clock in seconds
	 */
	constructor(period: number, standing: Standing, now: () => number) {
		this.#now = now;
		this.#from = now();
		this.#period = period;
		this.#broker = { state: standing.kind, disconnects: 0, attempts: 0, auth_errors: 0, failures: {} };
	}

	/** A turn has finished. `samples` are the drivers' newest, in the plant's order. */
	turned(snapshot: Snapshot, samples: readonly (Sample | undefined)[]): void {
		const at = this.#now();
		if (this.#turnedAt !== undefined) {
			this.#shortest = Math.min(this.#shortest, at - this.#turnedAt);
			this.#longest = Math.max(this.#longest, at - this.#turnedAt);
		}
		this.#turnedAt = at;
		this.#turns += 1;
		this.#sensors = snapshot.plant.sensors.map((sensor) =>
			sensed(this.#sensors[sensor.index], snapshot, sensor, samples[sensor.index]),
		);
		this.#outputs = snapshot.plant.outputs.map(({ id, index }) => {
			const fault = snapshot.outputs[index]?.fault;
			const before = this.#outputs[index] ?? { output: id, turns_unconfirmed: 0 };
			return fault === undefined
				? before
				: { ...before, turns_unconfirmed: before.turns_unconfirmed + 1, fault: fault.code };
		});
	}

	/** The connection to the broker changed. */
	stands({ kind, failure }: Standing): void {
		const before = this.#broker;
		this.#broker = {
			...before,
			state: kind,
			disconnects: before.disconnects + (before.state === "connected" && kind !== "connected" ? 1 : 0),
			attempts: before.attempts + (kind === "connecting" ? 1 : 0),
		};
		if (kind === "waiting" && failure !== undefined) this.#failed(failure.class);
	}

	/** Something was logged. `text` gives its sentence without secrets. */
	heard({ level, code, facts }: Notice, text: () => string): void {
		if (level === "info") return;
		// A denied topic does not end the connection, so only the log knows of it.
		if (facts["class"] === "acl-denied") this.#failed("acl-denied");
		const key = `${level} ${code}`;
		const before = this.#log.get(key);
		this.#log.set(key, {
			level,
			code,
			text: before?.text ?? text(),
			facts: before?.facts ?? facts,
			count: (before?.count ?? 0) + 1,
		});
	}

	asked(refused: boolean): void {
		this.#commands[refused ? "refused" : "taken"] += 1;
	}

	figures(missing: number): Figures {
		const at = this.#now();
		// If the loop hangs, the gap since the last turn counts.
		const longest = Math.max(this.#longest, at - (this.#turnedAt ?? this.#from));
		const shortest = this.#turns < 2 ? {} : { shortest: rounded(this.#shortest) };
		return {
			watched: rounded(at - this.#from),
			turns: { count: this.#turns, period: this.#period, ...shortest, longest: rounded(longest) },
			sensors: this.#sensors,
			outputs: this.#outputs,
			broker: this.#broker,
			commands: { ...this.#commands },
			missing,
			log: [...this.#log.values()],
		};
	}

	#failed(failure: string): void {
		const { auth_errors, failures } = this.#broker;
		this.#broker = {
			...this.#broker,
			auth_errors: auth_errors + (AUTH.has(failure) ? 1 : 0),
			failures: { ...failures, [failure]: (failures[failure] ?? 0) + 1 },
		};
	}
}

function sensed(
	before: SensorFigures | undefined,
	{ now, readings }: Snapshot,
	{ id, index }: Snapshot["plant"]["sensors"][number],
	sample: Sample | undefined,
): SensorFigures {
	const reading = readings[index];
	const known = { ...before, sensor: id, turns_without: before?.turns_without ?? 0, state: reading?.kind ?? "unknown" };
	const patient = sample === undefined ? {} : { patience: patienceWith(sample) };
	if (reading?.kind === "ok") {
		const age = since(reading.at, now);
		return { ...known, ...patient, worst_age: rounded(Math.max(before?.worst_age ?? seconds(0), age)) };
	}
	const fault = reading?.kind === "broken" ? reading.fault.code : known.state;
	return { ...known, ...patient, turns_without: known.turns_without + 1, fault };
}

/** Rounded to milliseconds. */
const rounded = (n: number) => Math.round(n * 1000) / 1000;
