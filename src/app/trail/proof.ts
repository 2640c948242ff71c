import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { caught } from "#model/untyped/caught.ts";
import { causeOf } from "#store/database.ts";
import type { Link } from "#store/trail/audit-chain.ts";
import type { App } from "../app.ts";

/** Seconds after the start. */
const FIRST_AFTER = 60;

interface Proven {
	readonly when: string;
	readonly rows: number;
	readonly seq: number;
	readonly head: string;
	readonly flawed: number;
	readonly entry?: number;
	/** The newest entry that was there and is not in it any more. */
	readonly before?: number;
}

/**
 * Once a day, and soon after a start, checks the whole audit trail beside the loop and reports its newest hash. In the log
 * and in Home Assistant the hash is out of reach of a process that rewrites the file.
 */
export function joinTrailProof(app: Pick<App, "onTurn" | "addFindings" | "store" | "clock">, tell: Tell): undefined {
	let date: string | undefined;
	let began: number | undefined;
	let proven: Proven | undefined;
	let running = false;
	// A trail that begins anew is whole in itself: what was in it before tells.
	let known: Link | undefined;

	async function prove(): Promise<void> {
		const trail = app.store.trail();
		if (trail === undefined) return;
		const when = app.clock.date().toISOString();
		const { rows, begin, head, flaws, flawed, anchored } = await trail.verify(known?.hash);
		const [flaw] = flaws;
		// Entries that are missing at the end take the newest one with them: that is a broken trail, not a new one.
		const away = flawed === 0 && anchored === false;
		const lost = away && known !== undefined && begin.seq <= known.seq ? { before: known.seq } : undefined;
		known = head;
		const kept = lost ?? (proven?.before === undefined ? {} : { before: proven.before });
		proven = { when, rows, seq: head.seq, head: head.hash, flawed, ...(flaw && { entry: flaw.seq }), ...kept };
		if (lost) tell(notice("error", "audit_trail_anew", { ...lost, rows }));
		// Of nothing there is no newest.
		if (head.seq > 0) tell(notice("info", "audit_trail_head", { rows, seq: head.seq, head: head.hash }));
		if (flaw) tell(notice("error", "audit_trail_broken", { entry: flaw.seq, kind: flaw.kind, count: flawed }));
	}

	app.onTurn(({ now, wall }) => {
		if (began === undefined) known = headIn(app.store);
		began ??= now;
		if (running || !wall.trusted || wall.date === date || now - began < FIRST_AFTER) return;
		date = wall.date;
		running = true;
		prove()
			.catch((failed: unknown) => {
				// A broken order within the file is a broken trail.
				proven = { when: "", rows: 0, seq: 0, head: "", flawed: 1, entry: 0 };
				tell(notice("error", "audit_trail_broken", { entry: 0, kind: causeOf(failed), count: 1 }));
			})
			.finally(() => {
				running = false;
			});
	});
	app.addFindings(() => findingsOf(proven));
}

function headIn(store: App["store"]): Link | undefined {
	// It is reported when the trail is checked.
	return caught(() => store.trail()?.head(), undefined);
}

function findingsOf(proven: Proven | undefined): readonly Finding[] {
	if (proven === undefined) return [];
	const { when, rows, seq, head, flawed, entry, before } = proven;
	const broken = flawed > 0 || before !== undefined;
	return [
		...(seq === 0 && entry === undefined ? [] : [finding("info", "audit_trail", { when, rows, seq, head, broken })]),
		...(entry === undefined ? [] : [finding("alarm", "audit_trail_broken", { entry, count: flawed })]),
		...(before === undefined ? [] : [finding("alarm", "audit_trail_anew", { before, rows })]),
	];
}
