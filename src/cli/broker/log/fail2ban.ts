import { dirname, join, resolve } from "node:path";
import { ownProbes } from "#app/broker/own-probes.ts";
import { FINE, type Machine, notFine, print } from "#app/machine.ts";
import { confOf, isOff, settingsOf } from "#broker/conf/conf.ts";
import { logFileIn, releaseIn, timeFormatIn } from "#broker/conf/log-file.ts";
import { onDisk, type Place, placeOf } from "#broker/conf/place.ts";
import { type At, folder as makeFolder, mine } from "#broker/files/file.ts";
import { putTogether } from "#broker/files/together.ts";
import { textOf } from "#broker/files/trouble.ts";
import { FAIL2BAN_NAME, fail2banFilter, fail2banJail, LOG_TYPES, UNSAFE_LOG_TYPES } from "#broker/log/fail2ban.ts";
import { datePatterns } from "#broker/log/fail2ban-date.ts";
import type { Release } from "#broker/log/read/release.ts";
import { logging } from "#broker/plans/log-types.ts";
import { doorsOf } from "#broker/running/restart.ts";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { type BrokerFlags, change } from "../change/change.ts";
import { refuse, wordAt } from "../change/words.ts";

export interface Fail2banFlags extends Partial<BrokerFlags> {
	readonly log?: string;
	readonly release?: Release;
	/** A folder such as /etc/fail2ban. Without it, both files are printed. */
	readonly write?: string;
	/** Makes the broker log what the filter needs. */
	readonly apply?: boolean;
}

/** A filter and a jail for fail2ban, for this machine's broker, and what its configuration needs for them. */
export async function brokerFail2ban(machine: Machine, flags: Fail2banFlags): Promise<number> {
	const { backups } = flags;
	if (flags.apply && backups !== undefined) {
		const asked = { backups, own: () => ownProbes(backups), env: machine.env };
		const code = await change(machine, { ...flags, backups }, (place) => logging(place, asked));
		if (code !== FINE || flags.write === undefined) return code;
	}
	const found = await placeOf(flags.config, machine.env);
	const place = "code" in found ? undefined : found;
	const word = wordAt(machine);
	const release = flags.release ?? (place && releaseIn(place));
	const log = flags.log ?? (place && logFileIn(place));
	if (release === "1.6") return refuse(machine, word, phrase("log_of_old"));
	if (release === undefined) return refuse(machine, word, ...("code" in found ? [found] : []), phrase("say_release"));
	if (log === undefined) return refuse(machine, word, phrase("no_log_for_fail2ban"));
	// Another log may belong to another broker.
	const format = place !== undefined && log === logFileIn(place) ? timeFormatIn(place) : undefined;
	const dates = datePatterns(format);
	if (dates === undefined) return refuse(machine, word, phrase("log_time_unread", { format: format ?? "" }));
	const ports = place === undefined ? [1883, 8883] : [...new Set(doorsOf(place).map(({ port }) => port))];
	const files = [
		{ path: `filter.d/${FAIL2BAN_NAME}.conf`, text: fail2banFilter(release, dates) },
		{ path: `jail.d/${FAIL2BAN_NAME}.conf`, text: fail2banJail({ log, ports }) },
	];
	const lacking = place && lackingIn(place, release);
	if (flags.write === undefined) {
		print(machine, files.map(({ path, text }) => `# ===== ${path}\n${text}`).join("\n"));
	} else {
		const failed = await written(resolve(machine.cwd, flags.write), files, flags.at);
		if (failed !== undefined) return notFine(machine, word(failed));
		print(machine, word(phrase("fail2ban_written", { folder: flags.write })));
	}
	if (lacking === undefined) return FINE;
	return notFine(machine, word(lacking));
}

async function written(
	folder: string,
	files: readonly { readonly path: string; readonly text: string }[],
	at: At | undefined,
): Promise<Sentence | undefined> {
	try {
		const wanted = files.map(({ path, text }) => ({
			path: join(folder, path),
			bytes: Buffer.from(text),
			rights: mine(0o644),
		}));
		for (const { path } of wanted) await makeFolder(dirname(path), 0o755);
		await putTogether(wanted, at);
		return undefined;
	} catch (failed) {
		return phrase("files_not_written", { cause: textOf(failed) });
	}
}

/** Settings that hide refusals from the filter, or let clients forge them. */
function lackingIn({ config }: Place, release: Release): Sentence | undefined {
	const conf = confOf(config, onDisk);
	if (settingsOf(conf, "connection_messages").at(-1) === "false") return phrase("log_without_connections");
	if (settingsOf(conf, "log_timestamp").some(isOff)) return phrase("log_without_times");
	const types = settingsOf(conf, "log_type");
	const unsafe = types.filter((type) => UNSAFE_LOG_TYPES.includes(type));
	const set = LOG_TYPES[release].map((type) => `\nlog_type ${type}`).join("");
	if (unsafe.length > 0) return phrase("log_unsafe", { types: unsafe.join(", "), lines: set });
	// The filter for this release matches a line together with the next one.
	if (release === "2.0.13" && types.includes("debug")) return phrase("log_debug_between", { lines: set });
	const needed = release === "2.0" ? ["notice", "debug"] : ["notice"];
	// By default Mosquitto logs error, warning, notice and information.
	const logged = types.length === 0 ? ["error", "warning", "notice", "information"] : types;
	if (needed.every((type) => logged.includes(type))) return undefined;
	return phrase("log_lacks_refusals", { lines: set });
}
