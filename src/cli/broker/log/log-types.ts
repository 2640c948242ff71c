import { open, stat } from "node:fs/promises";
import { ownProbes } from "#app/broker/own-probes.ts";
import type { Machine } from "#app/machine.ts";
import { newPassword } from "#broker/access/passwords.ts";
import { confOf } from "#broker/conf/conf.ts";
import { logged } from "#broker/conf/log-types.ts";
import { onDisk, type Place } from "#broker/conf/place.ts";
import type { Trouble } from "#broker/files/trouble.ts";
import { fail2banFilter, LOG_TYPES, UNSAFE_LOG_TYPES } from "#broker/log/fail2ban.ts";
import { datePatterns } from "#broker/log/fail2ban-date.ts";
import { fail2banFinds } from "#broker/log/fail2ban-finds.ts";
import { linesIn } from "#broker/log/read/follow.ts";
import { Watch } from "#broker/log/watch.ts";
import { clientIdsIn } from "#broker/proofs/trying/own-logins.ts";
import { certifiedDoors } from "#broker/running/certified.ts";
import { knownIn } from "#broker/running/known.ts";
import { type Door, openTo, shutOut, strangersRefused } from "#broker/running/strangers.ts";
import { phrase } from "#model/sentences/sentence.ts";
import { type BrokerFlags, change, type Plan, type Refusal } from "../change/change.ts";
import { configFiles } from "../change/harden.ts";
import { logFileIn, releaseIn, timeFormatIn } from "./log.ts";

/** The broker's log says what fail2ban needs, and nothing that a client could forge: put into force, and tried. */
export const brokerLogTypes = (machine: Machine, flags: BrokerFlags): Promise<number> =>
	change(machine, flags, (place) => planOf(place, flags, machine));

async function planOf(place: Place, { backups }: BrokerFlags, { env }: Machine): Promise<Plan | Refusal> {
	const log = logFileIn(place);
	const release = releaseIn(place);
	if (log === undefined) return { remedy: [phrase("no_log_for_fail2ban")] };
	if (release === undefined) return { remedy: [phrase("say_release")] };
	if (release === "1.6") return { remedy: [phrase("log_of_old")] };
	const format = timeFormatIn(place);
	const dates = datePatterns(format);
	if (dates === undefined) return { remedy: [phrase("log_time_unread", { format: format ?? "" })] };
	// The filter of these pairs a line with the next one.
	const unsafe = release === "2.0.13" ? [...UNSAFE_LOG_TYPES, "debug"] : UNSAFE_LOG_TYPES;
	const conf = confOf(place.config, onDisk);
	const now = logged(conf, { types: LOG_TYPES[release], unsafe });
	const heard = async () => {
		const watch = new Watch({ own: ownProbes(backups), release });
		for await (const line of linesIn(log)) watch.hear(line);
		watch.settle();
		return watch.heard.own_refusals;
	};
	const told = [phrase("fail2ban_logged", { path: log })];
	return {
		why: "fail2ban",
		files: await configFiles(now, place),
		activate: "restart",
		doors: "tried",
		// Lines are replaced by others of the same setting.
		takes_away: true,
		prove: async () => {
			const before = await heard().catch(() => 0);
			const doors = await certifiedDoors(place);
			const open = await strangersRefused(doors, clientIdsIn(backups), await knownIn([]));
			if (open !== undefined) return open;
			if ((await heard().catch(() => 0)) <= before) return { message: phrase("fail2ban_log_mute", { path: log }) };
			return found(doors, fail2banFilter(release, dates));
		},
		said: told,
	};

	/** One stranger after the other: of those who come together some releases do not say who was refused. */
	async function found(doors: readonly Door[], filter: string): Promise<Trouble | undefined> {
		const [door] = openTo(doors);
		let finds: boolean | undefined = false;
		for (let nth = 0; door !== undefined && finds === false && nth < KNOCKS; nth++) {
			const size = await sizeOf(log ?? "");
			const open = await shutOut(door, { username: newPassword(), password: newPassword() }, clientIdsIn(backups));
			if (open !== undefined) return open;
			finds = await fail2banFinds(filter, await textFrom(log ?? "", size), env);
		}
		if (door !== undefined && finds === false) return { message: phrase("fail2ban_blind", { path: log ?? "" }) };
		told.push(phrase(finds ? "fail2ban_finds" : "fail2ban_untried"));
		return undefined;
	}
}

/** Clients of others may come in between. */
const KNOCKS = 5;

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.size ?? 0;

/** What was written since; all of it where the file is a new one. */
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
