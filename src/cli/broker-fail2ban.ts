import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { confOf, settingsOf } from "#broker/conf.ts";
import { onDisk, type Place, placeOf } from "#broker/place.ts";
import { doorsOf } from "#broker/restart.ts";
import { FAIL2BAN_NAME, fail2banFilter, fail2banJail, LOG_TYPES, UNSAFE_LOG_TYPES } from "#watch/fail2ban.ts";
import type { Release } from "#watch/line.ts";
import { logFileIn, releaseIn } from "./broker-log.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";

export interface Fail2banFlags {
	/** Mosquitto's configuration. */
	readonly config?: string;
	readonly log?: string;
	readonly release?: Release;
	/** A folder like /etc/fail2ban; without it, both files are printed. */
	readonly write?: string;
}

/** A filter and a jail for fail2ban, for the broker of this machine, and what its configuration needs for them. */
export async function brokerFail2ban(machine: Machine, flags: Fail2banFlags): Promise<number> {
	const place = await placeOf(flags.config, machine.env);
	const release = flags.release ?? (typeof place === "string" ? undefined : releaseIn(place));
	const log = flags.log ?? (typeof place === "string" ? undefined : logFileIn(place));
	if (release === undefined) {
		complain(machine, `${typeof place === "string" ? `${place} ` : ""}Say which release it is: --release 2.0 or 2.1.`);
		return USAGE;
	}
	if (log === undefined) {
		complain(
			machine,
			"The broker writes no log file. Add `log_dest file` to its configuration, or name one with --log.",
		);
		return USAGE;
	}
	const ports = typeof place === "string" ? [1883, 8883] : [...new Set(doorsOf(place).map(({ port }) => port))];
	const files = [
		{ path: `filter.d/${FAIL2BAN_NAME}.conf`, text: fail2banFilter(release) },
		{ path: `jail.d/${FAIL2BAN_NAME}.conf`, text: fail2banJail({ log, ports }) },
	];
	const lacking = typeof place === "string" ? undefined : lackingIn(place, release);
	if (flags.write === undefined) {
		print(machine, files.map(({ path, text }) => `# ===== ${path}\n${text}`).join("\n"));
	} else {
		const failed = written(resolve(machine.cwd, flags.write), files);
		if (failed !== undefined) {
			complain(machine, failed);
			return NOT_FINE;
		}
		print(machine, `Written to ${flags.write}. Make fail2ban take it: fail2ban-client reload`);
	}
	if (lacking === undefined) return FINE;
	complain(machine, lacking);
	return NOT_FINE;
}

function written(folder: string, files: readonly { readonly path: string; readonly text: string }[]) {
	try {
		for (const { path, text } of files) {
			mkdirSync(join(folder, path, ".."), { recursive: true });
			writeFileSync(join(folder, path), text, { mode: 0o644 });
		}
		return undefined;
	} catch (failed) {
		return `The files cannot be written: ${failed instanceof Error ? failed.message : String(failed)}`;
	}
}

/** What keeps the filter from seeing refusals, or lets clients make them up. */
function lackingIn({ config }: Place, release: Release): string | undefined {
	const types = settingsOf(confOf(config, onDisk), "log_type");
	const unsafe = types.filter((type) => UNSAFE_LOG_TYPES.includes(type));
	const set = LOG_TYPES[release].map((type) => `log_type ${type}`).join("\n");
	if (unsafe.length > 0)
		return `With log_type ${unsafe.join(", ")} a client can write lines into the log that ban others. Put this in place of it, and restart the broker:\n${set}`;
	const needed = release === "2.0" ? ["notice", "debug"] : ["notice"];
	// Without any, Mosquitto logs error, warning, notice and information.
	const logged = types.length === 0 ? ["error", "warning", "notice", "information"] : types;
	if (needed.every((type) => logged.includes(type))) return undefined;
	return `The broker's log does not say who was refused. Put this into its configuration, and restart the broker:\n${set}`;
}
