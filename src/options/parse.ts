import type * as z from "zod";
import { type Problem, problem } from "#model/finding.ts";
import { type Options, root } from "./root.ts";
import { wiringProblems } from "./wiring.ts";

export type Parsed =
	| { readonly kind: "valid"; readonly options: Options }
	| { readonly kind: "invalid"; readonly problems: readonly Problem[] };

/** Options, or all that is wrong with them at once. */
export function parse(raw: unknown): Parsed {
	const parsed = root.safeParse(raw);
	const problems = [
		...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => told(issue, raw))),
		...wiringProblems(raw),
	];
	if (parsed.success && problems.length === 0) return { kind: "valid", options: parsed.data };
	return { kind: "invalid", problems };
}

type Issue = z.core.$ZodIssue;

function told(issue: Issue, raw: unknown): readonly Problem[] {
	if (issue.code === "unrecognized_keys") {
		return issue.keys.map((key) => ({
			path: shown([...issue.path, key]),
			value: "an unknown option",
			remedy: "There is no such option. Correct its name or remove it.",
		}));
	}
	const found = at(raw, issue.path);
	return [problem(shown(issue.path), presentable(issue.path, found), remedy(issue, found))];
}

/** What was found, unless it is a secret or may hold one. */
function presentable(path: readonly PropertyKey[], found: unknown): unknown {
	if (found === undefined) return found;
	const whole = path.length === 0 || (path.length === 1 && path[0] === "mqtt");
	if (whole || path.some((p) => /password|secret|key$/.test(String(p)))) return "(not shown)";
	if (Array.isArray(found)) return "a list";
	return typeof found === "object" && found !== null ? "a group" : found;
}

function remedy(issue: Issue, found: unknown): string {
	switch (issue.code) {
		case "invalid_type":
			return found === undefined
				? `Add it: ${kinds[issue.expected] ?? issue.expected} is needed here.`
				: `Give ${kinds[issue.expected] ?? issue.expected} here.`;
		case "too_small":
			return issue.origin === "string" ? "Do not leave it empty." : `Give ${issue.minimum} or more.`;
		case "too_big":
			return issue.origin === "string" ? `Use at most ${issue.maximum} characters.` : `Give ${issue.maximum} or less.`;
		case "invalid_value":
			return `Choose one of: ${issue.values.join(", ")}.`;
		default:
			return issue.message;
	}
}
const kinds: Readonly<Record<string, string>> = {
	number: "a number",
	int: "a whole number",
	string: "a text",
	boolean: "true or false",
	object: "a group",
	array: "a list",
};

const at = (raw: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>(
		(value, key) =>
			typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
		raw,
	);

/** `sensors[2].source` */
const shown = (path: readonly PropertyKey[]) =>
	path.map((p, i) => (typeof p === "number" ? `[${p}]` : i === 0 ? String(p) : `.${String(p)}`)).join("") || "options";
