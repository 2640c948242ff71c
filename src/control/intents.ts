import type { Intent, Mode } from "#model/decision/intent.ts";
import type { Settings } from "#model/decision/settings.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { driven, subjectOf } from "#model/plant/circuit.ts";
import { canDo } from "#model/plant/level.ts";
import type { Plant } from "#model/plant/plant.ts";
import { after, type Instant, seconds, since } from "#model/quantities/units.ts";
import { mend } from "#model/sentences/sentence.ts";
import type { Bound } from "./bind.ts";
import type { AnyRule } from "./rule.ts";
import { changeSetting } from "./settings.ts";

/** How long the mode `test` lasts. */
export const TEST_LASTS = seconds(15 * 60);

type Before = Pick<Asked, "mode" | "mode_until" | "settings">;

/** Result of the intents of a turn. */
export interface Asked {
	readonly mode: Mode;
	readonly mode_until: Instant | undefined;
	readonly settings: Settings;
	/** The part that rules see. */
	readonly taken: readonly Intent[];
	readonly answers: readonly (Problem | undefined)[];
}

/** Handles the intents in order, and ends a test whose time is over. */
export function intend({ plant, rules }: Bound, before: Before, now: Instant, intents: readonly Intent[]): Asked {
	const over = before.mode_until !== undefined && since(before.mode_until, now) >= 0;
	let asked: Asked = {
		mode: over ? "auto" : before.mode,
		mode_until: over ? undefined : before.mode_until,
		settings: before.settings,
		// Rules see the end of a test as if a person had ended it.
		taken: over ? [{ kind: "mode", mode: "auto" }] : [],
		answers: [],
	};
	for (const intent of intents) asked = taken(plant, rules, asked, now, intent);
	return asked;
}

function taken(plant: Plant, rules: readonly AnyRule[], asked: Asked, now: Instant, intent: Intent): Asked {
	const refused = (why: Problem): Asked => ({ ...asked, answers: [...asked.answers, why] });
	const passed = (changes: Partial<Asked> = {}): Asked => ({
		...asked,
		taken: [...asked.taken, intent],
		answers: [...asked.answers, undefined],
		...changes,
	});
	const orRefused = (why: Problem | undefined): Asked => (why === undefined ? passed() : refused(why));
	switch (intent.kind) {
		case "setting": {
			const changed = changeSetting(rules, asked.settings, intent.rule, intent.field, intent.value, plant.own_settings);
			return changed.kind === "refused" ? refused(changed.problem) : passed({ settings: changed.settings });
		}
		case "mode":
			return passed({ mode: intent.mode, mode_until: intent.mode === "test" ? after(now, TEST_LASTS) : undefined });
		case "hold":
			return orRefused(noHold(plant, asked.mode, intent));
		case "release":
			return orRefused(
				subjectOf(plant, intent.output) ? undefined : problem(intent.output, "release", mend("no_such_output")),
			);
		case "acknowledge":
		case "silence":
		case "permission":
		case "job":
			return passed();
	}
}

/** Why an output or circuit cannot be held like this; undefined if it can. */
function noHold(plant: Plant, mode: Mode, hold: Hold): Problem | undefined {
	const { output, want, for: lasts } = hold;
	if (mode === "off") return problem(output, "hold", mend("mode_is_off"));
	// Written so that NaN is refused too.
	if (!(want >= 0 && want <= 100)) return problem(output, want, mend("hold_range"));
	if (lasts !== undefined && !(lasts > 0)) return problem(output, lasts, mend("hold_time"));
	const subject = subjectOf(plant, output);
	if (subject === undefined) return problem(output, "hold", mend("no_such_output"));
	const held = driven(subject);
	if (canDo(held, want)) return undefined;
	const { level } = held;
	return problem(output, want, level === undefined ? mend("hold_switch") : mend("hold_level", { ...level }));
}
type Hold = Extract<Intent, { kind: "hold" }>;
