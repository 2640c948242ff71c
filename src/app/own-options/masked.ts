import { isRecord } from "#model/untyped/untyped.ts";
import type { Written } from "#options/own/merged-own.ts";
import { alike } from "#options/own/patch.ts";
import { REDACTED, redactor } from "#runtime/log/redact.ts";
import { isSecret } from "../login/secrets.ts";

/** The options as they may be shown: a mark in place of each secret, also where it strayed into another field. */
export const masked = (value: unknown, secrets: readonly string[]): unknown =>
	redactor(() => secrets).data(hidden(value));

function hidden(value: unknown, key = ""): unknown {
	if (Array.isArray(value)) return value.map((one) => hidden(one, key));
	if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hidden(one, name)]));
	return isSecret(key) && value !== "" && value !== null && value !== undefined ? REDACTED : value;
}

/**
 * What a person sent back, with the old value in every place where the mark came back. Entries of a list are known by their id,
 * without one by what is not masked.
 * Undefined where there is no old one.
 */
export function unmasked(sent: Written, old: Written): Written | undefined {
	const read = restored(sent, old);
	return isRecord(read) ? read : undefined;
}

const LOST = Symbol("lost");

function restored(sent: unknown, old: unknown): unknown {
	if (typeof sent === "string")
		return sent.includes(REDACTED) ? (typeof old === "string" || typeof old === "number" ? old : LOST) : sent;
	if (Array.isArray(sent)) {
		const list = sent.map((one, at) =>
			restored(one, entryOf(old, one, sent.length === lengthOf(old) ? at : undefined)),
		);
		return list.includes(LOST) ? LOST : list;
	}
	if (!isRecord(sent)) return sent;
	const entries = Object.entries(sent).map(
		([key, one]) => [key, restored(one, isRecord(old) ? old[key] : undefined)] as const,
	);
	return entries.some(([, one]) => one === LOST) ? LOST : Object.fromEntries(entries);
}

const lengthOf = (list: unknown): number | undefined => (Array.isArray(list) ? list.length : undefined);

/** @param at its place, where entries were neither added nor removed: else another one has it now */
function entryOf(old: unknown, sent: unknown, at: number | undefined): unknown {
	if (!Array.isArray(old)) return undefined;
	const id = isRecord(sent) ? sent["id"] : undefined;
	if (id !== undefined) return old.find((one) => isRecord(one) && one["id"] === id);
	const fitting = old.filter((one) => fits(one, sent, () => true));
	const same = fitting.length > 1 ? fitting.filter((one) => fits(one, sent, alike)) : fitting;
	if (same.length === 1) return same[0];
	const there = at === undefined ? undefined : old[at];
	return fitting.includes(there) ? there : undefined;
}

/** Whether what was sent can be this value with its secrets masked. @param rest compares what is not masked */
function fits(old: unknown, sent: unknown, rest: (old: unknown, sent: unknown) => boolean): boolean {
	if (isRecord(sent)) {
		const known = isRecord(old) ? old : {};
		return Object.entries(sent).every(([key, one]) => fits(known[key], one, rest));
	}
	if (Array.isArray(sent) && Array.isArray(old) && sent.length === old.length)
		return sent.every((one, at) => fits(old[at], one, rest));
	if (typeof sent !== "string" || !sent.includes(REDACTED)) return rest(old, sent);
	return (typeof old === "string" || typeof old === "number") && isMasked(`${old}`, sent);
}

/** Whether the pieces between the marks are in the text, in their order. */
function isMasked(text: string, sent: string): boolean {
	const [first = "", ...rest] = sent.split(REDACTED);
	const last = rest.pop() ?? "";
	if (!text.startsWith(first) || !text.endsWith(last)) return false;
	let at = first.length;
	for (const piece of rest) {
		const found = text.indexOf(piece, at);
		if (found < 0) return false;
		at = found + piece.length;
	}
	return at <= text.length - last.length;
}
