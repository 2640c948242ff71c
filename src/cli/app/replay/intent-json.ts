import * as z from "zod";
import { type Intent, JOBS, MODES } from "#model/decision/intent.ts";
import { outputId } from "#model/plant/plant.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import { remark } from "#model/sentences/sentence.ts";
import { jsonIn } from "#model/untyped/untyped.ts";

const output = z.string().transform(outputId);
const intent = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("setting"),
		rule: z.string(),
		field: z.string(),
		value: z.union([z.number(), z.boolean()]),
	}),
	z.strictObject({
		kind: z.literal("hold"),
		output,
		want: z.number().min(0).max(100).transform(percent),
		for: z.number().min(1).max(86_400).transform(seconds).optional(),
	}),
	z.strictObject({ kind: z.literal("release"), output }),
	z.strictObject({ kind: z.literal("acknowledge"), code: z.string() }),
	z.strictObject({ kind: z.literal("mode"), mode: z.enum(MODES) }),
	z.strictObject({ kind: z.literal("job"), name: z.enum(JOBS) }),
]);

export type IntentRead =
	| { readonly kind: "intents"; readonly intents: readonly Intent[] }
	/** A code of the section `command`, or the validator's message. */
	| { readonly kind: "problem"; readonly why: string };

/** One intent as JSON, or a list of them. */
export function intentIn(text: string): IntentRead {
	const raw = jsonIn(text);
	if (raw === undefined) return { kind: "problem", why: remark("intent_no_json").code };
	const read = z.array(intent).safeParse(Array.isArray(raw) ? raw : [raw]);
	if (!read.success) return { kind: "problem", why: z.prettifyError(read.error).replaceAll("\n", " ") };
	return {
		kind: "intents",
		intents: read.data.map(
			(i) =>
				(i.kind === "hold" && i.for === undefined ? { kind: i.kind, output: i.output, want: i.want } : i) as Intent,
		),
	};
}
