import { notice, type Tell } from "#model/decision.ts";
import { type Finding, finding } from "#model/finding.ts";
import { causeOf } from "#store/database.ts";
import type { App } from "./app.ts";

/** Seconds after the start. */
const FIRST_AFTER = 60;

interface Proven {
	readonly when: string;
	readonly rows: number;
	readonly seq: number;
	readonly head: string;
	readonly flawed: number;
	readonly entry?: number;
}

/**
 * Once a day, and soon after a start, looks through the whole audit trail, beside the loop, and says its newest hash: in
 * the log and in Home Assistant it stands where whoever rewrites the file cannot reach it.
 */
export function joinTrailProof(app: Pick<App, "onTurn" | "addFindings" | "store" | "clock">, tell: Tell): undefined {
	let date: string | undefined;
	let began: number | undefined;
	let proven: Proven | undefined;
	let running = false;

	async function prove(): Promise<void> {
		const trail = app.store.trail();
		if (trail === undefined) return;
		const when = app.clock.date().toISOString();
		const { rows, head, flaws, flawed } = await trail.verify();
		const [flaw] = flaws;
		proven = { when, rows, seq: head.seq, head: head.hash, flawed, ...(flaw && { entry: flaw.seq }) };
		tell(notice("info", "audit_trail_head", { rows, seq: head.seq, head: head.hash }));
		if (flaw) tell(notice("error", "audit_trail_broken", { entry: flaw.seq, kind: flaw.kind, count: flawed }));
	}

	app.onTurn(({ now, wall }) => {
		began ??= now;
		if (running || !wall.trusted || wall.date === date || now - began < FIRST_AFTER) return;
		date = wall.date;
		running = true;
		prove()
			.catch((failed: unknown) => {
				// Whoever broke the file's own order broke the trail.
				proven = { when: "", rows: 0, seq: 0, head: "", flawed: 1, entry: 0 };
				tell(notice("error", "audit_trail_broken", { entry: 0, kind: causeOf(failed), count: 1 }));
			})
			.finally(() => {
				running = false;
			});
	});
	app.addFindings(() => findingsOf(proven));
}

function findingsOf(proven: Proven | undefined): readonly Finding[] {
	if (proven === undefined) return [];
	const { when, rows, seq, head, flawed, entry } = proven;
	const shown = finding("info", "audit_trail", { when, rows, seq, head, broken: flawed > 0 });
	return entry === undefined ? [shown] : [shown, finding("alarm", "audit_trail_broken", { entry, count: flawed })];
}
