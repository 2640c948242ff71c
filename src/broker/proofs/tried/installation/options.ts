import type { Problem } from "#model/findings/finding.ts";
import { mend, type Sentence, says } from "#model/sentences/sentence.ts";
import { configErrorOf } from "#mqtt/config-error.ts";
import { type Context, fail, noted, ok, type Proof, type Result } from "../../proof.ts";

/** The options work. Otherwise all their faults are reported. */
export const options: Proof = {
	id: "options",
	needs: [],
	run(context) {
		const problems = [...context.options.problems, ...flawed(context)];
		if (problems.length === 0) return valid(context.options);
		const several = problems.length > 1;
		return fail(
			"options-invalid",
			[...(several ? [says("several_problems", { count: problems.length })] : []), ...problems.map(found)],
			remedies(problems),
			{ problems: problems.length },
		);
	},
};

function valid({ summary, notes = [] }: Context["options"]): Result {
	if (notes.length === 0) return ok(summary);
	return noted("options-note", [summary, notes.map(found)].flat(), remedies(notes), { notes: notes.length });
}

const remedies = (problems: readonly Problem[]): readonly Sentence[] =>
	problems.map(({ path, remedy: { code, facts } }) =>
		problems.length > 1
			? says("mend_at", { ...facts, path, remedy: code })
			: says("mend_alone", { ...facts, remedy: code }),
	);

const found = ({ path, value }: Problem): Sentence => {
	const { code, facts } = typeof value === "string" ? mend("as_written", { written: value }) : value;
	return says("found_at", { ...facts, path, value: code });
};

/** Faults that no single option shows, such as a key that belongs to another certificate. */
function flawed({ target }: Context): readonly Problem[] {
	const configError = target && configErrorOf(target.broker);
	if (configError === undefined) return [];
	return [{ path: `mqtt.${configError.field}`, value: configError.told, remedy: mend("cannot_connect") }];
}
