import { codeWord, readingWord, remarksIn } from "#app/words.ts";
import { remark, type Sentence, type Word } from "#model/sentences/sentence.ts";
import type { BrokerFigures, Figures, LogFigures, SensorFigures } from "#runtime/watch.ts";
import type { CommandFigures, Flaw, Watched } from "#runtime/watched.ts";
import { type Language, say } from "#texts/say.ts";
import { toldWhole } from "#texts/told.ts";

/** Moves to the start of the line and clears it. */
const AGAIN = "\r\u001b[K";
/** Width of the first column. */
const WIDTH = 14;

const stateWord = (language: Language, state: string) => codeWord(language, "page", `broker_${state}`, state);
const minutesOf = (seconds: number) => (seconds / 60).toFixed(1);

/** One line for a terminal, which is overwritten repeatedly. */
export function progress({ watched, turns, sensors, broker }: Figures, minutes: number, language: Language): string {
	const lost = sensors.filter((s) => s.state !== "ok").length;
	const word = remarksIn(language);
	const parts = [
		`${word(remark("part", { part: minutesOf(watched), whole: minutes }))} min`,
		word(remark("turns_seen", { count: turns.count })),
		word(
			lost === 0
				? remark("sensors_read", { count: sensors.length })
				: remark("sensors_without", { part: lost, whole: sensors.length }),
		),
		word(remark("broker_is", { state: stateWord(language, broker.state) })),
		...(broker.disconnects > 0 ? [word(remark("disconnects", { count: broker.disconnects }))] : []),
	];
	return `${AGAIN}${parts.join(", ")}`;
}

/** For scripts: stable names, all figures, and flaws in English. */
export function asJson({ figures, commands, unanswered, ended, cut_short }: Watched, flaws: readonly Flaw[]) {
	return {
		ok: flaws.length === 0,
		cut_short,
		ended,
		unanswered,
		flaws: flaws.map((flaw) => ({ code: flaw.code, ...saidOf(flaw, "en") })),
		trials: commands,
		...(figures && { ...figures, watch: undefined }),
	};
}

/** A flaw for people. */
export function saidOf({ message, remedy, line }: Flaw, language: Language) {
	const word = remarksIn(language);
	const { state } = message.facts;
	const facts = {
		...message.facts,
		...(state !== undefined && { state: stateWord(language, String(state)) }),
		...(line !== undefined && { text: logged(line, language) }),
	};
	return { message: word({ ...message, facts }), remedy: word(remedy) };
}

/** The figures, the flaws, and the verdict. */
export function report(
	{ figures, commands, cut_short }: Watched,
	flaws: readonly Flaw[],
	language: Language,
): readonly string[] {
	const word = remarksIn(language);
	const wrong = flaws.filter(({ code }) => code !== "cut_short");
	return [
		...(figures === undefined ? [] : seen(figures, language)),
		...commands.map((tried) => line(`  ${word(remark("label_answered"))}`, trial(tried, word))),
		...wrong.flatMap((flaw) => {
			const { message, remedy } = saidOf(flaw, language);
			return [`! ${flaw.code}: ${message}`, `    ${remedy}`];
		}),
		word(verdict(wrong.length, cut_short)),
	];
}

const line = (label: string, said: string) => `${label.padEnd(WIDTH)}${said}`;

function verdict(count: number, cut_short: boolean): Sentence {
	const wrong = remark(count === 1 ? "one_wrong" : "things_wrong", { count }).code;
	const found = count === 0 ? remark("nothing_wrong").code : wrong;
	if (cut_short) return remark("unfinished", { found, count });
	return count === 0 ? remark("fine") : remark("not_fine", { found, count });
}

function seen(figures: Figures, language: Language): readonly string[] {
	const { watched, sensors, broker, commands, missing, log } = figures;
	const word = remarksIn(language);
	const row = (label: Sentence, said: string) => line(word(label), said);
	const warnings = log.filter(({ level }) => level === "warning");
	const kinds = { errors: log.length - warnings.length, warnings: warnings.length };
	return [
		row(remark("label_watched"), word(remark("lasted", { minutes: minutesOf(watched) }))),
		row(remark("label_turns"), turnsSeen(figures.turns, word)),
		...sensors.map((sensor) => row(remark("label_reading"), reading(sensor, language))),
		row(remark("label_broker"), fared(broker, language)),
		row(remark("label_missing"), word(remark("messages_missing", { count: missing }))),
		row(remark("label_commands"), word(remark("commands_fared", { taken: commands.taken, refused: commands.refused }))),
		row(remark("label_log"), word(remark("log_kinds", kinds))),
		...warnings.map((one) =>
			line(`  ${word(remark("label_warning"))}`, `${one.code} ${one.count}×: ${logged(one, language)}`),
		),
	];
}

/** In the reader's language. In the controller's, if another version gives no facts or unknown codes. */
const logged = ({ code, facts, text }: LogFigures, language: Language): string =>
	(facts && toldWhole(language, "notice", code, facts)) ?? text;

function turnsSeen({ count, period, shortest, longest }: Figures["turns"], word: Word): string {
	const apart = shortest === undefined ? [] : [word(remark("apart", { shortest, longest }))];
	return `${[count, ...apart].join(", ")} ${word(remark("due", { period }))}`;
}

function reading(figures: SensorFigures, language: Language): string {
	const { sensor, state, worst_age, patience, turns_without } = figures;
	const word = remarksIn(language);
	const parts = [
		readingWord(language, state),
		worst_age === undefined
			? say(language, "page", "no_value")
			: word(remark("age_worst", { age: worst_age.toFixed(1) })),
		...(patience === undefined ? [] : [word(remark("age_allowed", { patience }))]),
		...(turns_without === 0 ? [] : [word(remark("turns_without", { count: turns_without }))]),
	];
	return `${sensor}: ${parts.join(", ")}`;
}

function fared({ state, disconnects, attempts, auth_errors, failures }: BrokerFigures, language: Language): string {
	const facts = { state: stateWord(language, state), disconnects, attempts, errors: auth_errors };
	const classes = Object.entries(failures).map(([failure, times]) => `${failure} ${times}×`);
	const said = remarksIn(language)(remark("broker_fared", facts));
	return classes.length === 0 ? said : `${said} (${classes.join(", ")})`;
}

function trial({ path, tried, answered, slowest, not_allowed }: CommandFigures, word: Word): string {
	const where = word(remark(path === "broker" ? "there_and_back" : "by_socket"));
	if (not_allowed) return `${where}: ${word(remark("not_proven"))}`;
	if (tried === 0) return `${where}: ${word(remark("none_tried"))}`;
	const took = slowest === undefined ? [] : [remark("slowest", { ms: Math.round(slowest * 1000) })];
	return `${where}: ${[remark("part", { part: answered, whole: tried }), ...took].map(word).join(", ")}`;
}
