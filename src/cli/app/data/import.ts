import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Asked, brokerOfFormer, type Left, LISTENS, leftBy, type Ports, removed } from "#app/import/at-broker.ts";
import { succeeding } from "#app/import/former-entities.ts";
import { type Imported, imported } from "#app/import/imported.ts";
import type { Written } from "#app/import/variables.ts";
import { valuesIn } from "#app/login/env-file.ts";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "#app/machine.ts";
import { languageBy, remarksIn } from "#app/words.ts";
import { makeFolder } from "#files/make-folder.ts";
import { fileRemedy, textOfFile } from "#files/named-file.ts";
import { replaceFile } from "#files/replace.ts";
import { seconds } from "#model/quantities/units.ts";
import { inside, Mistake, remark, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { parse } from "#options/parse.ts";
import { pauseAt } from "#runtime/pause.ts";
import { causeOf } from "#store/database.ts";
import { entityIds, keepEntityIds } from "#store/files/entity-ids.ts";
import { outcomeLine, plainOutcome } from "./import-lines.ts";

export interface ImportFlags extends SourceFlags {
	/** A new file for the options. */
	readonly out?: string;
	/** Shows what the broker keeps of the former controller, and keeps its entity ids for the app's. */
	readonly broker?: boolean;
	/** Removes what the broker keeps, too. */
	readonly remove?: boolean;
	readonly json?: boolean;
}

const PASSWORD_FILE = "mqtt-password";
const never = new AbortController().signal;
const PORTS: Ports = { pause: (time) => pauseAt(1)(seconds(time), never) };

/**
 * Takes over from the former controller: its `.env` becomes options, the app's entities go on with its entity ids, and what the
 * broker keeps of it is shown and, if asked for, removed. Not while it still runs.
 */
export async function importFormer(
	machine: Machine,
	file: string | undefined,
	flags: ImportFlags,
	ports = PORTS,
): Promise<number> {
	const language = languageBy(machine, flags);
	const word = remarksIn(language);
	try {
		const found = importedFrom(resolve(machine.cwd, file ?? ".env"));
		const options = written(machine, found, flags);
		const say = (text: string) => flags.json || print(machine, text);
		const asksBroker = flags.broker || flags.remove;
		// Who asks what the broker keeps has seen the options before.
		if (!asksBroker || flags.out !== undefined) {
			for (const outcome of found.outcomes) say(outcomeLine(outcome, language));
			say("");
			say(
				flags.out === undefined
					? JSON.stringify(options, undefined, 2)
					: word(remark("import_written", { file: flags.out })),
			);
		}
		const left = asksBroker ? await atBroker(machine, found, flags, { ports, word }) : undefined;
		if (flags.json)
			print(
				machine,
				JSON.stringify({ options, variables: found.outcomes.map(plainOutcome), ...(left && { broker: left.plain }) }),
			);
		else for (const line of left?.lines ?? [word(remark("import_next"))]) print(machine, line);
		return left?.fine === false ? NOT_FINE : FINE;
	} catch (failed) {
		if (!(failed instanceof Mistake)) throw failed;
		complain(machine, word(failed.sentence));
		return USAGE;
	}
}

function importedFrom(file: string): Imported {
	const found = imported(valuesIn(read(file)));
	if (found.outcomes.length === 0) throw new Mistake(remark("import_nothing", { file }));
	return found;
}

function read(file: string): string {
	try {
		return textOfFile(file);
	} catch (failed) {
		throw new Mistake(remark("import_unreadable", { file, ...inside("why", fileRemedy(failed)) }));
	}
}

/** The options, which are in the file if one is given; the password is in a file of its own beside it. */
function written({ cwd }: Machine, { options, password }: Imported, { out }: ImportFlags): Written {
	if (out === undefined) return options;
	const path = resolve(cwd, out);
	const secret = join(dirname(path), PASSWORD_FILE);
	const named: Written =
		password === undefined ? options : { ...options, mqtt: { ...Object(options["mqtt"]), password_file: secret } };
	for (const one of password === undefined ? [path] : [path, secret])
		if (existsSync(one) || (password !== undefined && path === secret))
			throw new Mistake(remark("import_exists", { file: one }));
	try {
		makeFolder(dirname(path));
		if (password !== undefined) replaceFile(secret, `${password}\n`);
		replaceFile(path, `${JSON.stringify(named, undefined, "\t")}\n`);
	} catch (failed) {
		throw new Mistake(remark("import_not_written", { file: path, cause: causeOf(failed) }));
	}
	return named;
}

interface Told {
	readonly lines: readonly string[];
	readonly plain: Readonly<Record<string, unknown>>;
	readonly fine: boolean;
}

async function atBroker(
	machine: Machine,
	{ options, password = "" }: Imported,
	flags: ImportFlags,
	{ ports, word }: { readonly ports: Ports; readonly word: Word },
): Promise<Told> {
	const parsed = parse(options);
	if (parsed.kind === "invalid" || parsed.options.mqtt.username === undefined || password === "")
		throw new Mistake(remark("import_no_login"));
	const broker = brokerOfFormer(parsed.options.mqtt, password);
	if (!flags.json) complain(machine, word(remark("import_listening", { seconds: LISTENS })));
	const asked = await leftBy(broker, ports);
	if (asked.kind === "failed") return notAsked(asked, word);
	const left = asked.value;
	const ids = kept(folderOf(machine, flags), left);
	const plain = { runs: left.runs, deaf: left.deaf, topics: left.topics, refused: left.refused, entity_ids: ids };
	const lines = [...listed(left, word), ...continued(ids, word)];
	if (left.runs) return { lines: [...lines, word(remark("import_runs"))], plain, fine: false };
	if (flags.remove && left.deaf) return { lines: [...lines, word(remark("import_deaf"))], plain, fine: false };
	if (!flags.remove || left.topics.length === 0)
		return {
			lines: left.topics.length === 0 ? lines : [...lines, word(remark("import_then_remove"))],
			plain,
			fine: true,
		};
	const gone = await removed(broker, left.topics, ports);
	if (gone.kind === "failed") return { ...notAsked(gone, word), lines: [...lines, ...notAsked(gone, word).lines] };
	const still = gone.value;
	const last =
		still.length === 0 ? remark("import_removed", { count: left.topics.length }) : remark("import_not_removed");
	const rest = still.map((topic) => `  topic write ${topic}`);
	return { lines: [...lines, word(last), ...rest], plain: { ...plain, still }, fine: still.length === 0 };
}

const notAsked = (asked: Extract<Asked<unknown>, { kind: "failed" }>, word: Word): Told => ({
	lines: ["", word(remark("import_no_broker", { class: asked.class }))],
	plain: { class: asked.class },
	fine: false,
});

/** The entity ids, kept for the app before anything is removed, beside those of an earlier look. */
function kept(folder: string, { entities }: Left): Readonly<Record<string, string>> {
	const [earlier, found] = [entityIds(folder), succeeding(entities)];
	if (Object.keys(found).length === 0) return earlier;
	const ids = { ...earlier, ...found };
	try {
		makeFolder(folder);
		keepEntityIds(folder, ids);
		return ids;
	} catch (failed) {
		throw new Mistake(remark("folder_unusable", { folder, cause: causeOf(failed) }));
	}
}

const under = (title: Sentence, rows: readonly string[], word: Word): readonly string[] =>
	rows.length === 0 ? [] : ["", word(title), ...rows.map((row) => `  ${row}`)];

const listed = ({ topics, refused }: Left, word: Word): readonly string[] => [
	...(topics.length === 0 ? ["", word(remark("import_none_left"))] : []),
	...under(remark("import_left", { count: topics.length }), topics, word),
	...under(
		remark("found_refused"),
		refused.map((filter) => `topic read ${filter}`),
		word,
	),
];

const continued = (ids: Readonly<Record<string, string>>, word: Word): readonly string[] => {
	const lines = under(remark("import_entities"), Object.values(ids), word);
	return lines.length === 0 ? lines : [...lines, word(remark("import_statistics"))];
};
