import type { Problem } from "#model/finding.ts";
import { says } from "#model/sentence.ts";
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
			[
				...(several ? [says("several_problems", { count: problems.length })] : []),
				...problems.map(({ path, value }) => says("found_at", { path, value })),
			],
			problems.map(({ path, remedy }) =>
				several ? says("mend_at", { path, remedy }) : says("verbatim", { text: remedy }),
			),
			{ problems: problems.length },
		);
	},
};

/** What can be wrong with each option right by itself, such as a key that belongs to another certificate. */
function flawed({ target }: Context): readonly Problem[] {
	const flaw = target && flawOf(target.broker);
	if (flaw === undefined) return [];
	return [
		{ path: `mqtt.${flaw.field}`, value: `one that ${flaw.cause}`, remedy: "Without a change no connection can work." },
	];
}
