import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { forbid } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { type Reason, reason } from "#model/decision/decision.ts";
import { behind, daysSince, isOf, isProven, LAPSES, type Proof } from "#model/decision/silence.ts";
import { running } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { instant, seconds, since } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { ended, heard, passing, type Remembered, result } from "./dead-man-request.ts";

const TEST_LEFT = gauge("test_left", "s");
const NOTHING = seconds(0);

/**
 * An output beyond a network goes off by itself when this app is silent, if the silence test has shown that. Without that
 * proof a heater stays off: safety, so a person cannot lift it. He can ask for the test: the heater may run for it while it
 * can be made, once in an hour. The proof belongs to the device, its time and the broker: another one needs another proof.
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
				result: z.enum(["passed", "failed", "unarmed", "elsewhere"]),
				date: z.string().max(10),
				took: z.number(),
				target: z.string(),
				off_after: z.number(),
				reaches: z.string().optional(),
				broker: z.string().optional(),
			})
			.optional(),
		asked_until: z.number().optional(),
		permit: z.object({ until: z.number(), ran: z.boolean() }).optional(),
		breaks: z.number().optional(),
		ban: z.object({ until: z.number(), reaches: z.string() }).optional(),
	}),
	propose({ at }, { now, wall, outputs, intents, compare, broker }, before) {
		const state = outputs[at.index];
		let memory: Remembered = before;
		for (const intent of intents) memory = heard(memory, intent, at, now, wall);
		memory = moved(passing(memory, at, state, now), broker);
		if (at.role !== "heater") return silent(memory);
		const unarmed = state?.fault?.code === "unarmed";
		// A device that switched on without its timer contradicts its own proof.
		if (unarmed && running(state)) {
			memory = ended(memory, at, now, true);
			if (memory.proof?.result !== "unarmed") memory = { ...memory, proof: result(at, "unarmed", 0, wall, broker) };
		}
		const left = memory.permit && since(now, instant(memory.permit.until));
		if (left !== undefined && compare.above(TEST_LEFT, left, NOTHING) && !unarmed) return silent(memory);
		const why = refusal(memory.proof, at, wall);
		return compare.so("proven", why === undefined) || why === undefined
			? silent(memory)
			: claiming(memory, [forbid(at, "safety", why, "fault")]);
	},
});

/** What is known of it behind the broker that the app has joined. */
function moved(memory: Remembered, broker: string | undefined): Remembered {
	const proof = memory.proof && behind(memory.proof, broker);
	return proof === memory.proof ? memory : { ...memory, proof };
}

/** Why a heater may not run; undefined if its proof counts. */
function refusal(proof: Proof | undefined, output: Output, wall: Wall): Reason | undefined {
	if (isProven(proof, output, wall)) return undefined;
	if (!isOf(proof, output)) return reason("dead_man_untested", { output: output.id });
	if (proof.result === "elsewhere")
		return reason("dead_man_elsewhere", { output: output.id, date: proof.date, broker: proof.broker ?? "" });
	if (proof.result === "failed") return reason("dead_man_failed", { output: output.id, date: proof.date });
	if (proof.result === "unarmed") return reason("dead_man_unarmed", { output: output.id, date: proof.date });
	return reason("dead_man_lapsed", { output: output.id, days: daysSince(proof, wall) ?? LAPSES });
}
