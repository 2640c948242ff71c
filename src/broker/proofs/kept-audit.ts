import * as z from "zod";
import { instant } from "#model/quantities/units.ts";
import { says } from "#model/sentences/sentence.ts";
import type { Seen } from "./findings.ts";
import type { Last } from "./nightly.ts";

/** Result of an audit. */
export interface Found {
	readonly score: number;
	readonly steps: readonly Seen[];
	/** ISO 8601, UTC. */
	readonly when: string;
}

/** What the store keeps of audits. Plain data. */
export interface KeptAudit extends Last {
	readonly found?: Found;
	/** The broker allows one connection per user, so an audit's login ends the app's connection. */
	readonly one_per_user?: true;
}

/** Days. An audit runs each night; after so many nights without one, the result is outdated. */
const GOOD_FOR = 7;

/** Whether a result is recent enough. True if the clock was set back. */
export const stillHolds = ({ when }: Pick<Found, "when">, now: Date): boolean =>
	!(now.getTime() - Date.parse(when) > GOOD_FOR * 86_400_000);

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
/** An older version saved sentences in English. */
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

/** The saved audits, rebuilt from what was read; undefined if it is invalid. Invalid results are left out. */
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
