import type { Looked } from "#app/hardware/at-broker.ts";
import { remarksIn } from "#app/words.ts";
import { remark } from "#model/sentences/sentence.ts";
import type { Language } from "#texts/say.ts";

/** What is said about the look itself. Devices are listed with all other places. */
export function brokerLines(looked: Looked, language: Language): readonly string[] {
	const word = remarksIn(language);
	if (looked.kind === "failed") return ["", word(remark("found_no_broker", { class: looked.class }))];
	const { found, refused, silent } = looked;
	const rules = (filters: readonly string[]) => filters.map((filter) => `  topic read ${filter}`);
	return [
		...(found.length === 0 ? ["", word(remark("found_broker_none"))] : []),
		...(refused.length === 0 ? [] : ["", word(remark("found_refused")), ...rules(refused)]),
		...(silent.length === 0 ? [] : ["", word(remark("found_silent")), ...rules(silent)]),
	];
}

/** For scripts. The devices are among the hardware. */
export const plainLook = (looked: Looked) =>
	looked.kind === "failed"
		? { looked: false, class: looked.class }
		: { looked: true, refused: looked.refused, silent: looked.silent };
