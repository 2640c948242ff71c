import * as z from "zod";
import { type Instant, instant, since } from "#model/quantities/units.ts";

/** What flows now. `off`: nothing flows, whatever is known beside that. `unknown`: something may flow. */
export type Look =
	| { readonly kind: "off"; readonly since?: Instant | undefined }
	| { readonly kind: "on"; readonly kw: number; readonly unsure: number; readonly since?: Instant | undefined }
	| { readonly kind: "unknown" };

/** The last look, as it is remembered. */
export const looked = {
	at: z.number().optional(),
	last: z.enum(["off", "on", "unknown"]).optional(),
	kw: z.number().optional(),
	unsure: z.number().optional(),
};
export type Looked = z.output<z.ZodObject<typeof looked>>;

/** kWh of the time between two looks, its uncertainty in kWh, and seconds of it that could not be measured. */
export interface Piece {
	readonly kwh: number;
	readonly unsure: number;
	readonly gap: number;
}
const NONE: Piece = { kwh: 0, unsure: 0, gap: 0 };

/** Seconds. Looks further apart say nothing of the time between them. */
const LONGEST = 150;

/**
 * What flowed since the last look: the mean of both powers, for the time that it flowed. Nothing across a gap: a lost sensor, a
 * late turn, or a time before this process.
 * @param begun the first turn of this process
 */
export function between(before: Looked, look: Look, now: Instant, begun: Instant): Piece {
	const { at, last } = before;
	if (at === undefined || last === undefined || at < begun || at > now) return started(undefined, look, now, begun);
	const dt = since(instant(at), now);
	if (last === "off") return started(instant(at), look, now, begun);
	if (dt > LONGEST) return { ...NONE, gap: dt };
	if (last === "unknown" || look.kind === "unknown") return { ...NONE, gap: dt };
	const [kw, unsure] = [before.kw ?? 0, before.unsure ?? 0];
	if (look.kind === "on") return piece((kw + look.kw) / 2, (unsure + look.unsure) / 2, dt);
	const stopped = look.since === undefined ? dt / 2 : Math.min(Math.max(look.since - at, 0), dt);
	return piece(kw, unsure, stopped);
}

/** Something flows that did not at the last look: from its start on. */
function started(at: Instant | undefined, look: Look, now: Instant, begun: Instant): Piece {
	if (look.kind !== "on" || look.since === undefined) return NONE;
	const dt = now - Math.max(look.since, at ?? begun, begun);
	return dt <= 0 || dt > LONGEST ? NONE : piece(look.kw, look.unsure, dt);
}

const piece = (kw: number, unsure: number, seconds: number): Piece => ({
	kwh: (kw * seconds) / 3600,
	unsure: (unsure * seconds) / 3600,
	gap: 0,
});

export const rememberedLook = (look: Look, now: Instant): Looked =>
	look.kind === "on" ? { at: now, last: "on", kw: look.kw, unsure: look.unsure } : { at: now, last: look.kind };
