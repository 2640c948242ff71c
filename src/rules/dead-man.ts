import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { forbid } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { type Reason, reason } from "#model/decision/decision.ts";
import type { Intent } from "#model/decision/intent.ts";
import { daysSince, isProven, LAPSES, type Proof } from "#model/decision/silence.ts";
import { running } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { after, type Instant, inSeconds, instant, minutes, seconds, since } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";

const TEST_LEFT = gauge("test_left", "s");
const NOTHING = seconds(0);

/** So long an unproven heater may run for the test that a person asked for. */
export const TEST_WITHIN = inSeconds(minutes(15));

/**
 * An output beyond a network goes off by itself when this app is silent, if the silence test has shown that. Without that
 * proof a heater stays off: safety, so a person cannot lift it. He can ask for the test, for which it may run. The proof
 * belongs to the device and its time: another target needs another one.
 */
export const deadMan = rule({
	id: "dead_man",
	per: "output",
	where: ({ off_after }) => off_after !== undefined,
	needs: {},
	options: z.object({}),
	memory: z.object({
		proof: z
			.object({
				result: z.enum(["passed", "failed", "unarmed"]),
				date: z.string().max(10),
				took: z.number(),
				target: z.string(),
				off_after: z.number(),
			})
			.optional(),
		/** A person asked for the test, which may be made until then. Kept for as long after that: meanwhile nobody can ask again. */
		asked_until: z.number().optional(),
	}),
	propose({ at }, { now, wall, outputs, intents, compare }, before) {
		const state = outputs[at.index];
		let memory: Memory = before;
		for (const intent of intents) memory = heard(memory, intent, at, now, wall);
		if (memory.asked_until !== undefined && since(instant(memory.asked_until), now) >= TEST_WITHIN)
			memory = without(memory);
		// A device that switched on without its timer contradicts its own proof.
		if (
			state?.fault?.code === "unarmed" &&
			running(state) &&
			memory.proof?.result !== "unarmed" &&
			at.role === "heater"
		)
			memory = { ...memory, proof: result(at, "unarmed", 0, wall) };
		if (at.role !== "heater") return silent(memory);
		if (
			memory.asked_until !== undefined &&
			compare.above(TEST_LEFT, since(now, instant(memory.asked_until)), NOTHING) &&
			state?.fault?.code !== "unarmed"
		)
			return silent(memory);
		const why = refusal(memory.proof, at, wall);
		return compare.so("proven", why === undefined) || why === undefined
			? silent(memory)
			: claiming(memory, [forbid(at, "safety", why, "fault")]);
	},
});

interface Memory {
	proof?: Proof | undefined;
	asked_until?: number | undefined;
}

function heard(memory: Memory, intent: Intent, at: Output, now: Instant, wall: Wall): Memory {
	switch (intent.kind) {
		case "job":
			// Asking again does not prolong it, or a heater could run without a proof for as long as somebody asks.
			return intent.name === "silence_test" && memory.asked_until === undefined
				? { ...memory, asked_until: after(now, TEST_WITHIN) }
				: memory;
		case "silence":
			if (intent.output !== at.id) return memory;
			// A test that was broken off says nothing, and an earlier proof stays.
			return { proof: result(at, intent.result, intent.took, wall) };
		case "mode":
			return intent.mode === "auto" ? memory : without(memory);
		default:
			return memory;
	}
}

const without = ({ proof }: Memory): Memory => (proof === undefined ? {} : { proof });

const result = ({ target, off_after }: Output, outcome: Proof["result"], took: number, { date }: Wall): Proof => ({
	result: outcome,
	date,
	took,
	target,
	off_after: off_after ?? 0,
});

/** Why a heater may not run; undefined if its proof counts. */
function refusal(proof: Proof | undefined, output: Output, wall: Wall): Reason | undefined {
	if (isProven(proof, output, wall)) return undefined;
	if (proof === undefined || proof.target !== output.target || proof.off_after !== output.off_after)
		return reason("dead_man_untested", { output: output.id });
	if (proof.result === "failed") return reason("dead_man_failed", { output: output.id, date: proof.date });
	if (proof.result === "unarmed") return reason("dead_man_unarmed", { output: output.id, date: proof.date });
	return reason("dead_man_lapsed", { output: output.id, days: daysSince(proof, wall) ?? LAPSES });
}
