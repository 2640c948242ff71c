import { existsSync } from "node:fs";
import { phrase } from "#model/sentences/sentence.ts";
import { entriesIn } from "../access/passwords.ts";
import { lastChange } from "../change/carry-out.ts";
import { newestWhole, passwordFilesIn, restoredInTrial } from "../change/restored.ts";
import { confOf, settingOf, settingsOf } from "../conf/conf.ts";
import { hardened } from "../conf/harden.ts";
import { listenersOf } from "../conf/listeners.ts";
import { logFileIn, releaseIn } from "../conf/log-file.ts";
import { onDisk, type Place } from "../conf/place.ts";
import { found, mine } from "../files/file.ts";
import type { Own } from "../log/count/own.ts";
import { linesIn } from "../log/read/follow.ts";
import { isUnderstood, Watch } from "../log/watch.ts";
import { tried } from "../running/trial.ts";
import { type Seen, seen } from "./checklist.ts";
import { lastChange as downtimeWords } from "./verified-page.ts";

type Found = readonly (readonly [string, Seen])[];

/**
 * What the files of a broker on this machine show, and its log, backups and last change.
 * @param own recognises our own logins in its log
 */
export async function seenOfBroker(place: Place, backups: string, own: Own): Promise<Found> {
	return [
		...ofConfiguration(place),
		["file:users", await users(place)],
		["file:rights", await rights(place)],
		["file:starts", await starts(place)],
		["file:runs", runs(place)],
		...(await ofLog(place, own)),
		["backup:starts", await backupStarts(place, backups)],
		["backup:passwords", await backupPasswords(place, backups)],
		["change:downtime", await downtime(backups)],
	];
}

const SETTINGS = [
	...["allow_anonymous", "password_file", "persistence", "persistence_location"],
	...["log_dest", "log_type", "connection_messages"],
] as const;

/** Whether each setting is as `harden` would leave it. */
function ofConfiguration({ config }: Place): Found {
	const tried = phrase("tried_reading", { path: config });
	const conf = confOf(config, onDisk);
	const good = hardened(conf, { password_file: "passwd", port: 1883, log_file: "log", persistence_location: "store" });
	const listeners = listenersOf(conf).map(({ line }) => line.value);
	return [
		...SETTINGS.map((key) => {
			const [is, should] = [settingsOf(conf, key), settingsOf(good, key)];
			const what =
				is.length === 0
					? phrase("not_set", { setting: key })
					: phrase("setting", { setting: key, value: is.join(", ") });
			// Mosquitto's default is right.
			const fine = is.join("\n") === should.join("\n") || (key === "connection_messages" && is.length === 0);
			return [`file:${key}`, seen(fine ? "ok" : "fail", tried, what)] as const;
		}),
		[
			"file:listener",
			listeners.length > 0
				? seen("ok", tried, phrase("listeners", { listeners: listeners.join(", ") }))
				: seen("fail", tried, phrase("no_listener")),
		],
	];
}

const passwordFileIn = ({ config }: Place) => settingOf(confOf(config, onDisk), "password_file");

async function users(place: Place): Promise<Seen> {
	const path = passwordFileIn(place);
	if (path === undefined) return seen("not_measured", phrase("tried_password_file"), phrase("none_named"));
	const { entries, bad } = entriesIn((await found(path).catch(() => undefined))?.bytes.toString("utf8") ?? "");
	const tried = phrase("tried_reading", { path });
	const count = entries.length;
	if (bad.length > 0) return seen("fail", tried, phrase("users_and_bad", { count, lines: bad.join(", ") }));
	return seen(count > 0 ? "ok" : "fail", tried, phrase("users_hashed", { count }));
}

async function rights(place: Place): Promise<Seen> {
	const path = passwordFileIn(place);
	const is = path === undefined ? undefined : await found(path).catch(() => undefined);
	if (is === undefined) return seen("not_measured", phrase("tried_password_file"), phrase("not_readable"));
	const mine = is.uid === place.user.uid || (is.gid === place.user.gid && (is.mode & 0o040) !== 0);
	const what = phrase("rights_are", {
		mode: is.mode.toString(8).padStart(4, "0"),
		owner: `${is.uid}:${is.gid}`,
		user: place.user.name,
	});
	return seen(mine && (is.mode & 0o007) === 0 ? "ok" : "fail", phrase("tried_rights", { path: path ?? "" }), what);
}

async function starts(place: Place): Promise<Seen> {
	const what = phrase("tried_start");
	if (!isRoot()) return seen("not_measured", what, AS_ROOT);
	const trouble = await tried(place, []);
	return trouble === undefined ? seen("ok", what, phrase("it_starts")) : seen("fail", what, trouble.message);
}

function runs({ pid }: Place): Seen {
	const what = phrase("tried_process");
	return pid === undefined ? seen("fail", what, phrase("none_runs")) : seen("ok", what, phrase("it_runs", { pid }));
}

async function ofLog(place: Place, own: Own): Promise<Found> {
	const log = logFileIn(place);
	const keys = ["log:refusals", "log:ours"] as const;
	if (log === undefined || !existsSync(log)) {
		const none = seen("not_measured", phrase("tried_log"), phrase("no_readable_log"));
		return keys.map((key) => [key, none]);
	}
	const release = releaseIn(place);
	const watch = new Watch({ own, ...(release && { release }) });
	let alerts = 0;
	for await (const line of linesIn(log)) alerts += watch.hear(line).length;
	alerts += watch.settle().length;
	const heard = watch.heard;
	const { lines, understood, refusals, own_refusals, old } = heard;
	const read = phrase("tried_reading", { path: log });
	if (!isUnderstood(heard) || lines === 0 || old > 0) {
		const why = old > 0 ? phrase("log_of_old") : phrase("log_not_understood", { lines, understood });
		return keys.map((key) => [key, seen(key === "log:refusals" ? "fail" : "not_measured", read, why)]);
	}
	const others = phrase("refusals_of_others", { lines, refusals, alerts });
	const ours = phrase("refusals_of_ours", { count: own_refusals });
	return [
		["log:refusals", seen(alerts === 0 ? "ok" : "fail", read, others)],
		["log:ours", seen(own_refusals > 0 ? "ok" : "not_measured", read, ours)],
	];
}

async function backupStarts(place: Place, backups: string): Promise<Seen> {
	const what = phrase("tried_backup");
	if (!isRoot()) return seen("not_measured", what, AS_ROOT);
	const newest = await newestWhole(backups, place);
	if (newest === undefined) {
		const none = [phrase("no_full_backup", { folder: backups }), phrase("make_backup")];
		return { status: "fail", tried: [what], seen: none };
	}
	const trouble = await restoredInTrial(place, newest);
	if (trouble !== undefined) return seen("fail", what, trouble.message);
	return seen("ok", what, phrase("it_works", { backup: newest.name }));
}

/** Whether the files are complete and a broker starts with them is checked elsewhere. */
async function backupPasswords(place: Place, backups: string): Promise<Seen> {
	const what = phrase("tried_backup_passwords");
	const newest = await newestWhole(backups, place);
	const named = newest && (await passwordFilesIn(place, newest));
	if (named === undefined || newest === undefined)
		return seen("not_measured", what, phrase("no_full_backup", { folder: backups }));
	const backup = newest.name;
	if (named.length === 0) return seen("not_measured", what, phrase("backup_names_none", { backup }));
	const kept = newest.files.filter(({ path, sha256 }) => named.includes(path) && sha256 !== undefined);
	const files = named.join(", ");
	return kept.length === new Set(named).size
		? seen("ok", what, phrase("backup_has_passwords", { backup, files }))
		: seen("fail", what, phrase("backup_lacks", { backup, files }));
}

const isRoot = () => mine(0).uid === 0;
const AS_ROOT = phrase("root_only");

async function downtime(backups: string): Promise<Seen> {
	const last = await lastChange(backups);
	const what = downtimeWords(last === undefined ? {} : { last_change: last });
	return seen(last === undefined ? "not_measured" : "ok", phrase("tried_downtime"), what);
}
