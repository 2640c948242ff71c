import { createHash } from "node:crypto";
import type { TrailEntry } from "#model/findings/trail.ts";

/** A place in the chain: number of the entry (from 1) and its hash. */
export interface Link {
	readonly seq: number;
	/** SHA-256 in hexadecimal. */
	readonly hash: string;
}

/** An entry as stored. `facts` is the exact text that was hashed. */
export interface TrailRow extends Link, Omit<TrailEntry, "facts" | "source"> {
	readonly facts: string;
	/** As stored, in case somebody wrote an unknown one. */
	readonly source: string;
}

/** Something in the trail that was changed. */
export type Flaw =
	/** Entries are missing. At the end, they were cut off. */
	| { readonly kind: "missing"; readonly seq: number; readonly to: number }
	/** The hash does not match the entry before it and the content. */
	| { readonly kind: "changed"; readonly seq: number }
	/** The record of where the chain begins or ends is missing. */
	| { readonly kind: "no_begin" | "no_end"; readonly seq: number };

/** The place before the first entry. */
export const BEGIN: Link = { seq: 0, hash: "0".repeat(64) };

/** Sorted keys, so that equal facts give equal text. */
export const canonical = (facts: TrailEntry["facts"]): string =>
	JSON.stringify(Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))));

/** SHA-256 of the previous hash, a line end, and the JSON of [seq, at, source, actor or null, what, facts as a text]. */
export function hashOf(before: string, { seq, at, source, actor, what, facts }: Omit<TrailRow, "hash">): string {
	const row = JSON.stringify([seq, at, source, actor ?? null, what, facts]);
	return createHash("sha256").update(`${before}\n${row}`).digest("hex");
}

/** Further flaws are only counted. */
const MOST = 20;

/** Checks a chain entry by entry, in the order of their numbers. */
export class Chain {
	readonly flaws: Flaw[] = [];
	/** Includes flaws that are not listed. */
	flawed = 0;
	rows = 0;
	#last: Link;

	/** @param before where the chain continues: `BEGIN`, or the last deleted entry */
	constructor(before: Link | undefined) {
		this.#last = before ?? BEGIN;
		if (before === undefined) this.#flaw({ kind: "no_begin", seq: 0 });
	}

	add(row: TrailRow): void {
		this.rows += 1;
		const next = this.#last.seq + 1;
		// After a gap, only the gap can be reported.
		if (row.seq !== next) this.#flaw({ kind: "missing", seq: next, to: row.seq - 1 });
		else if (hashOf(this.#last.hash, row) !== row.hash) this.#flaw({ kind: "changed", seq: row.seq });
		this.#last = row;
	}

	/** @param head the last written entry */
	end(head: Link | undefined): void {
		const { seq, hash } = this.#last;
		if (head === undefined) this.#flaw({ kind: "no_end", seq });
		else if (head.seq > seq) this.#flaw({ kind: "missing", seq: seq + 1, to: head.seq });
		else if (head.seq !== seq || head.hash !== hash) this.#flaw({ kind: "changed", seq });
	}

	#flaw(flaw: Flaw): void {
		this.flawed += 1;
		if (this.flaws.length < MOST) this.flaws.push(flaw);
	}
}
