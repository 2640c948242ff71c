import { open, stat } from "node:fs/promises";
import { phrase } from "#model/sentences/sentence.ts";
import { newPassword } from "../access/passwords.ts";
import { confOf } from "../conf/conf.ts";
import { logFileIn, releaseIn, timeFormatIn } from "../conf/log-file.ts";
import { logged } from "../conf/log-types.ts";
import { onDisk, type Place } from "../conf/place.ts";
import type { Trouble } from "../files/trouble.ts";
import type { Own } from "../log/count/own.ts";
import { fail2banFilter, LOG_TYPES, UNSAFE_LOG_TYPES } from "../log/fail2ban.ts";
import { datePatterns } from "../log/fail2ban-date.ts";
import { fail2banFinds } from "../log/fail2ban-finds.ts";
import { linesIn } from "../log/read/follow.ts";
import type { Release } from "../log/read/release.ts";
import { Watch } from "../log/watch.ts";
import { clientIdsIn } from "../proofs/trying/own/own-logins.ts";
import { certifiedDoors } from "../running/certified.ts";
import { knownIn } from "../running/known.ts";
import { type Door, openTo, shutOut, strangersRefused } from "../running/strangers.ts";
import { configFiles } from "./config-files.ts";
import type { Plan, Refusal } from "./plan.ts";

export interface Logging {
	/** Where the commands record their own logins. */
	readonly backups: string;
	/** How to recognise these in the broker's log. */
	readonly own: () => Own;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** Makes the broker log what fail2ban needs, and nothing that a client could forge. Then tries it. */
export async function logging(place: Place, asked: Logging): Promise<Plan | Refusal> {
	const log = logOf(place);
	if ("remedy" in log) return log;
	// The filter for this release matches a line together with the next one.
	const unsafe = log.release === "2.0.13" ? [...UNSAFE_LOG_TYPES, "debug"] : UNSAFE_LOG_TYPES;
	const now = logged(confOf(place.config, onDisk), { types: LOG_TYPES[log.release], unsafe });
	const said = [phrase("fail2ban_logged", { path: log.path })];
	return {
		why: "fail2ban",
		files: await configFiles(now, place),
		activate: "restart",
		doors: "tried",
		// Lines are replaced by others of the same setting.
		takes_away: true,
		prove: async () => {
			const tried = await proven(place, log, asked);
			if (typeof tried === "object") return tried;
			said.push(phrase(tried ? "fail2ban_finds" : "fail2ban_untried"));
			return undefined;
		},
		said,
	};
}

interface Log {
	readonly path: string;
	readonly release: Release;
	/** fail2ban's patterns for the time. */
	readonly dates: NonNullable<ReturnType<typeof datePatterns>>;
}

function logOf(place: Place): Log | Refusal {
	const path = logFileIn(place);
	const release = releaseIn(place);
	if (path === undefined) return { remedy: [phrase("no_log_for_fail2ban")] };
	if (release === undefined) return { remedy: [phrase("say_release")] };
	if (release === "1.6") return { remedy: [phrase("log_of_old")] };
	const format = timeFormatIn(place);
	const dates = datePatterns(format);
	return dates === undefined
		? { remedy: [phrase("log_time_unread", { format: format ?? "" })] }
		: { path, release, dates };
}

/** A trouble, or whether fail2ban finds a refusal; undefined if it could not be asked. */
async function proven(place: Place, log: Log, { backups, own, env }: Logging): Promise<Trouble | boolean | undefined> {
	const before = await ownRefusals(log, own);
	const doors = certifiedDoors(place);
	const open = await strangersRefused(doors, clientIdsIn(backups), await knownIn([]));
	if (open !== undefined) return open;
	if ((await ownRefusals(log, own)) <= before) return { message: phrase("fail2ban_log_mute", { path: log.path }) };
	return found(doors, log, backups, env);
}

/** Number of refusals of our own logins in the log. */
async function ownRefusals({ path, release }: Log, own: Logging["own"]): Promise<number> {
	try {
		const watch = new Watch({ own: own(), release });
		for await (const line of linesIn(path)) watch.hear(line);
		watch.settle();
		return watch.heard.own_refusals;
	} catch {
		return 0;
	}
}

/** One stranger at a time, because some releases do not identify refused clients that come together. */
async function found(
	doors: readonly Door[],
	{ path, release, dates }: Log,
	backups: string,
	env: Logging["env"],
): Promise<Trouble | boolean | undefined> {
	const [door] = openTo(doors);
	if (door === undefined) return false;
	const filter = fail2banFilter(release, dates);
	for (let nth = 0; nth < KNOCKS; nth++) {
		const size = await sizeOf(path);
		const open = await shutOut(door, { username: newPassword(), password: newPassword() }, clientIdsIn(backups));
		if (open !== undefined) return open;
		const finds = await fail2banFinds(filter, await textFrom(path, size), env);
		if (finds !== false) return finds;
	}
	return { message: phrase("fail2ban_blind", { path }) };
}

/** Attempts. Other clients may come in between. */
const KNOCKS = 5;

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.size ?? 0;

/** What was written since; the whole file if it is a new one. */
async function textFrom(path: string, size: number): Promise<string> {
	const file = await open(path);
	try {
		const { size: now } = await file.stat();
		const start = now < size ? 0 : size;
		const { buffer } = await file.read(Buffer.alloc(now - start), 0, now - start, start);
		return buffer.toString("utf8");
	} finally {
		await file.close();
	}
}
