import { createHash } from "node:crypto";
import type { TrailEntry } from "#model/findings/trail.ts";

/** A place in the chain: the number of an entry, counted from 1, and its hash. */
export interface Link {
	readonly seq: number;
	/** SHA-256 in hexadecimal. */
	readonly hash: string;
}

/** An entry as it is stored: `facts` as the very text that was hashed. */
export interface TrailRow extends Link, Omit<TrailEntry, "facts" | "source"> {
	readonly facts: string;
	/** As it stands there, should somebody have written one that there is none of. */
	readonly source: string;
}

/** What is not as it was written. */
export type Flaw =
	/** Entries that should be there and are not; at the end, they were cut off. */
	| { readonly kind: "missing"; readonly seq: number; readonly to: number }
	/** Its hash does not follow from the entry before it and from what it says itself. */
	| { readonly kind: "changed"; readonly seq: number }
	/** What says where the chain begins or ends is gone. */
	| { readonly kind: "no_begin" | "no_end"; readonly seq: number };

/** Before the first entry. */
export const BEGIN: Link = { seq: 0, hash: "0".repeat(64) };

/** With the keys in order, so that the same facts are always the same text. */
export const canonical = (facts: TrailEntry["facts"]): string =>
	JSON.stringify(Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))));

/** SHA-256 over the hash before, a line end, and the JSON of [seq, at, source, actor or null, what, facts as a text]. */
export function hashOf(before: string, { seq, at, source, actor, what, facts }: Omit<TrailRow, "hash">): string {
	const row = JSON.stringify([seq, at, source, actor ?? null, what, facts]);
	return createHash("sha256").update(`${before}\n${row}`).digest("hex");
}

/** More flaws than these are only counted. */
const MOST = 20;

/** Follows a chain entry by entry, in the order of their numbers. */
export class Chain {
	readonly flaws: Flaw[] = [];
	/** With those that are not listed. */
	flawed = 0;
	rows = 0;
	#last: Link;

	/** @param before what the chain goes on from: `BEGIN`, or the last entry that was let go */
	constructor(before: Link | undefined) {
		this.#last = before ?? BEGIN;
		if (before === undefined) this.#flaw({ kind: "no_begin", seq: 0 });
	}

	add(row: TrailRow): void {
		this.rows += 1;
		const next = this.#last.seq + 1;
		// Of what follows a gap only the gap can be told.
		if (row.seq !== next) this.#flaw({ kind: "missing", seq: next, to: row.seq - 1 });
		else if (hashOf(this.#last.hash, row) !== row.hash) this.#flaw({ kind: "changed", seq: row.seq });
		this.#last = row;
	}

	/** @param head what was written last */
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
