import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import type { TrailEntry } from "#model/findings/trail.ts";
import { BEGIN, Chain, canonical, type Flaw, hashOf, type Link, type TrailRow } from "./audit-chain.ts";

/**
 * Entries are only added. Those older than the owner wants are deleted from the front; the last deleted one is kept as the
 * start of the chain. The triggers prevent mistakes, not attacks: a process that can write the file can drop them. The
 * chain detects that.
 */
export const TRAIL_TABLES = `
	CREATE TABLE audit_trail (
		seq INTEGER PRIMARY KEY,
		at INTEGER NOT NULL,
		source TEXT NOT NULL,
		actor TEXT,
		what TEXT NOT NULL,
		facts TEXT NOT NULL,
		hash TEXT NOT NULL
	) STRICT;
	CREATE TABLE audit_trail_day (day INTEGER PRIMARY KEY, first INTEGER NOT NULL) STRICT;
	CREATE TABLE audit_trail_end (name TEXT PRIMARY KEY, seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;
	INSERT INTO audit_trail_end VALUES ('begin', 0, '${BEGIN.hash}'), ('head', 0, '${BEGIN.hash}');
	CREATE TRIGGER audit_trail_kept BEFORE UPDATE ON audit_trail
		BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
	CREATE TRIGGER audit_trail_whole BEFORE DELETE ON audit_trail
		WHEN OLD.seq > (SELECT seq FROM audit_trail_end WHERE name = 'begin')
		BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`;

/** Result of checking the whole chain. */
export interface Verdict {
	/** Entries that are there. */
	readonly rows: number;
	/** The last deleted entry, where the chain continues. */
	readonly begin: Link;
	/** The last written entry, as recorded in the file. */
	readonly head: Link;
	readonly flaws: readonly Flaw[];
	readonly flawed: number;
	/** Whether the given hash is in the chain. Absent where none was given. */
	readonly anchored?: boolean;
}

/** The trail of an open file. All functions throw what SQLite throws. */
export interface TrailTables {
	/** Adds entries and deletes those beyond so many recorded days. Call inside a transaction. */
	write(entries: readonly TrailEntry[], days: number): void;
	/** Entries from this number on, oldest first, at most `limit`. */
	rows(from: number, limit: number): readonly TrailRow[];
	/** The number of the first entry from which on all are at least as new as `at` (ms since 1970). */
	since(at: number): number;
	/** The last written entry, as recorded in the file. */
	head(): Link;
	/**
	 * Checks every entry, a page at a time.
	 * @param anchor a hash that was noted elsewhere
	 */
	verify(anchor?: string): Promise<Verdict>;
}

/** Upper limit, independent of days: 40 MB. */
const MOST_ROWS = 100_000;
/** Deleted at a time, so that it takes a few ms. */
const GONE_AT_ONCE = 500;
const PAGE = 500;
const DAY_MS = 86_400_000;
const NEWEST = "SELECT seq, hash FROM audit_trail ORDER BY seq DESC LIMIT 1";

/** The file may be open for reading only. Then `write` fails. */
export function trailIn(database: DatabaseSync): TrailTables {
	const end = (name: "begin" | "head") =>
		linkIn(database.prepare("SELECT seq, hash FROM audit_trail_end WHERE name = ?").get(name));
	const rows: TrailTables["rows"] = (from, limit) =>
		database.prepare("SELECT * FROM audit_trail WHERE seq >= ? ORDER BY seq LIMIT ?").all(from, limit).map(rowOf);
	return {
		rows,
		write: writer(database, end),
		head: () => end("head") ?? BEGIN,
		since: (at) =>
			Number(database.prepare("SELECT coalesce(max(seq), 0) AS seq FROM audit_trail WHERE at < ?").get(at)?.["seq"]) +
			1,
		async verify(anchor) {
			const [begin, head] = [end("begin"), end("head")];
			// Entries added meanwhile are checked next time.
			const newest = linkIn(database.prepare(NEWEST).get())?.seq ?? 0;
			const chain = new Chain(begin);
			let anchored = anchor === begin?.hash || anchor === BEGIN.hash;
			for (let from = 0; from <= newest; ) {
				const page = rows(from, PAGE).filter(({ seq }) => seq <= newest);
				for (const row of page) {
					chain.add(row);
					anchored ||= row.hash === anchor;
				}
				from = (page.at(-1)?.seq ?? newest) + 1;
				await setImmediate();
			}
			chain.end(head);
			const { flaws, flawed } = chain;
			const found = { rows: chain.rows, begin: begin ?? BEGIN, head: head ?? BEGIN, flaws, flawed };
			return anchor === undefined ? found : { ...found, anchored };
		},
	};
}

function writer(database: DatabaseSync, end: (name: "begin" | "head") => Link | undefined): TrailTables["write"] {
	const put = database.prepare("INSERT INTO audit_trail VALUES (?, ?, ?, ?, ?, ?, ?)");
	const putDay = database.prepare("INSERT OR IGNORE INTO audit_trail_day VALUES (?, ?)");
	const putEnd = database.prepare("INSERT OR REPLACE INTO audit_trail_end VALUES (?, ?, ?)");
	const newest = database.prepare(NEWEST);
	const prune = pruner(database, putEnd);
	return (entries, days) => {
		// A cut-off end stays a gap for ever: the chain continues from the last written entry, not from what is left.
		const left = linkIn(newest.get()) ?? BEGIN;
		const head = end("head") ?? left;
		let last = head.seq >= left.seq ? head : left;
		for (const { at, source, actor, what, facts } of entries) {
			const seq = last.seq + 1;
			const who = actor === undefined ? {} : { actor: plain(actor) };
			const row = { seq, at: Math.round(at), source, ...who, what: plain(what), facts: canonical(facts) };
			last = { seq, hash: hashOf(last.hash, row) };
			put.run(seq, row.at, source, row.actor ?? null, row.what, row.facts, last.hash);
			putDay.run(Math.floor(row.at / DAY_MS), seq);
		}
		putEnd.run("head", last.seq, last.hash);
		prune(days, last.seq - MOST_ROWS);
	};
}

/** Counts days with entries instead of comparing dates: a clock that jumps ahead would otherwise delete everything. */
function pruner(database: DatabaseSync, putEnd: ReturnType<DatabaseSync["prepare"]>) {
	const firstKept = database.prepare("SELECT first FROM audit_trail_day ORDER BY first DESC LIMIT 1 OFFSET ?");
	const last = database.prepare(
		`SELECT max(seq) AS seq, hash FROM (SELECT seq, hash FROM audit_trail WHERE seq < ? ORDER BY seq LIMIT ${GONE_AT_ONCE})`,
	);
	const drop = database.prepare("DELETE FROM audit_trail WHERE seq <= ?");
	const dropDays = database.prepare("DELETE FROM audit_trail_day WHERE first <= ? AND first < ?");
	return (days: number, most: number) => {
		const first = Number(firstKept.get(days - 1)?.["first"] ?? 0);
		const gone = linkIn(last.get(Math.max(first, most + 1)));
		if (gone === undefined) return;
		// First the new start of the chain. Otherwise the trigger would refuse the deletion.
		putEnd.run("begin", gone.seq, gone.hash);
		drop.run(gone.seq);
		dropDays.run(gone.seq, first);
	};
}

/** Texts that the file returns unchanged. Otherwise the hash would not match. */
const plain = (text: string) => text.toWellFormed().replaceAll("\0", "\ufffd");

type Column = ReturnType<ReturnType<DatabaseSync["prepare"]>["get"]>;

const linkIn = (row: Column): Link | undefined =>
	typeof row?.["seq"] === "number" ? { seq: row["seq"], hash: String(row["hash"]) } : undefined;

const rowOf = (row: NonNullable<Column>): TrailRow => ({
	seq: Number(row["seq"]),
	at: Number(row["at"]),
	source: String(row["source"]),
	...(row["actor"] !== null && { actor: String(row["actor"]) }),
	what: String(row["what"]),
	facts: String(row["facts"]),
	hash: String(row["hash"]),
});
