import type { Problem } from "#model/finding.ts";
import { mend, type Sentence, says } from "#model/sentence.ts";
import { flawOf } from "#mqtt/flaw.ts";
import { type Context, fail, ok, type Proof } from "./proof.ts";

/** The options can work; else all that is wrong with them at once. */
export const options: Proof = {
	id: "options",
	needs: [],
	run(context) {
		const problems = [...context.options.problems, ...flawed(context)];
		if (problems.length === 0) return ok(context.options.summary);
		const several = problems.length > 1;
		return fail(
			"options-invalid",
			[...(several ? [says("several_problems", { count: problems.length })] : []), ...problems.map(found)],
			problems.map(({ path, remedy: { code, facts } }) =>
				several ? says("mend_at", { ...facts, path, remedy: code }) : says("mend_alone", { ...facts, remedy: code }),
			),
			{ problems: problems.length },
		);
	},
};

const found = ({ path, value }: Problem): Sentence => {
	const { code, facts } = typeof value === "string" ? mend("as_written", { written: value }) : value;
	return says("found_at", { ...facts, path, value: code });
};

/** What can be wrong with each option right by itself, such as a key that belongs to another certificate. */
function flawed({ target }: Context): readonly Problem[] {
	const flaw = target && flawOf(target.broker);
	if (flaw === undefined) return [];
	return [{ path: `mqtt.${flaw.field}`, value: flaw.told, remedy: mend("cannot_connect") }];
}
