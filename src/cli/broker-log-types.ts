import { certifiedDoors } from "#broker/certified.ts";
import { confOf } from "#broker/conf.ts";
import { knownIn } from "#broker/known.ts";
import { logged } from "#broker/log-types.ts";
import { onDisk, type Place } from "#broker/place.ts";
import { strangersRefused } from "#broker/strangers.ts";
import type { Trouble } from "#broker/trouble.ts";
import { phrase } from "#model/sentence.ts";
import { marksIn } from "#proof/own-logins.ts";
import { LOG_TYPES, UNSAFE_LOG_TYPES } from "#watch/fail2ban.ts";
import { linesIn } from "#watch/follow.ts";
import { Watch } from "#watch/watch.ts";
import { type BrokerFlags, change, type Plan, type Refusal } from "./broker-change.ts";
import { configFiles } from "./broker-harden.ts";
import { logFileIn, releaseIn } from "./broker-log.ts";
import type { Machine } from "./machine.ts";
import { ownProbes } from "./own-probes.ts";

/** The broker's log says what fail2ban needs, and nothing that a client could forge: put into force, and tried. */
export const brokerLogTypes = (machine: Machine, flags: BrokerFlags): Promise<number> =>
	change(machine, flags, (place) => planOf(place, flags));

async function planOf(place: Place, { backups }: BrokerFlags): Promise<Plan | Refusal> {
	const log = logFileIn(place);
	const release = releaseIn(place);
	if (log === undefined) return { remedy: [phrase("no_log_for_fail2ban")] };
	if (release === undefined) return { remedy: [phrase("say_release")] };
	if (release === "1.6") return { remedy: [phrase("log_of_old")] };
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
	return {
		why: "fail2ban",
		files: await configFiles(now, place),
		activate: "restart",
		doors: "tried",
		// Lines are replaced by others of the same setting.
		takes_away: true,
		prove: async () => {
			const before = await heard().catch(() => 0);
			return (await strangersRefused(await certifiedDoors(place), marksIn(backups), await knownIn([]))) ?? said(before);
		},
		said: [phrase("fail2ban_logged", { path: log })],
	};

	async function said(before: number): Promise<Trouble | undefined> {
		if ((await heard().catch(() => 0)) > before) return undefined;
		return { message: phrase("fail2ban_log_mute", { path: log ?? "" }) };
	}
}
