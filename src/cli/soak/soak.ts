import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "#app/machine.ts";
import { answered, languageBy, remarksIn } from "#app/words.ts";
import { seconds } from "#model/quantities/units.ts";
import { inside, remark } from "#model/sentences/sentence.ts";
import { pauseAt } from "#runtime/pause.ts";
import { type Asked, askControl } from "#runtime/socket/ask-control.ts";
import type { Figures } from "#runtime/watch.ts";
import { type Flaw, flawsOf, type Watched } from "#runtime/watched.ts";
import { tryCommands } from "./commands.ts";
import { asJson, progress, report, saidOf } from "./report.ts";

export interface SoakFlags extends SourceFlags {
	readonly minutes: number;
	readonly json?: boolean;
}

/** Seconds between two looks, and for an answer. */
const EVERY = 2;
const PATIENCE = seconds(6);
/** Seconds between two commands that change nothing. */
const COMMANDS_EVERY = 15;
/** Seconds that the last states may still need at the end. */
const SETTLING = 3;

/** Watches the running controller for some minutes: readings, turns, commands, broker and log. Then judges. */
export async function soak(machine: Machine, { minutes, json, ...flags }: SoakFlags): Promise<number> {
	const folder = folderOf(machine, flags);
	const language = languageBy(machine, flags);
	const first = await askControl(folder, "soak", undefined, PATIENCE);
	const begun = figuresIn(first);
	if (begun === undefined) {
		const not = notBegun(first, folder);
		complain(machine, Object.values(saidOf(not, language)).join(" "));
		if (json) print(machine, JSON.stringify(asJson(NOTHING, [not])));
		return NOT_FINE;
	}
	const stopped = new AbortController();
	machine.onStop(() => stopped.abort());
	complain(machine, remarksIn(language)(remark("soak_begun", { minutes })));
	const shown =
		machine.terminal && !json ? (seen: Figures) => machine.out.write(progress(seen, minutes, language)) : undefined;
	const watched = await watch(folder, begun, seconds(minutes * 60), stopped.signal, shown);
	if (shown !== undefined) print(machine, "");
	const flaws = flawsOf(watched);
	if (json) print(machine, JSON.stringify(asJson(watched, flaws)));
	else for (const line of report(watched, flaws, language)) print(machine, line);
	return flaws.length === 0 ? FINE : NOT_FINE;
}

type Seen = Figures & { readonly watch: string };

async function watch(
	folder: string,
	begun: Seen,
	lasting: number,
	stop: AbortSignal,
	shown: ((seen: Figures) => void) | undefined,
): Promise<Watched> {
	let seen = begun;
	let unanswered = 0;
	let ended = false;
	const look = async () => {
		const asked = await askControl(folder, "soak", begun.watch, PATIENCE);
		const figures = figuresIn(asked);
		if (figures !== undefined && figures.watch === begun.watch) seen = figures;
		else if (asked.kind === "failed") unanswered += 1;
		else ended = true;
	};
	const from = now();
	const left = () => lasting - (now() - from);
	let commands = await tryCommands(folder, PATIENCE);
	let tried = now();
	while (left() > 0 && !stop.aborted && !ended) {
		await pauseAt(1)(seconds(Math.min(EVERY, left())), stop);
		if (left() <= 0 || stop.aborted) break;
		if (now() - tried >= COMMANDS_EVERY) {
			tried = now();
			commands = await tryCommands(folder, PATIENCE, commands);
		}
		await look();
		shown?.(seen);
	}
	const cut_short = stop.aborted;
	if (!ended && !cut_short) commands = await tryCommands(folder, PATIENCE, commands);
	if (!ended) await look();
	for (let waited = 0; !ended && !cut_short && seen.missing > 0 && waited < SETTLING; waited += 0.5) {
		await pauseAt(1)(seconds(0.5), stop);
		await look();
	}
	return { figures: seen, commands, unanswered, ended, cut_short };
}

/** The figures in an answer; undefined if it has none, because another version may answer differently. */
function figuresIn(asked: Asked): Seen | undefined {
	return asked.kind === "answer" && isSeen(asked.value) ? asked.value : undefined;
}

const isSeen = (value: unknown): value is Seen =>
	typeof value === "object" && value !== null && "watch" in value && "turns" in value && "broker" in value;

const NOTHING: Watched = { figures: undefined, commands: [], unanswered: 0, ended: false, cut_short: false };

function notBegun(asked: Asked, folder: string): Flaw {
	if (asked.kind === "not_running")
		return { code: "not_running", message: remark("not_running", { folder }), remedy: remark("start_it") };
	const why = asked.kind === "failed" ? answered(asked.why) : remark("soak_strange");
	return {
		code: "not_watched",
		message: remark("soak_not", { ...inside("why", why), folder }),
		remedy: remark("soak_not_mend"),
	};
}

const now = () => performance.now() / 1000;
