import { MODES } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { About } from "../view.ts";
import type { Family } from "./exposition.ts";
import type { TurnTimes } from "./turn-times.ts";

const SEVERITIES = ["alarm", "warning", "info"] as const;

/** What the app knows of itself: its loop, what it found, the broker, the process. */
export function appFamilies(snapshot: Snapshot, about: About, turns: TurnTimes): readonly Family[] {
	const { mode, findings } = snapshot;
	const broker = findings.find(({ code }) => code === "broker")?.facts["state"];
	return [
		gauge("build_info", "The app's version.", 1, { version: about.version }),
		gauge("loop_alive", "1 while the control loop turns.", about.alive ? 1 : 0),
		gauge("options_valid", "1 while the options are valid; otherwise nothing is controlled.", about.invalid ? 0 : 1),
		turns.family(),
		{ ...gauge("last_turn_age_seconds", "Time since the last turn.", turns.age), unit: "seconds" },
		{
			...gauge("mode", "1 for the mode that is set.", 1),
			samples: MODES.map((one) => ({ labels: { mode: one }, value: one === mode ? 1 : 0 })),
		},
		gauge("broker_connected", "1 while the app is connected to the broker. Absent without one.", state(broker)),
		{
			...gauge("findings", "What the app found, by severity.", 0),
			samples: SEVERITIES.map((severity) => ({
				labels: { severity },
				value: findings.filter((one) => one.severity === severity).length,
			})),
		},
		{
			...gauge("finding", "How often a code was found that needs a person.", 0),
			samples: [...Map.groupBy(findings.filter(isForPeople), ({ code }) => code)].map(([code, all]) => ({
				labels: { code, severity: all.some(({ severity }) => severity === "alarm") ? "alarm" : "warning" },
				value: all.length,
			})),
		},
		processStart(),
	];
}

const isForPeople = ({ severity }: Snapshot["findings"][number]) => severity !== "info";
const state = (broker: unknown) => (broker === undefined ? undefined : broker === "connected" ? 1 : 0);

function gauge(name: string, help: string, value: number | undefined, labels: Record<string, string> = {}): Family {
	return {
		name: `solar_heating_${name}`,
		type: "gauge",
		help,
		samples: value === undefined ? [] : [{ labels, value }],
	};
}

/** Under the name that every exporter uses. */
const processStart = (): Family => ({
	name: "process_start_time_seconds",
	type: "gauge",
	help: "When the app was started, in seconds since 1970-01-01 UTC.",
	unit: "seconds",
	samples: [{ value: Math.round(performance.timeOrigin / 1000) }],
});
