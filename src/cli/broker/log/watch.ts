import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { later } from "#app/beside/beside-control.ts";
import { whoIn } from "#app/broker/alert-facts.ts";
import { BACKUPS } from "#app/broker/folder.ts";
import { ownProbes } from "#app/broker/own-probes.ts";
import { languageAt } from "#app/locale.ts";
import { type Sourced, type SourceFlags, source } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "#app/machine.ts";
import { logFileIn, releaseIn } from "#broker/conf/log-file.ts";
import { placeOf } from "#broker/conf/place.ts";
import type { Alert } from "#broker/log/alert.ts";
import { keeping, loadKnown } from "#broker/log/count/known-file.ts";
import { follow, linesIn } from "#broker/log/read/follow.ts";
import type { Release } from "#broker/log/read/release.ts";
import { alertLine, appendLine } from "#broker/log/security-log.ts";
import { type Heard, isUnderstood, Watch } from "#broker/log/watch.ts";
import { phrase, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { caught } from "#model/untyped/caught.ts";
import { alertWords } from "#texts/alert.ts";
import type { Language } from "#texts/say.ts";
import { askedOnce } from "../../app/asked-once.ts";
import { refuse, wordIn } from "../change/words.ts";
import { logOverMqtt } from "./log-topic.ts";

export interface WatchFlags extends SourceFlags {
	/** Mosquitto's configuration. */
	readonly config?: string;
	/** The log file, if the configuration does not name it. */
	readonly log?: string;
	/** Reads the log over MQTT. */
	readonly topic?: boolean;
	/** Reads the whole log once, and reports. */
	readonly once?: boolean;
	readonly json?: boolean;
	readonly securityLog?: string;
	readonly release?: Release;
}

/** Reads the broker's log and reports what a person should know: once, or until it is stopped. */
export async function brokerWatch(machine: Machine, flags: WatchFlags): Promise<number> {
	const sourced = await askedOnce(source(machine, flags));
	const language = languageAt(machine, sourced);
	const word = wordIn(language);
	const found = flags.topic ? undefined : await fileFor(machine, flags);
	if (found !== undefined && "refused" in found) return refuse(machine, word, ...found.refused);
	const reporter = new Reporter(machine, language, flags);
	const listening = listeningFor(sourced.folder, flags, found, reporter);
	if (flags.once && found !== undefined) {
		await readOnce(found, listening, reporter);
		return reporter.code;
	}
	const stop = new AbortController();
	machine.onStop(() => stop.abort());
	const tell = (sentence: Sentence) => complain(machine, word(sentence));
	const refused =
		found === undefined
			? await hearTopic(sourced, listening, tell, stop.signal)
			: await hearFile(found, listening, tell, stop.signal);
	if (refused !== undefined) return refuse(machine, word, refused);
	listening.close();
	reporter.summary(listening.watch.heard);
	return reporter.code;
}

/** Counts lines, and records the addresses of users. */
interface Listening {
	readonly watch: Watch;
	hear(line: string, now?: number): void;
	close(): void;
}

function listeningFor(folder: string, flags: WatchFlags, found: Found | undefined, reporter: Reporter): Listening {
	const release = flags.release ?? found?.release;
	const known = loadKnown(folder);
	const today = flags.once && found !== undefined ? writtenAt(found.log) : undefined;
	const watch = new Watch({
		own: ownProbes(folder, BACKUPS),
		known,
		...(release && { release }),
		...(today && { today }),
	});
	const kept = keeping(folder, watch.known, later);
	return {
		watch,
		hear(line, now) {
			for (const alert of watch.hear(line, now)) reporter.alert(alert);
			kept.look();
		},
		close: () => kept.close(),
	};
}

async function readOnce({ log }: Found, { watch, hear, close }: Listening, reporter: Reporter): Promise<void> {
	for await (const line of linesIn(log)) hear(line);
	for (const alert of watch.settle()) reporter.alert(alert);
	close();
	reporter.summary(watch.heard, true);
}

type Say = (sentence: Sentence) => void;

async function hearFile(
	{ log }: Found,
	{ watch, hear }: Listening,
	tell: Say,
	signal: AbortSignal,
): Promise<undefined> {
	const lines = follow(log, {
		signal,
		before: (line) => watch.learn(line),
		// Only an open file counts as watched, also after it was missing.
		state: (there) => tell(phrase(there ? "watching_file" : "log_unreadable_now", { path: log })),
	});
	for await (const line of lines) hear(line, now());
}

/** Why the log cannot be read, if it cannot. */
const hearTopic = (sourced: Sourced, { watch, hear }: Listening, tell: Say, signal: AbortSignal) =>
	logOverMqtt(sourced, {
		line: (text) => hear(text, now()),
		release: (said) => watch.is(said),
		tell,
		signal,
	});

const now = () => Date.now() / 1000;

/** Seconds since 1970. */
const writtenAt = (path: string): number | undefined => caught(() => statSync(path).mtimeMs / 1000, undefined);

interface Found {
	readonly log: string;
	readonly release?: Release | "1.6";
}

interface Refused {
	readonly refused: readonly Sentence[];
}

/** The file, and the release that wrote it; or why these are unknown. */
async function fileFor(machine: Machine, { config, log, once }: WatchFlags): Promise<Found | Refused> {
	const place = await placeOf(config, machine.env);
	if (log === undefined && "code" in place) return { refused: [place, phrase("or_name_log")] };
	const path = log ?? ("code" in place ? undefined : logFileIn(place));
	if (path === undefined) return { refused: [phrase("no_log_to_watch")] };
	const whole = resolve(machine.cwd, path);
	if (once && !existsSync(whole)) return { refused: [phrase("no_such_file", { path: whole })] };
	// Another log may belong to another broker.
	const own = !("code" in place) && (log === undefined || resolve(logFileIn(place) ?? "") === whole);
	const release = own ? releaseIn(place) : undefined;
	return { log: whole, ...(release && { release }) };
}

/** Reports alerts and figures to people, programs and the security log. */
class Reporter {
	code = FINE;
	readonly #machine: Machine;
	readonly #language: Language;
	readonly #word: Word;
	readonly #flags: WatchFlags;

	constructor(machine: Machine, language: Language, flags: WatchFlags) {
		this.#machine = machine;
		this.#language = language;
		this.#word = wordIn(language);
		this.#flags = flags;
	}

	alert(alert: Alert): void {
		this.code = NOT_FINE;
		const words = alertWords(this.#language, whoIn(alert));
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
			complain(this.#machine, this.#word(phrase("not_writable", { path: securityLog, cause: String(failed) })));
		}
	}

	/** @param whole the log was read from start to end */
	summary(heard: Heard, whole = false): void {
		const unread = unreadIn(heard, whole);
		if (unread !== undefined) this.code = NOT_FINE;
		if (this.#flags.json) {
			const read = unread === undefined ? {} : { unread: unread.code };
			print(this.#machine, JSON.stringify({ event: "summary", ...heard, ...read }));
		} else if (unread === undefined || heard.refusals > 0) {
			for (const line of figures(this.#word, heard)) print(this.#machine, line);
		}
		if (unread !== undefined) complain(this.#machine, this.#word(unread));
		else if (heard.lines > 0 && heard.untimed * 2 > heard.lines)
			complain(this.#machine, this.#word(phrase("log_untimed")));
	}
}

/** Why "0 refused" would be misleading; undefined if it is not. */
function unreadIn(heard: Heard, whole: boolean): Sentence | undefined {
	const { lines, understood, old } = heard;
	if (!isUnderstood(heard) || (whole && lines === 0)) return phrase("log_not_understood", { lines, understood });
	return old > 0 ? phrase("log_of_old") : undefined;
}

function figures(word: Word, heard: Heard): readonly string[] {
	const { lines, logins, refusals, own_refusals: own, denials, cut, by_address, unattributed, release } = heard;
	const facts = { lines, logins, refusals, own, denials, cut };
	const worst = Object.entries(by_address).sort(([, a], [, b]) => b - a);
	const counted = (count: number, sentence: Sentence) => `  ${String(count).padStart(7)} ${word(sentence)}`;
	return [
		word(release === undefined ? phrase("heard", facts) : phrase("heard_of", { ...facts, release })),
		...worst.slice(0, SHOWN).map(([address, count]) => counted(count, phrase("refused_from", { address }))),
		...(worst.length > SHOWN ? [`  … ${word(phrase("more_addresses", { count: worst.length - SHOWN }))}`] : []),
		...(unattributed > 0 ? [counted(unattributed, phrase("refused_unattributed"))] : []),
		...(release === undefined && lines > 0 ? [word(phrase("release_unknown"))] : []),
		...(heard.refused_ids > 0 ? [counted(heard.refused_ids, phrase("refused_ids"))] : []),
	];
}
/** Most addresses that are listed. */
const SHOWN = 20;
