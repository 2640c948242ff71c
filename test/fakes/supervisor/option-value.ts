import { asPython, asPythonFloat, pythonNumber, truthy } from "./python.ts";
import { type Schema, type Word, wordOf } from "./schema-words.ts";

/** An option that the Supervisor refuses, in its own words. */
export class Refusal extends Error {}

/** Which option of which app, for the words of a refusal. */
export interface Where {
	readonly key: string;
	readonly app: string;
}

/** The value of a leaf as the Supervisor keeps it. Throws a Refusal. */
export function checkedValue(schema: Schema, value: unknown, { key, app }: Where): unknown {
	if (value === null || value === undefined) throw new Refusal(`Missing required option '${key}' in ${app}`);
	const word = typeof schema === "string" ? wordOf(schema) : undefined;
	if (word === undefined) throw new Refusal(`Unknown type '${String(schema)}' in ${app}`);
	switch (word.kind) {
		case "str":
		case "password":
			return text(word, value);
		case "int":
		case "float":
			return number(word, value);
		case "port":
			return port(value);
		case "bool":
			return bool(value);
		case "email":
			return like(/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i, value, "expected an email address");
		case "url":
			return like(/^[a-z][a-z0-9+.-]*:\/\/[^/]+/i, value, "expected a URL");
		case "match":
			// Python's re.match looks from the beginning, but not to the end.
			return like(new RegExp(`^(?:${word.inside})`), value, `does not match regular expression ${word.inside}`);
		case "list":
			return choice(word.inside.split("|"), value);
		case "device":
			if (typeof value !== "string") throw new Refusal(`Expected a string for option '${key}' in ${app}`);
			return value;
	}
}

function text(word: Word, value: unknown): string {
	if (typeof value !== "string") throw new Refusal("expected str");
	within(word, [...value].length, "length of ");
	return value;
}

function number(word: Word, value: unknown): number {
	const n = pythonNumber(value, word.kind === "int");
	if (n === undefined) throw new Refusal(`expected ${word.kind}`);
	within(word, n, "");
	return n;
}

function within({ min, max }: Word, n: number, of: string): void {
	if (min !== undefined && n < min) throw new Refusal(`${of}value must be at least ${asPythonFloat(min)}`);
	if (max !== undefined && n > max) throw new Refusal(`${of}value must be at most ${asPythonFloat(max)}`);
}

function port(value: unknown): number {
	const n = pythonNumber(value, true);
	if (n === undefined) throw new Refusal("expected int");
	if (n < 1) throw new Refusal("value must be at least 1");
	if (n > 65535) throw new Refusal("value must be at most 65535");
	return n;
}

const YES = ["1", "true", "yes", "on", "enable"];
const NO = ["0", "false", "no", "off", "disable"];
function bool(value: unknown): boolean {
	if (typeof value !== "string") return truthy(value);
	if (YES.includes(value.toLowerCase())) return true;
	if (NO.includes(value.toLowerCase())) return false;
	throw new Refusal("expected boolean");
}

function like(pattern: RegExp, value: unknown, complaint: string): string {
	const text = asText(value);
	if (!pattern.test(text)) throw new Refusal(complaint);
	return text;
}

function choice(values: readonly string[], value: unknown): string {
	const text = asText(value);
	if (!values.includes(text)) throw new Refusal(`value must be one of ${asPython([...values].sort())}`);
	return text;
}

/** Python's `str`. */
const asText = (value: unknown): string => (typeof value === "string" ? value : asPython(value));
