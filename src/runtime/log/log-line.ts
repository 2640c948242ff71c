import type { Facts } from "#model/sentences/facts.ts";

/** From most to least severe. */
export const LEVELS = ["error", "warning", "info", "debug", "trace"] as const;
export type Level = (typeof LEVELS)[number];

/** Seconds within which the same line is logged once and then counted. */
export const WINDOW = 60;

/** One entry of the log: a notice, or something finer. */
export interface Line {
	readonly level: Level;
	readonly code: string;
	/** `text` is the sentence for people, where there is one. */
	readonly facts: Facts;
	/** How often it was repeated within the last minute. */
	readonly repeated?: number;
}

const LABELS: Readonly<Record<Level, string>> = {
	error: "ERROR",
	warning: "WARN ",
	info: "INFO ",
	debug: "DEBUG",
	trace: "TRACE",
};

/** `2026-07-01 12:00:00 INFO  Pump on: the collector is 8.2 K warmer.`, in local time. */
export const forPeople = (at: Date, line: Line, again?: Again): string =>
	`${stamp(at)} ${LABELS[line.level]} ${onOneLine(messageOf(line, again))}`;

/** One JSON object: time (ISO 8601, UTC), level, code, message, facts. */
export const forMachines = (at: Date, line: Line, again?: Again): string => {
	const { level, code, repeated } = line;
	// The text is already in `message`.
	const { text: _, ...facts } = line.facts;
	const fields = { time: stampUtc(at), level, code, message: messageOf(line, again), facts };
	return JSON.stringify(repeated === undefined ? fields : { ...fields, repeated, within_s: WINDOW });
};

/** A message that was repeated so often within `WINDOW`, in the language of the log. */
export type Again = (message: string, count: number) => string;

function messageOf({ code, facts, repeated }: Line, again: Again = (message, count) => `${message} ×${count}`): string {
	const text = facts["text"];
	const said = typeof text === "string" && text !== "" ? text : [code, ...Object.entries(facts).map(shown)].join(" ");
	return repeated === undefined ? said : again(said, repeated);
}
const shown = ([key, value]: [string, unknown]) =>
	`${key}=${typeof value === "string" && !/^[^\s"=]+$/.test(value) ? JSON.stringify(value) : String(value)}`;

/** A text must not forge a second line or move a terminal's cursor. */
const onOneLine = (text: string) =>
	text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (c) => NAMED[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`);
const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": " " };

const two = (n: number) => String(n).padStart(2, "0");
const stamp = (at: Date) =>
	`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
/** `toISOString` throws for an invalid date. */
const stampUtc = (at: Date) => at.toJSON() ?? "";
