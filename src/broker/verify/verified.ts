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
	/** Of this program. */
	readonly version: string;
	/** HOST:PORT as the options name it. */
	readonly broker: string;
	readonly count: { readonly ok: number; readonly fail: number; readonly not_measured: number };
	/** With the time for which the broker accepted no login. */
	readonly last_change?: LastChange;
	readonly lines: readonly Line[];
	readonly compared?: Compared;
}

export interface Compared {
	/** When the other report was made. */
	readonly with: string;
	readonly days: number;
	/** Lines that are another than they were. */
	readonly changes: readonly { readonly id: string; readonly was: Line["status"]; readonly is: Line["status"] }[];
}

const kept = z.object({
	at: z.string().refine((at) => Number.isFinite(Date.parse(at))),
	lines: z.array(z.object({ id: z.string(), status: z.enum(["ok", "fail", "not_measured"]) })).readonly(),
});
/** What of a report counts in a comparison: its words may be of another language, or of an earlier version. */
export type Kept = Readonly<z.output<typeof kept>>;

export function reportOf(
	lines: readonly Line[],
	{ at, ...about }: { readonly at: Date } & Pick<Report, "version" | "broker" | "last_change">,
): Report {
	const count = (status: Line["status"]) => lines.filter((line) => line.status === status).length;
	const counts = { ok: count("ok"), fail: count("fail"), not_measured: count("not_measured") };
	return { ok: counts.fail === 0, at: at.toISOString(), ...about, count: counts, lines };
}

/** What is another than in an older report, line by line. */
export function compared(now: Report, before: Kept): Compared {
	const days = Math.round((Date.parse(now.at) - Date.parse(before.at)) / 86_400_000);
	const changes = now.lines.flatMap(({ id, status }) => {
		const was = before.lines.find((line) => line.id === id)?.status ?? "not_measured";
		return was === status ? [] : [{ id, was, is: status }];
	});
	return { with: before.at, days, changes };
}

/** A report that was kept; undefined where the text is none. */
export const reportIn = (text: string): Kept | undefined => kept.safeParse(jsonIn(text)).data;
