import { type Finding, finding } from "#model/findings/finding.ts";
import { type Notice, notice, type Tell } from "#model/sentences/notice.ts";
import { caught } from "#model/untyped/caught.ts";
import { causeOf } from "#store/database.ts";
import type { Link } from "#store/trail/audit-chain.ts";
import type { Verdict } from "#store/trail/audit-trail.ts";
import type { App, Observer } from "../beside/running.ts";

/** Seconds after the start. */
const FIRST_AFTER = 60;

interface Proven {
	readonly when: string;
	readonly rows: number;
	readonly seq: number;
	readonly head: string;
	readonly flawed: number;
	readonly entry?: number | undefined;
	/** The newest entry that existed and is missing now. */
	readonly before?: number | undefined;
}

/**
 * Checks the whole audit trail once a day, and soon after a start, beside the loop, and reports its newest hash. In the log
 * and in Home Assistant that hash is out of reach of a process that rewrites the file.
 */
export function trailProof({ store, clock }: Pick<App, "store" | "clock">, tell: Tell) {
	let date: string | undefined;
	let began: number | undefined;
	let proven: Proven | undefined;
	let running = false;
	// A trail that was replaced is intact in itself. Only the entries known before reveal it.
	let known: Link | undefined;
	const prove = async () => {
		const trail = store.trail();
		if (trail === undefined) return;
		const when = clock.date().toISOString();
		const verdict = await trail.verify(known?.hash);
		const lost = lostOf(verdict, known);
		known = verdict.head;
		proven = provenBy(verdict, when, lost ?? proven?.before);
		for (const said of newsOf(verdict, lost)) tell(said);
	};
	return {
		turned({ now, wall }) {
			if (began === undefined) known = headIn(store);
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
		},
		findings: () => findingsOf(proven),
	} satisfies Observer;
}

/**
 * The newest entry that was there, where the trail began anew since. Entries that are missing at the end take the newest one
 * with them: that is a broken trail, not a new one.
 */
function lostOf({ begin, flawed, anchored }: Verdict, known: Link | undefined): number | undefined {
	const away = flawed === 0 && anchored === false;
	return away && known !== undefined && begin.seq <= known.seq ? known.seq : undefined;
}

const provenBy = ({ rows, head, flaws, flawed }: Verdict, when: string, before: number | undefined): Proven => ({
	...{ when, rows, flawed, before },
	...{ seq: head.seq, head: head.hash, entry: flaws[0]?.seq },
});

function newsOf({ rows, head, flaws: [flaw], flawed }: Verdict, lost: number | undefined): readonly Notice[] {
	return [
		...(lost === undefined ? [] : [notice("error", "audit_trail_anew", { before: lost, rows })]),
		// An empty trail has no newest entry.
		...(head.seq > 0 ? [notice("info", "audit_trail_head", { rows, seq: head.seq, head: head.hash })] : []),
		...(flaw ? [notice("error", "audit_trail_broken", { entry: flaw.seq, kind: flaw.kind, count: flawed })] : []),
	];
}

function headIn(store: App["store"]): Link | undefined {
	// Reported when the trail is checked.
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
