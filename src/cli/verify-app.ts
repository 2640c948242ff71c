import type { Seen } from "#broker/checklist.ts";
import { seconds } from "#model/units.ts";
import { askControl } from "#runtime/ask-control.ts";
import type { Plain } from "./snapshot-json.ts";

const PATIENCE = seconds(6);
/** Minutes that the guide wants without trouble. */
const LONG_ENOUGH = 10;
/** Days after which a login is old. */
const OLD = 90;
const KEYS = ["in", "refused", "usual", "temperatures", "published", "ten_minutes", "command", "age"] as const;
type Key = (typeof KEYS)[number];

/** What the running controller shows of itself, each with what was seen. */
export async function seenOfApp(folder: string, now: Date): Promise<readonly (readonly [string, Seen])[]> {
	const [asked, soak] = [
		await askControl(folder, "snapshot", undefined, PATIENCE),
		await askControl(folder, "soak", undefined, PATIENCE),
	];
	if (asked.kind !== "answer") {
		const seen = asked.kind === "nobody" ? `No controller runs on ${folder}.` : `The controller said: ${asked.why}`;
		return KEYS.map((key) => [`app:${key}`, { status: "not_measured", tried: ASKED, seen }]);
	}
	const command = await askControl(folder, "try_command", "broker", PATIENCE);
	const missing = soak.kind === "answer" ? Number(field(soak.value, "missing")) : Number.NaN;
	const found = {
		...ofSnapshot(asked.value as Plain, now),
		published: published(missing),
		command: commanded(command.kind === "answer" ? command.value : undefined),
	};
	return KEYS.map((key) => [`app:${key}`, found[key]]);
}

const ASKED = "Asked the running controller.";
const seen = (status: Seen["status"], text: string, tried = ASKED): Seen => ({ status, tried, seen: text });

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
		in: seen(connected ? "ok" : "fail", `Its connection is ${state ?? "not there"}${failure ? ` (${failure})` : ""}.`),
		refused: seen(
			refused ? "fail" : "ok",
			refused ? `The broker refuses it: ${failure}.` : "The broker refuses it nothing now.",
		),
		usual: seen(
			alarms.length === 0 ? "ok" : "fail",
			`Mode ${mode}, ${activity}${alarms.length > 0 ? `; alarms: ${alarms.join(", ")}` : "; no alarm"}.`,
		),
		temperatures: temperatures(sensors.length, lost),
		ten_minutes: tenMinutes(connected, minutes),
		age:
			typeof days === "number"
				? seen(days < OLD ? "ok" : "fail", `The login is ${days} days old.`)
				: seen("not_measured", "Its age is not known yet."),
	};
}

function temperatures(all: number, lost: readonly string[]): Seen {
	if (all === 0) return seen("not_measured", "No sensor is set up.");
	return lost.length === 0
		? seen("ok", `${all} sensors have a value.`)
		: seen("fail", `Without a value: ${lost.join(", ")}.`);
}

function tenMinutes(connected: boolean, minutes: number): Seen {
	if (!connected) return seen("fail", "It is not connected.");
	const text = `Connected without a break for ${minutes} min.`;
	if (minutes >= LONG_ENOUGH) return seen("ok", text);
	return seen("not_measured", `${text} Wait, or: solar-heating soak --minutes ${LONG_ENOUGH}`);
}

function published(missing: number): Seen {
	if (!Number.isFinite(missing)) return seen("not_measured", "It did not say.");
	return missing === 0
		? seen("ok", "The broker holds every state as it is.")
		: seen("fail", `${missing} messages are missing at the broker.`);
}

/** A command that changes nothing, through the broker and back. */
function commanded(fared: unknown): Seen {
	const tried = "Gave a command that changes nothing, through the broker.";
	const kind = field(fared, "kind");
	if (kind === "answered") {
		const ms = Math.round(Number(field(fared, "seconds")) * 1000);
		return seen("ok", `It was carried out within ${ms} ms.`, tried);
	}
	if (kind === "not_allowed")
		return seen(
			"not_measured",
			"The broker does not let the app give commands to itself, as it should not have to.",
			tried,
		);
	return seen("not_measured", kind === "not_tried" ? "There was none to give." : "No answer came.", tried);
}

const field = (value: unknown, name: string): unknown =>
	typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
