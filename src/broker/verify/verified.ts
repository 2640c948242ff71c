import * as z from "zod";
import { jsonIn } from "#model/untyped/untyped.ts";
import type { LastChange } from "../change/carry-out.ts";
import type { Line } from "./checklist.ts";

/** What was found of a broker and its app at one time. */
export interface Report {
	/** Nothing failed. */
	readonly ok: boolean;
	/** ISO 8601, UTC. */
	readonly at: string;
	/** Version of this program. */
	readonly version: string;
	/** HOST:PORT as in the options. */
	readonly broker: string;
	readonly count: { readonly ok: number; readonly fail: number; readonly not_measured: number };
	/** Includes how long the broker accepted no login. */
	readonly last_change?: LastChange;
	readonly lines: readonly Line[];
	readonly compared?: Compared;
}

export interface Compared {
	/** Time of the earlier report. */
	readonly with: string;
	readonly days: number;
	/** Lines whose result changed. */
	readonly changes: readonly { readonly id: string; readonly was: Line["status"]; readonly is: Line["status"] }[];
}

const kept = z.object({
	at: z.string().refine((at) => Number.isFinite(Date.parse(at))),
	lines: z.array(z.object({ id: z.string(), status: z.enum(["ok", "fail", "not_measured"]) })).readonly(),
});
/** The parts of a report that a comparison uses. Its texts may be in another language, or of an earlier version. */
export type Kept = Readonly<z.output<typeof kept>>;

export function reportOf(
	lines: readonly Line[],
	{ at, ...about }: { readonly at: Date } & Pick<Report, "version" | "broker" | "last_change">,
): Report {
	const count = (status: Line["status"]) => lines.filter((line) => line.status === status).length;
	const counts = { ok: count("ok"), fail: count("fail"), not_measured: count("not_measured") };
	return { ok: counts.fail === 0, at: at.toISOString(), ...about, count: counts, lines };
}

/** Differences to an earlier report, line by line. */
export function compared(now: Report, before: Kept): Compared {
	const days = Math.round((Date.parse(now.at) - Date.parse(before.at)) / 86_400_000);
	const changes = now.lines.flatMap(({ id, status }) => {
		const was = before.lines.find((line) => line.id === id)?.status ?? "not_measured";
		return was === status ? [] : [{ id, was, is: status }];
	});
	return { with: before.at, days, changes };
}

/** A saved report; undefined if the text is not one. */
export const reportIn = (text: string): Kept | undefined => kept.safeParse(jsonIn(text)).data;
