import { isRecord } from "#model/untyped/untyped.ts";
import type { Written } from "#options/own/merged-own.ts";
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
 * What a person sent back, with the old value in every place where the mark came back. Entries of a list are known by their id.
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
		const list = sent.map((one, at) => restored(one, entryOf(old, one, at)));
		return list.includes(LOST) ? LOST : list;
	}
	if (!isRecord(sent)) return sent;
	const entries = Object.entries(sent).map(
		([key, one]) => [key, restored(one, isRecord(old) ? old[key] : undefined)] as const,
	);
	return entries.some(([, one]) => one === LOST) ? LOST : Object.fromEntries(entries);
}

function entryOf(old: unknown, sent: unknown, at: number): unknown {
	if (!Array.isArray(old)) return undefined;
	const id = isRecord(sent) ? sent["id"] : undefined;
	return id === undefined ? old[at] : old.find((one) => isRecord(one) && one["id"] === id);
}
