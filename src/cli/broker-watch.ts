import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { placeOf } from "#broker/place.ts";
import type { Language } from "#texts/say.ts";
import type { Alert } from "#watch/alert.ts";
import { follow, linesIn } from "#watch/follow.ts";
import { loadKnown, saveKnown } from "#watch/known.ts";
import type { Release } from "#watch/line.ts";
import { alertLine, appendLine } from "#watch/security-log.ts";
import { type Heard, Watch } from "#watch/watch.ts";
import { alertWords } from "../alert-words.ts";
import { askedOnce } from "./asked-once.ts";
import { logFileIn, releaseIn } from "./broker-log.ts";
import { logOverMqtt } from "./broker-log-topic.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";
import { ownProbes } from "./own-probes.ts";
import { languageOf, type SourceFlags, source } from "./source.ts";

export interface WatchFlags extends SourceFlags {
	/** Mosquitto's configuration. */
	readonly config?: string;
	/** The log file, where the configuration does not say it. */
	readonly log?: string;
	/** Over MQTT instead of from a file. */
	readonly topic?: boolean;
	/** Read the whole log once, and report. */
	readonly once?: boolean;
	readonly json?: boolean;
	readonly securityLog?: string;
	readonly release?: Release;
}

/** Reads the broker's log and says what is worth a person's attention: once, or for as long as nobody stops it. */
export async function brokerWatch(machine: Machine, flags: WatchFlags): Promise<number> {
	const sourced = await askedOnce(source(machine, flags));
	const { folder } = sourced;
	const language = languageOf(sourced);
	const found = flags.topic ? undefined : await fileFor(machine, flags);
	if (typeof found === "string") {
		complain(machine, found);
		return USAGE;
	}
	const release = flags.release ?? found?.release;
	const known = loadKnown(folder);
	const watch = new Watch({ own: ownProbes(folder), known, ...(release && { release }) });
	const reporter = new Reporter(machine, language, flags);
	const hear = (text: string, now?: number) => {
		for (const alert of watch.hear(text, now)) reporter.alert(alert);
		if (!watch.known.changed) return;
		watch.known.changed = false;
		saveKnown(folder, watch.known.all());
	};
	if (flags.once && found !== undefined) {
		for await (const line of linesIn(found.log)) hear(line);
		reporter.summary(watch.heard);
		return reporter.code;
	}
	const stop = new AbortController();
	machine.onStop(() => stop.abort());
	if (found !== undefined) {
		complain(machine, `Watching ${found.log}. Ctrl+C ends it.`);
		const { signal } = stop;
		const before = (line: string) => watch.learn(line);
		for await (const line of follow(found.log, {
			signal,
			before,
			state: (there) => missing(machine, found.log, there),
		}))
			hear(line, now());
	} else {
		const refused = await logOverMqtt(sourced, {
			line: (text) => hear(text, now()),
			release: (said) => watch.is(said),
			tell: (text) => complain(machine, text),
			signal: stop.signal,
		});
		if (refused !== undefined) {
			complain(machine, refused);
			return USAGE;
		}
	}
	reporter.summary(watch.heard);
	return reporter.code;
}

const now = () => Date.now() / 1000;

function missing(machine: Machine, log: string, there: boolean): void {
	if (!there) complain(machine, `${log} cannot be read now. It is tried again; run this as root, or check the path.`);
}

interface Found {
	readonly log: string;
	readonly release?: Release;
}

/** Which file, and whose words are in it; a sentence where that cannot be known. */
async function fileFor(machine: Machine, { config, log, once }: WatchFlags): Promise<Found | string> {
	const place = await placeOf(config, machine.env);
	if (log === undefined && typeof place === "string") return `${place} Or name its log with --log.`;
	const path = log ?? (typeof place === "string" ? undefined : logFileIn(place));
	if (path === undefined)
		return "The broker writes no log file. Add `log_dest file /var/log/mosquitto/mosquitto.log` to its configuration, name a file with --log, or use --topic.";
	const whole = resolve(machine.cwd, path);
	if (once && !existsSync(whole)) return `There is no ${whole}.`;
	// Another log may be another broker's.
	const own = typeof place !== "string" && (log === undefined || resolve(logFileIn(place) ?? "") === whole);
	const release = own ? releaseIn(place) : undefined;
	return { log: whole, ...(release && { release }) };
}

/** Says alerts and figures, to people or to programs, and to the security log. */
class Reporter {
	code = FINE;
	readonly #machine: Machine;
	readonly #language: Language;
	readonly #flags: WatchFlags;

	constructor(machine: Machine, language: Language, flags: WatchFlags) {
		this.#machine = machine;
		this.#language = language;
		this.#flags = flags;
	}

	alert(alert: Alert): void {
		this.code = NOT_FINE;
		const words = alertWords(this.#language, alert);
		const line = alertLine(alert, words);
		const { json, securityLog } = this.#flags;
		if (json) print(this.#machine, line);
		else
			print(
				this.#machine,
				`${new Date(alert.at * 1000).toISOString()} ${alert.kind}\n  ${words.happened}\n  ${words.means}\n  ${words.remedy}`,
			);
		if (securityLog === undefined) return;
		try {
			appendLine(resolve(this.#machine.cwd, securityLog), line);
		} catch (failed) {
			complain(this.#machine, `${securityLog} cannot be written: ${String(failed)}`);
		}
	}

	summary(heard: Heard): void {
		if (this.#flags.json) print(this.#machine, JSON.stringify({ event: "summary", ...heard }));
		else for (const line of figures(heard)) print(this.#machine, line);
	}
}

function figures(heard: Heard): readonly string[] {
	const { lines, logins, refusals, unattributed, own_refusals, denials, cut, by_address, release } = heard;
	const worst = Object.entries(by_address).sort(([, a], [, b]) => b - a);
	return [
		`${lines} lines${release ? ` of Mosquitto ${release}` : ""}: ${logins} logins, ${refusals} refused (${own_refusals} more were our own audit), ${denials} messages denied, ${cut} lines cut.`,
		...worst.slice(0, 20).map(([address, count]) => `  ${String(count).padStart(7)} refused from ${address}`),
		...(worst.length > 20 ? [`  … and from ${worst.length - 20} more addresses`] : []),
		...(unattributed > 0 ? [`  ${String(unattributed).padStart(7)} refused of which the broker says no address`] : []),
		...(release === undefined && lines > 0
			? ["Which release wrote this is unknown, so refusals were not read. Say it: --release 2.0 or 2.1."]
			: []),
	];
}
