import { complain, FINE, NOT_FINE, print, shown } from "#app/machine.ts";
import type { Outcome } from "#broker/change/carry-out.ts";
import { foreseen } from "#broker/change/foreseen.ts";
import { unlike, unreplaceable } from "#broker/change/replaceable.ts";
import { linesOf } from "#broker/conf/lost.ts";
import type { Place } from "#broker/conf/place.ts";
import { difference } from "#broker/files/difference.ts";
import type { Trouble } from "#broker/files/trouble.ts";
import type { Plan } from "#broker/plans/plan.ts";
import { phrase, type Sentence, type Word } from "#model/sentences/sentence.ts";
import type { Calling } from "./plan.ts";
import { english, plainTrouble, troubleText } from "./words.ts";

/** Reports a planned change. Nothing is changed. */
export async function rehearse({ machine, flags, word }: Calling, plan: Plan, place: Place): Promise<number> {
	const text = await difference(plan.files, flags.json ? english : word);
	const { gone, come } = await linesOf(plan.files, new Set());
	const trouble = text === "" ? undefined : await wouldFail(plan, place);
	if (flags.json) {
		const said = text === "" ? {} : toldOf(word, plan.said);
		const seen = trouble === undefined ? said : plainTrouble(word, trouble);
		print(
			machine,
			JSON.stringify({
				ok: trouble === undefined,
				dry_run: true,
				difference: text,
				lines_gone: gone,
				lines_come: come,
				...seen,
				...plan.facts,
			}),
		);
	} else {
		print(machine, text === "" ? word(phrase("nothing_would_change")) : text.trimEnd());
		if (text !== "") print(machine, word(phrase("dry_run_lines", { gone, come })));
		if (trouble !== undefined) complain(machine, troubleText(word, trouble));
		else if (text !== "") print(machine, word(phrase("dry_run_starts")));
		if (text !== "" && trouble === undefined && plan.said.length > 0) {
			print(machine, word(phrase("dry_run_promises")));
			for (const sentence of plan.said) print(machine, `  ${word(sentence)}`);
		}
	}
	return trouble === undefined ? FINE : NOT_FINE;
}

const wouldFail = async ({ files, doors }: Plan, place: Place): Promise<Trouble | undefined> =>
	(await unreplaceable(await unlike(files))) ?? foreseen(place, files, doors);

/** Reports how a change ended. Throws if a new password, which is shown only once, cannot be shown. */
export async function report(
	{ machine, flags, word }: Calling,
	plan: Plan,
	outcome: Outcome,
	unfinished?: Trouble,
): Promise<number> {
	const ok = (outcome.kind === "done" || outcome.kind === "nothing") && unfinished === undefined;
	if (flags.json) {
		const done = ok && { ...toldOf(word, plan.said), ...plan.facts };
		const secret = outcome.kind === "done" && plan.password && { password: plan.password };
		const left = unfinished && { unfinished: plainTrouble(word, unfinished) };
		await shown(machine, JSON.stringify({ ok, ...plainOutcome(word, outcome), ...done, ...secret, ...left }));
		return ok ? FINE : NOT_FINE;
	}
	const say = outcome.kind === "done" || outcome.kind === "nothing" ? print : complain;
	for (const line of outcomeLines(word, plan, outcome, unfinished)) say(machine, line);
	if (outcome.kind === "done" && outcome.beside !== undefined) complain(machine, troubleText(word, outcome.beside));
	if (unfinished !== undefined) complain(machine, troubleText(word, unfinished));
	for (const sentence of ok ? plan.said : []) print(machine, word(sentence));
	if (plan.password === undefined || outcome.kind !== "done") return ok ? FINE : NOT_FINE;
	await shown(machine, `${word(phrase("password_once"))} ${plan.password}`);
	print(machine, word(phrase("put_into_manager")));
	return ok ? FINE : NOT_FINE;
}

function outcomeLines(word: Word, plan: Plan, outcome: Outcome, unfinished?: Trouble): readonly string[] {
	if (outcome.kind === "nothing")
		return [word(plan.nothing ?? phrase(unfinished === undefined ? "so_already" : "files_so_already"))];
	if (outcome.kind === "refused") return [troubleText(word, outcome.trouble)];
	const { name: backup, folder } = outcome.backup;
	if (outcome.kind === "done") {
		const listeners = (plan.untried ?? []).join(", ");
		return [word(listeners === "" ? phrase("done", { backup }) : phrase("done_but", { backup, listeners }))];
	}
	const failed = [phrase("proof_failed"), outcome.trouble.message];
	const after =
		outcome.kind === "rolled_back"
			? [phrase("as_it_was", { backup }), outcome.trouble.remedy]
			: [
					phrase("not_put_back"),
					outcome.again.message,
					phrase("files_are_in", { folder }),
					outcome.again.remedy,
					phrase("way_out"),
				];
	return [...failed, ...after].flatMap((sentence) => (sentence === undefined ? [] : [word(sentence)]));
}

/** The report for scripts. */
const toldOf = (word: Word, said: readonly Sentence[]) => ({ says: said, told: said.map(word).join("\n") });

function plainOutcome(word: Word, outcome: Outcome): Readonly<Record<string, unknown>> {
	const { kind } = outcome;
	if (kind === "nothing") return { outcome: kind };
	if (kind === "refused") return { outcome: kind, ...plainTrouble(word, outcome.trouble) };
	const backup = { outcome: kind, backup: outcome.backup.name };
	return kind === "done" ? backup : { ...backup, ...plainTrouble(word, outcome.trouble) };
}
