import { type Seen, seen as seenOf } from "#broker/verify/checklist.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { inside, phrase, type Sentence } from "#model/sentences/sentence.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { answered } from "../words.ts";
import type { Plain } from "./snapshot-json.ts";

const PATIENCE = seconds(6);
/** Minutes without trouble that the guide requires. */
const LONG_ENOUGH = 10;
/** Days after which a login counts as old. */
const OLD = 90;
const KEYS = ["in", "refused", "usual", "temperatures", "published", "ten_minutes", "command", "age"] as const;
type Key = (typeof KEYS)[number];

/** What the running controller reports about itself, by the keys of the checklist. */
export async function seenOfApp(folder: string, now: Date): Promise<readonly (readonly [string, Seen])[]> {
	const [asked, soak] = [
		await askControl(folder, "snapshot", undefined, PATIENCE),
		await askControl(folder, "soak", undefined, PATIENCE),
	];
	if (asked.kind !== "answer") {
		const why =
			asked.kind === "not_running"
				? phrase("no_controller", { folder })
				: phrase("controller_said", inside("why", answered(asked.why)));
		return KEYS.map((key) => [`app:${key}`, seen("not_measured", why)]);
	}
	const command = await askControl(folder, "try_command", "broker", PATIENCE);
	const missing = soak.kind === "answer" ? Number(fieldOf(soak.value, "missing")) : Number.NaN;
	const found = {
		...ofSnapshot(asked.value as Plain, now),
		published: published(missing),
		command: commanded(command.kind === "answer" ? command.value : undefined),
	};
	return KEYS.map((key) => [`app:${key}`, found[key]]);
}

const seen = (status: Seen["status"], what: Sentence, tried = phrase("asked_controller")): Seen =>
	seenOf(status, tried, what);

function ofSnapshot(snapshot: Plain, now: Date): Readonly<Record<Exclude<Key, "published" | "command">, Seen>> {
	const { sensors, findings, mode, activity } = snapshot;
	const { state, since, failure, family } = findings.find(({ code }) => code === "broker")?.facts ?? {};
	const alarms = findings.filter(({ severity }) => severity === "alarm").map(({ code }) => code);
	const lost = sensors.filter((sensor) => sensor.state !== "ok").map(({ id }) => id);
	const minutes = Math.floor((now.getTime() - Date.parse(String(since))) / 60_000);
	const connected = state === "connected";
	const { days } = findings.find(({ code }) => code === "credentials")?.facts ?? {};
	const refused = family === "login_refused" || family === "access_denied";
	return {
		in: connected
			? seen("ok", phrase("app_in"))
			: seen("fail", failure ? why(failure) : phrase("app_not_in", { state: String(state ?? "–") })),
		refused: refused ? seen("fail", why(failure)) : seen("ok", phrase("app_not_refused")),
		usual:
			alarms.length === 0
				? seen("ok", phrase("app_usual", { mode, activity }))
				: seen("fail", phrase("app_alarms", { mode, activity, alarms: alarms.join(", ") })),
		temperatures: temperatures(sensors.length, lost),
		ten_minutes: tenMinutes(connected, minutes),
		age:
			typeof days === "number"
				? seen(days < OLD ? "ok" : "fail", phrase("login_age", { days }))
				: seen("not_measured", phrase("login_age_unknown")),
	};
}

/** The cause in the words of the table of failures. */
const why = (failure: Facts[string] | undefined): Sentence => phrase("app_fails", { cause: `${failure}.cause` });

function temperatures(all: number, lost: readonly string[]): Seen {
	if (all === 0) return seen("not_measured", phrase("no_sensor"));
	return lost.length === 0
		? seen("ok", phrase("sensors_fine", { count: all }))
		: seen("fail", phrase("sensors_lost", { sensors: lost.join(", ") }));
}

function tenMinutes(connected: boolean, minutes: number): Seen {
	if (!connected) return seen("fail", phrase("not_connected"));
	if (minutes >= LONG_ENOUGH) return seen("ok", phrase("connected_for", { minutes }));
	return seen("not_measured", phrase("connected_too_short", { minutes, wanted: LONG_ENOUGH }));
}

function published(missing: number): Seen {
	if (!Number.isFinite(missing)) return seen("not_measured", phrase("did_not_say"));
	return missing === 0 ? seen("ok", phrase("states_held")) : seen("fail", phrase("states_missing", { count: missing }));
}

/** Sends a command that changes nothing through the broker and back. */
function commanded(fared: unknown): Seen {
	const tried = phrase("tried_command");
	const kind = fieldOf(fared, "kind");
	if (kind === "answered") {
		const ms = Math.round(Number(fieldOf(fared, "seconds")) * 1000);
		return seen("ok", phrase("command_done", { ms }), tried);
	}
	if (kind === "not_allowed") return seen("not_measured", phrase("command_not_allowed"), tried);
	return seen("not_measured", kind === "not_tried" ? phrase("no_command") : phrase("no_answer"), tried);
}
