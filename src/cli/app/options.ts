import { languageAt } from "#app/locale.ts";
import { type SourceFlags, source } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "#app/machine.ts";
import { ownSettings } from "#app/own-options/open.ts";
import type { Answer, OwnSettings } from "#app/own-options/own-settings.ts";
import { remarksIn } from "#app/words.ts";
import type { Problem } from "#model/findings/finding.ts";
import { seconds } from "#model/quantities/units.ts";
import { remark } from "#model/sentences/sentence.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import type { Written } from "#options/own/merged-own.ts";
import { valueIn } from "#options/own/python-text.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { type Language, toldProblem } from "#texts/say.ts";
import { actorOf } from "./actor.ts";

export interface OptionsFlags extends SourceFlags {
	readonly json?: boolean;
}

const PATIENCE = seconds(5);

/** What is set, and where; everything else has its default. Secrets are masked. */
export async function showOptions(machine: Machine, flags: OptionsFlags): Promise<number> {
	const { settings, language } = opened(machine, flags);
	const shown = await settings.shown();
	if (shown.kind === "refused") return refused(machine, shown, language);
	const { own, page, merged, place, restart } = shown.value;
	if (flags.json) {
		print(machine, JSON.stringify({ own, page, merged, place, restart }));
		return FINE;
	}
	const word = remarksIn(language);
	const where = (path: readonly string[]) =>
		word(remark(at(page, path) === undefined ? "options_own" : place === "page" ? "options_page" : "options_in_file"));
	for (const path of pathsIn(merged))
		print(machine, `${path.join(".")} = ${JSON.stringify(at(merged, path))}  (${where(path)})`);
	print(machine, word(remark("options_rest")));
	if (restart) print(machine, word(remark("options_wait")));
	return FINE;
}

/** Sets one option: `tank_limit.target 60`. A value is JSON, or a text; `null` goes back to the default. */
export async function setOption(machine: Machine, key: string, value: string, flags: OptionsFlags): Promise<number> {
	const { settings, language, folder } = opened(machine, flags);
	const actor = actorOf(machine) ?? "?";
	const change = key.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), typed(value));
	const saved = await settings.save(change, { actor });
	if (saved.kind === "refused") return refused(machine, saved, language);
	// Where a controller runs, its audit trail knows who did it.
	await askControl(folder, "options_saved", { actor, paths: key }, PATIENCE);
	const shown = await settings.shown();
	const waits = shown.kind === "done" && shown.value.restart;
	if (flags.json) print(machine, JSON.stringify({ saved: key, restart: waits }));
	else print(machine, remarksIn(language)(remark(waits ? "options_kept_wait" : "options_kept", { path: key })));
	return FINE;
}

/** Whether the next start takes the options as they are saved now. */
export async function checkOptions(machine: Machine, flags: OptionsFlags): Promise<number> {
	const { settings, language } = opened(machine, flags);
	const problems = await settings.check({});
	if (flags.json) print(machine, JSON.stringify({ problems: problems.map((one) => toldProblem(language, one)) }));
	else if (problems.length === 0) print(machine, remarksIn(language)(remark("options_fine")));
	else tell(machine, problems, language);
	return problems.length === 0 ? FINE : NOT_FINE;
}

function opened(machine: Machine, flags: OptionsFlags): { settings: OwnSettings; language: Language; folder: string } {
	const sourced = source(machine, flags);
	const settings = ownSettings(machine, sourced, () => undefined);
	return { settings, language: languageAt(machine, sourced), folder: sourced.folder };
}

function refused(
	machine: Machine,
	{ problems }: Extract<Answer<unknown>, { kind: "refused" }>,
	language: Language,
): number {
	tell(machine, problems, language);
	return NOT_FINE;
}

function tell(machine: Machine, problems: readonly Problem[], language: Language): void {
	for (const one of problems) {
		const { path, value, remedy } = toldProblem(language, one);
		complain(machine, `${path}: ${value}. ${remedy}`);
	}
}

/** A text that is no JSON is a text. */
const typed = (text: string): unknown => {
	const value = valueIn(text);
	return value === undefined ? text : value;
};

const pathsIn = (options: Written): readonly (readonly string[])[] =>
	Object.entries(options).flatMap(([key, value]) =>
		isRecord(value) ? pathsIn(value).map((path) => [key, ...path]) : [[key]],
	);

const at = (options: Written, path: readonly string[]): unknown =>
	path.reduce<unknown>(
		(value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
		options,
	);
