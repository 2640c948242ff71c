import { resolve } from "node:path";
import { languageAt } from "#app/locale.ts";
import { problemLine } from "#app/login/problem-notice.ts";
import { folderOf, type SourceFlags, source } from "#app/login/source.ts";
import { complain, FINE, type Machine, print, USAGE } from "#app/machine.ts";
import { remarksIn } from "#app/words.ts";
import { textOfFile } from "#files/named-file.ts";
import type { Problem } from "#model/findings/finding.ts";
import { Mistake, remark } from "#model/sentences/sentence.ts";
import { jsonIn } from "#model/untyped/untyped.ts";
import { notesOn, wantsAttention } from "#options/notes/notes.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { Options } from "#options/root.ts";
import { whatIf } from "../simulate/asked/what-if.ts";
import { historyTable } from "./history-table.ts";
import { Player } from "./player.ts";
import { Summary } from "./summary.ts";
import { tableOf } from "./table.ts";

export interface ReplayFlags extends SourceFlags {
	readonly readings?: string;
	/** Days of the app's own history, in place of a table. */
	readonly history?: number;
	/** A file with options that are changed for a second run over the same readings. */
	readonly compare?: string;
}

/** Runs the real core on a table of readings, or on the app's own history, and prints a line of JSON per turn. */
export async function replay(machine: Machine, flags: ReplayFlags): Promise<number> {
	const sourced = source(machine, flags);
	const { parsed } = sourced;
	const language = languageAt(machine, sourced);
	const invalid = (problems: readonly Problem[]) => {
		for (const p of problems) complain(machine, problemLine(p, language));
		return USAGE;
	};
	if (parsed.kind === "invalid") return invalid(parsed.problems);
	const { options } = parsed;
	const from = flags.readings ?? folderOf(machine, flags);
	// What is being read, which a message names.
	let at = from;
	try {
		for (const note of notesOf(options)) complain(machine, problemLine(note, language));
		at = flags.compare ?? from;
		const other =
			flags.compare === undefined ? undefined : whatIf(options, changesIn(resolve(machine.cwd, flags.compare)));
		if (other?.kind === "invalid") return invalid(other.problems);
		at = from;
		const { rows, wallAt, ...table } =
			flags.readings === undefined
				? historyTable(from, flags.history ?? 1, plantOf(options), options.site.time_zone)
				: { wallAt: undefined, ...(await tableOf(resolve(machine.cwd, flags.readings))) };
		const player = new Player(options, language, table, wallAt);
		const compared = other && new Player(other.options, language, table, wallAt);
		const summary = compared && new Summary();
		for await (const { record, info } of rows) {
			const turn = player.turn(record, info.lines);
			const second = compared?.turn(record, info.lines);
			if (second === undefined) print(machine, JSON.stringify(turn));
			else {
				summary?.see(turn, second);
				const { activity, outputs } = second;
				print(machine, JSON.stringify({ ...turn, compared: { activity, outputs } }));
			}
		}
		player.end();
		if (summary !== undefined) print(machine, JSON.stringify({ summary: summary.told() }));
		return FINE;
	} catch (failed) {
		const words = failed instanceof Error ? failed.message : String(failed);
		const said = failed instanceof Mistake ? remarksIn(language)(failed.sentence) : words;
		complain(machine, `${at}: ${said}`);
		return USAGE;
	}
}

function changesIn(file: string): unknown {
	const changes = jsonIn(textOfFile(file));
	if (changes === undefined) throw new Mistake(remark("intent_no_json"));
	return changes;
}

/** Also reports an unknown time zone, which would be needed for the times. */
const notesOf = (options: Options): readonly Problem[] =>
	notesOn(plantOf(options), settingsOf(options), options.site.time_zone).filter(wantsAttention);

/** There is nothing to replay. Says so as for any option that has to be given. */
export function nothingToReplay(machine: Machine): number {
	const word = remarksIn(languageAt(machine));
	complain(machine, word(remark("option_missing", { flags: "--readings <file.csv>" })));
	complain(machine, word(remark("more_with_help")));
	return USAGE;
}
