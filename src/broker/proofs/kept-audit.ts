import * as z from "zod";
import { instant } from "#model/quantities/units.ts";
import { says } from "#model/sentences/sentence.ts";
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

/** Days: an audit runs each night. After so many nights without one its result is out of date. */
const GOOD_FOR = 7;

/** Whether what was found still says something. With a clock that was set back it does. */
export const stillHolds = ({ when }: Pick<Found, "when">, now: Date): boolean =>
	!(now.getTime() - Date.parse(when) > GOOD_FOR * 86_400_000);

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
/** An older version kept whole sentences, in English. */
const words = z.preprocess(
	(text) => (typeof text !== "string" ? text : text === "" ? [] : [says("verbatim", { text })]),
	z.array(z.looseObject({ code: z.string(), facts })),
);
const step = z.looseObject({
	id: z.string(),
	class: z.string(),
	status: z.enum(["ok", "fail", "skipped"]),
	message: words,
	remedy: words,
	facts,
});
const found = z.object({
	score: z.number(),
	when: z.string(),
	steps: z.array(z.unknown()).transform((all) => all.flatMap((one) => step.safeParse(one).data ?? [])),
});

/** What was kept, made anew from what was read; undefined where it makes no sense. A result that makes none is left out. */
export function keptAudit(value: unknown): KeptAudit | undefined {
	const kept = z.looseObject({ at: z.number().transform(instant) }).safeParse(value).data;
	if (kept === undefined) return undefined;
	const { at, date, one_per_user } = kept;
	const result = found.safeParse(kept["found"]).data;
	return {
		at,
		...(typeof date === "string" && { date }),
		...(result && { found: result }),
		...(one_per_user === true && { one_per_user }),
	};
}
