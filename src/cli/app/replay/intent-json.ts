import * as z from "zod";
import { type Intent, JOBS, MODES } from "#model/decision/intent.ts";
import { outputId } from "#model/plant/plant.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import { remedyOf } from "#model/sentences/refusal.ts";
import { inside, mend, remark, type Sentence } from "#model/sentences/sentence.ts";
import { fieldOf, jsonIn } from "#model/untyped/untyped.ts";

const output = z.string().transform(outputId);
const intent = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("setting"),
		rule: z.string(),
		field: z.string(),
		value: z.union([z.number(), z.boolean(), z.string()]),
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
	/** In the section `command`. */
	| { readonly kind: "problem"; readonly why: Sentence };

/** One intent as JSON, or a list of them. */
export function intentIn(text: string): IntentRead {
	const raw = jsonIn(text);
	if (raw === undefined) return { kind: "problem", why: remark("intent_no_json") };
	const all = Array.isArray(raw) ? raw : [raw];
	const read = z.array(intent).safeParse(all);
	if (!read.success) return { kind: "problem", why: whyNot(read.error.issues[0], all) };
	return {
		kind: "intents",
		intents: read.data.map(
			(i) =>
				(i.kind === "hold" && i.for === undefined ? { kind: i.kind, output: i.output, want: i.want } : i) as Intent,
		),
	};
}

/** The first fault of an intent, with the field that has it. */
function whyNot(issue: z.core.$ZodIssue | undefined, all: readonly unknown[]): Sentence {
	const [nth = 0, field] = issue?.path ?? [];
	if (issue?.code === "unrecognized_keys") return inField(String(issue.keys[0]), mend("no_such_option"));
	if (issue === undefined || field === undefined) return remark("intent_form");
	const found = fieldOf(all[Number(nth)], String(field));
	if (issue.code !== "invalid_union") return inField(String(field), remedyOf(issue, found));
	// The kind chooses among the intents; a value is a number, a switch or a text.
	const kinds = intent.options.map(({ shape }) => shape.kind.value).join(", ");
	return inField(String(field), field === "kind" ? mend("no_choice", { choices: kinds }) : mend("number_or_switch"));
}

const inField = (field: string, remedy: Sentence): Sentence =>
	remark("intent_field", { ...inside("remedy", remedy), field });
