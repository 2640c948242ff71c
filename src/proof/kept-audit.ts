import { instant } from "#model/units.ts";
import type { Seen } from "./findings.ts";
import type { Last } from "./nightly.ts";

/** What an audit found. */
export interface Found {
	readonly score: number;
	readonly steps: readonly Seen[];
	/** ISO 8601, UTC. */
	readonly when: string;
}

/** What of the audits outlives a restart; plain data. */
export interface KeptAudit extends Last {
	readonly found?: Found;
}

/** What was kept, made anew from what was read; undefined where it makes no sense. A result that makes none is left out. */
export function keptAudit(value: unknown): KeptAudit | undefined {
	if (!isRecord(value)) return undefined;
	const { at, date, found } = value;
	if (!isNumber(at)) return undefined;
	const result = foundIn(found);
	return { at: instant(at), ...(typeof date === "string" && { date }), ...(result && { found: result }) };
}

function foundIn(value: unknown): Found | undefined {
	if (!isRecord(value)) return undefined;
	const { score, when, steps } = value;
	if (!isNumber(score) || typeof when !== "string" || !Array.isArray(steps)) return undefined;
	return { score, when, steps: steps.filter(isSeen) };
}

const isSeen = (value: unknown): value is Seen =>
	isRecord(value) &&
	["id", "class", "message", "remedy"].every((key) => typeof value[key] === "string") &&
	["ok", "fail", "skipped"].some((status) => status === value["status"]) &&
	isRecord(value["facts"]) &&
	Object.values(value["facts"]).every((fact) => ["string", "number", "boolean"].includes(typeof fact));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
