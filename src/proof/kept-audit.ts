import { says } from "#model/sentence.ts";
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
	/** The broker gives each user one connection, so a login of the audit ends that of the app. */
	readonly one_per_user?: true;
}

/** Days: an audit comes each night, and after so many nights without one nobody knows any more. */
const GOOD_FOR = 7;

/** Whether what was found still says something. With a clock that was set back it does. */
export const stillHolds = ({ when }: Pick<Found, "when">, now: Date): boolean =>
	!(now.getTime() - Date.parse(when) > GOOD_FOR * 86_400_000);

/** What was kept, made anew from what was read; undefined where it makes no sense. A result that makes none is left out. */
export function keptAudit(value: unknown): KeptAudit | undefined {
	if (!isRecord(value)) return undefined;
	const { at, date, found, one_per_user } = value;
	if (!isNumber(at)) return undefined;
	const result = foundIn(found);
	return {
		at: instant(at),
		...(typeof date === "string" && { date }),
		...(result && { found: result }),
		...(one_per_user === true && { one_per_user }),
	};
}

function foundIn(value: unknown): Found | undefined {
	if (!isRecord(value)) return undefined;
	const { score, when, steps } = value;
	if (!isNumber(score) || typeof when !== "string" || !Array.isArray(steps)) return undefined;
	return { score, when, steps: steps.map(ofToday).filter(isSeen) };
}

/** An older version kept whole sentences, in English. */
function ofToday(step: unknown): unknown {
	if (!isRecord(step)) return step;
	const { message, remedy } = step;
	return { ...step, message: inWords(message), remedy: inWords(remedy) };
}
const inWords = (text: unknown): unknown =>
	typeof text !== "string" ? text : text === "" ? [] : [says("verbatim", { text })];

const isSeen = (value: unknown): value is Seen =>
	isRecord(value) &&
	["id", "class"].every((key) => typeof value[key] === "string") &&
	["message", "remedy"].every((key) => isWords(value[key])) &&
	["ok", "fail", "skipped"].some((status) => status === value["status"]) &&
	isFacts(value["facts"]);

const isWords = (value: unknown): boolean =>
	Array.isArray(value) &&
	value.every((one) => isRecord(one) && typeof one["code"] === "string" && isFacts(one["facts"]));

const isFacts = (value: unknown): boolean =>
	isRecord(value) && Object.values(value).every((fact) => ["string", "number", "boolean"].includes(typeof fact));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
