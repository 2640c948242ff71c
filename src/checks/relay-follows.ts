import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { isCalm, unseen, watched, watching } from "./watched.ts";

const TWO_MINUTES = 120;
const MINUTE = 60;

/** A relay that its board reports otherwise than it was told, for minutes: it sticks, or something else switches it. */
export const relayFollows = rule({
	id: "relay_follows",
	per: "output",
	needs: {},
	options: z.object({}),
	counts: true,
	memory: watching,
	finds({ at }, { found }) {
		if (found === undefined) return [];
		return [finding("alarm", found["wanted"] === "on" ? "relay_stays_off" : "relay_stays_on", { output: at.id })];
	},
	propose({ at }, { now, outputs }, memory) {
		const state = outputs[at.index];
		if (state?.actual === undefined) return silent(unseen(memory));
		const [wanted, is] = [state.wanted > 0, state.actual > 0];
		// So it is in nearly every turn.
		if (is === wanted && isCalm(memory)) return silent(memory);
		return silent(
			watched(memory, now, {
				wrong: is !== wanted,
				right: is === wanted,
				found_after: TWO_MINUTES,
				over_after: MINUTE,
				evidence: () => ({ wanted: wanted ? "on" : "off" }),
			}),
		);
	},
});
