import { existsSync } from "node:fs";
import { backupsIn } from "#broker/backup.ts";
import { lastChange } from "#broker/carry-out.ts";
import type { Seen } from "#broker/checklist.ts";
import { confOf, listenersOf, settingOf, settingsOf } from "#broker/conf.ts";
import { found, mine } from "#broker/file.ts";
import { hardened } from "#broker/harden.ts";
import { entriesIn } from "#broker/passwords.ts";
import { onDisk, type Place } from "#broker/place.ts";
import { holdsAll, restoredInTrial } from "#broker/restored.ts";
import { tried } from "#broker/trial.ts";
import { lastChange as downtimeText } from "#broker/verified-page.ts";
import { linesIn } from "#watch/follow.ts";
import { Watch } from "#watch/watch.ts";
import { logFileIn, releaseIn } from "./broker-log.ts";
import { ownProbes } from "./own-probes.ts";

type Found = readonly (readonly [string, Seen])[];

/** What the files of a broker on this machine show, and its log, its backups and its last change. */
export async function seenOfBroker(place: Place, backups: string, data: string): Promise<Found> {
	return [
		...ofConfiguration(place),
		["file:users", await users(place)],
		["file:rights", await rights(place)],
		["file:starts", await starts(place)],
		["file:runs", runs(place)],
		...(await ofLog(place, data)),
		["backup:starts", await backupStarts(place, backups)],
		["change:downtime", await downtime(backups)],
	];
}

const seen = (status: Seen["status"], tried: string, text: string): Seen => ({ status, tried, seen: text });
const SETTINGS = [
	...["allow_anonymous", "password_file", "persistence", "persistence_location"],
	...["log_dest", "log_type", "connection_messages"],
] as const;

/** Each setting as `harden` would leave it, or not. */
function ofConfiguration({ config }: Place): Found {
	const tried = `Read ${config}.`;
	const conf = confOf(config, onDisk);
	const good = hardened(conf, { password_file: "passwd", port: 1883, log_file: "log", persistence_location: "store" });
	const listeners = listenersOf(conf).map(({ line }) => line.value);
	return [
		...SETTINGS.map((key) => {
			const [is, should] = [settingsOf(conf, key), settingsOf(good, key)];
			const text = is.length === 0 ? `${key} is not set.` : `${key} ${is.join(", ")}`;
			// Without a line of its own Mosquitto has this as it should be.
			const fine = is.join("\n") === should.join("\n") || (key === "connection_messages" && is.length === 0);
			return [`file:${key}`, seen(fine ? "ok" : "fail", tried, text)] as const;
		}),
		[
			"file:listener",
			seen(listeners.length > 0 ? "ok" : "fail", tried, `Listeners: ${listeners.join(", ") || "none named"}.`),
		],
	];
}

const passwordFileIn = ({ config }: Place) => settingOf(confOf(config, onDisk), "password_file");

async function users(place: Place): Promise<Seen> {
	const path = passwordFileIn(place);
	if (path === undefined) return seen("not_measured", "Looked for a password file.", "None is named.");
	const { entries, bad } = entriesIn((await found(path).catch(() => undefined))?.bytes.toString("utf8") ?? "");
	const text = `${entries.length} users, each with a hash${bad.length > 0 ? `; unreadable lines: ${bad.join(", ")}` : ""}.`;
	return seen(entries.length > 0 && bad.length === 0 ? "ok" : "fail", `Read ${path}.`, text);
}

async function rights(place: Place): Promise<Seen> {
	const path = passwordFileIn(place);
	const is = path === undefined ? undefined : await found(path).catch(() => undefined);
	if (is === undefined) return seen("not_measured", "Looked for a password file.", "It is not there, or not readable.");
	const mine = is.uid === place.user.uid || (is.gid === place.user.gid && (is.mode & 0o040) !== 0);
	const text = `Rights ${is.mode.toString(8).padStart(4, "0")}, owner ${is.uid}:${is.gid}; the broker runs as ${place.user.name}.`;
	return seen(mine && (is.mode & 0o007) === 0 ? "ok" : "fail", `Looked at the rights of ${path}.`, text);
}

async function starts(place: Place): Promise<Seen> {
	const what = "Started a Mosquitto with these files, in a network of its own.";
	if (!isRoot()) return seen("not_measured", what, AS_ROOT);
	const trouble = await tried(place, []);
	return trouble === undefined ? seen("ok", what, "It starts.") : seen("fail", what, trouble.message);
}

function runs({ pid }: Place): Seen {
	const what = "Looked for the broker's process.";
	return pid === undefined ? seen("fail", what, "None runs.") : seen("ok", what, `It runs as process ${pid}.`);
}

async function ofLog(place: Place, data: string): Promise<Found> {
	const log = logFileIn(place);
	const keys = ["log:refusals", "log:ours"] as const;
	if (log === undefined || !existsSync(log)) {
		const none = seen("not_measured", "Looked for the broker's log.", "There is no log file that can be read.");
		return keys.map((key) => [key, none]);
	}
	const release = releaseIn(place);
	const watch = new Watch({ own: ownProbes(data), ...(release && { release }) });
	let alerts = 0;
	for await (const line of linesIn(log)) alerts += watch.hear(line).length;
	const { lines, refusals, own_refusals } = watch.heard;
	const text = `${lines} lines: ${refusals} refused logins of others, ${alerts} alarms.`;
	const ours = `${own_refusals} refusals of our own tries are there.`;
	return [
		["log:refusals", seen(alerts === 0 ? "ok" : "fail", `Read ${log}.`, text)],
		["log:ours", seen(own_refusals > 0 ? "ok" : "not_measured", `Read ${log}.`, ours)],
	];
}

async function backupStarts(place: Place, backups: string): Promise<Seen> {
	const what = "Restored the newest backup into a folder of its own, and started a Mosquitto with it.";
	if (!isRoot()) return seen("not_measured", what, AS_ROOT);
	const newest = (await backupsIn(backups)).findLast((backup) => holdsAll(backup, place.config));
	if (newest === undefined)
		return seen("fail", what, `There is no backup of all files in ${backups}. Make one: solar-heating broker backup`);
	const trouble = await restoredInTrial(place, newest);
	return trouble === undefined ? seen("ok", what, `${newest.name} works.`) : seen("fail", what, trouble.message);
}

const isRoot = () => mine(0).uid === 0;
const AS_ROOT = "Only root may do that here.";

async function downtime(backups: string): Promise<Seen> {
	const last = await lastChange(backups);
	const text = downtimeText(last === undefined ? {} : { last_change: last });
	return seen(last === undefined ? "not_measured" : "ok", "Measured while the broker was started anew.", text);
}
