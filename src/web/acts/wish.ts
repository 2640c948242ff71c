import { type Intent, MODES, type Mode } from "#model/decision/intent.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import { isRecord } from "#model/untyped/untyped.ts";

/** Seconds of a hold. Control shortens those of heaters. */
const SHORTEST = 60;
const LONGEST = 24 * 3600;

const ID = /^[\w-]{1,64}$/;

/** A wish as a button sends it, such as `hold:pump:100:3600`. */
export const wishOf = {
	hold: (output: string, want: number, duration: number) => `hold:${output}:${want}:${duration}`,
	release: (output: string) => `release:${output}`,
	mode: (mode: Mode) => `mode:${mode}`,
	set: (rule: string, field: string, value: number) => `set:${rule}:${field}:${value}`,
	/** Of times and hours. Without a value it is in the field `value` of the form. */
	say: (rule: string, field: string, value = "") => `say:${rule}:${field}:${value}`,
} as const;

/**
 * Undefined if it is none. Whether it can be done is for control to say.
 * @param typed the field `value` of the form
 */
export function wishIn(text: unknown, typed?: unknown): Intent | undefined {
	if (typeof text !== "string" || text.length > 300) return undefined;
	const [kind, ...rest] = text.split(":");
	const [first = "", second = "", third = ""] = rest;
	if (kind === "hold" && rest.length === 3)
		return hold(first, Number(second || Number.NaN), Number(third || Number.NaN));
	if (kind === "release" && rest.length === 1) return ID.test(first) ? { kind, output: first } : undefined;
	if (kind === "mode" && rest.length === 1) return mode(first);
	if (kind === "say" && rest.length >= 3) return saying(first, second, rest.slice(2).join(":") || typed);
	if (kind === "set" && rest.length === 3) return setting(first, second, Number(third || Number.NaN));
	return undefined;
}

/** The same as JSON, for scripts: `{ kind: "hold", output, want, for }`, `release`, `mode`, `setting`. */
export function intentIn(body: unknown): Intent | undefined {
	if (!isRecord(body)) return undefined;
	const text = (key: string) => (typeof body[key] === "string" ? body[key] : "");
	const number = (key: string) => (typeof body[key] === "number" ? body[key] : Number.NaN);
	switch (body["kind"]) {
		case "hold":
			return hold(text("output"), number("want"), number("for"));
		case "release":
			return ID.test(text("output")) ? { kind: "release", output: text("output") } : undefined;
		case "mode":
			return mode(text("mode"));
		case "setting":
			return typeof body["value"] === "string"
				? saying(text("rule"), text("field"), body["value"])
				: setting(text("rule"), text("field"), number("value"));
		default:
			return undefined;
	}
}

const within = (value: number, least: number, most: number) => value >= least && value <= most;

const hold = (output: string, want: number, duration: number): Intent | undefined =>
	ID.test(output) && within(want, 0, 100) && within(duration, SHORTEST, LONGEST)
		? { kind: "hold", output, want: percent(want), for: seconds(duration) }
		: undefined;

/** `test` is a part of setting up. */
function mode(text: string): Intent | undefined {
	const found = MODES.find((one) => one === text);
	return found === undefined || found === "test" ? undefined : { kind: "mode", mode: found };
}

/** Characters of a setting that is a text. */
const LONGEST_TEXT = 255;

/** Whether it says times or hours is for control, which names an example. */
function saying(rule: string, field: string, value: unknown): Intent | undefined {
	if (typeof value !== "string" || value.length > LONGEST_TEXT || !isNamed(rule, field)) return undefined;
	return { kind: "setting", rule, field, value: value.trim().replace(/\s+/g, " ") };
}

const isNamed = (rule: string, field: string): boolean =>
	/^\w{1,64}(?:@[\w-]{1,64})?$/.test(rule) && /^\w{1,64}$/.test(field);

const setting = (rule: string, field: string, value: number): Intent | undefined =>
	isNamed(rule, field) && Number.isFinite(value) ? { kind: "setting", rule, field, value } : undefined;
