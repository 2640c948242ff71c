import type { DatabaseSync } from "node:sqlite";
import { RANKS, type Rank } from "#model/decision/decision.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { toldVerdict } from "#model/decision/told-verdict.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { OLDEST } from "./trimmer.ts";

/** From this moment on an output was to be so, for this reason. */
export interface Reasoned {
	readonly kind: "reason";
	/** ms since 1970-01-01 UTC. */
	readonly at: number;
	readonly output: string;
	/** Percent. */
	readonly want: number;
	/** A code of the section `reason`. */
	readonly code: string;
	readonly rank?: Rank;
	/** Those of the turn in which it began. */
	readonly facts: Facts;
}

/** A few dozen rows a day and output, of about 120 bytes each. */
export const REASON_TABLES = `
	CREATE TABLE history_reason (
		output TEXT NOT NULL,
		at INTEGER NOT NULL,
		want INTEGER NOT NULL,
		reason TEXT NOT NULL,
		PRIMARY KEY (output, at)
	) STRICT, WITHOUT ROWID`;

export interface ReasonTables {
	writeReason(reasoned: Reasoned): void;
	/** Reasons from `from` to `to` (ms since 1970), oldest first, preceded by the last earlier one of each output. */
	reasons(from: number, to: number): readonly Reasoned[];
	/** Deletes what is older than the oldest minute, except the reason that each output had then. */
	trimReasons(): void;
}

/** Each output by a look at the key: a list of distinct values would read every row. */
const OUTPUTS = `WITH RECURSIVE outputs (output) AS (
	SELECT min(output) FROM history_reason
	UNION ALL
	SELECT (SELECT min(output) FROM history_reason WHERE output > outputs.output) FROM outputs WHERE output IS NOT NULL)`;
const READ = `${OUTPUTS} SELECT one.output, one.at, one.want, one.reason
	FROM outputs CROSS JOIN history_reason AS one ON one.output = outputs.output AND one.at < ?2 AND one.at >=
		coalesce((SELECT max(at) FROM history_reason WHERE output = outputs.output AND at < ?1), ?1)
	ORDER BY one.at, one.output`;
const TRIM = `${OUTPUTS} DELETE FROM history_reason WHERE output IN outputs AND at < ${OLDEST} AND at <
		(SELECT max(at) FROM history_reason AS newer WHERE newer.output = history_reason.output AND newer.at <= ${OLDEST})`;

/** A file that an older release made, and that is only read, has none. */
export function reasonsIn(database: DatabaseSync): ReasonTables {
	const there = () => database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'history_reason'").get() !== undefined;
	let put: ReturnType<DatabaseSync["prepare"]> | undefined;
	return {
		writeReason({ output, at, want, code, rank, facts }) {
			put ??= database.prepare("INSERT OR REPLACE INTO history_reason (output, at, want, reason) VALUES (?, ?, ?, ?)");
			put.run(output, at, Math.round(want), jsonOf({ code, ...(rank && { rank }), facts }));
		},
		reasons(from, to) {
			if (!there()) return [];
			return database.prepare(READ).all(from, to).map(reasonedOf);
		},
		trimReasons() {
			if (there()) database.exec(TRIM);
		},
	};
}

/** Most characters of a reason. One with longer facts is kept without them. */
const LONGEST = 1000;
type Kept = Pick<Reasoned, "code" | "rank" | "facts">;

function jsonOf(reason: Kept): string {
	const text = JSON.stringify(reason);
	return text.length <= LONGEST ? text : JSON.stringify({ ...reason, facts: {} });
}

function reasonedOf(row: Readonly<Record<string, unknown>>): Reasoned {
	const kept = jsonIn(String(row["reason"]));
	const { code, rank, facts } = isRecord(kept) ? kept : {};
	const known = RANKS.find((one) => one === rank);
	return {
		kind: "reason",
		at: Number(row["at"]),
		output: String(row["output"]),
		want: Number(row["want"]),
		code: String(code),
		...(known && { rank: known }),
		facts: isRecord(facts) ? (facts as Facts) : {},
	};
}

/** ms within which another reason for the same state is not recorded. */
const APART = 60_000;

type Turn = Pick<Snapshot, "wall" | "plant" | "verdicts" | "circuits">;

/** Notes each reason that begins: when the output is to run or to rest, and otherwise at most once a minute. */
export class Reasons {
	readonly #last = new Map<string, Reasoned>();

	/** @param at ms since 1970; nothing is recorded while the clock cannot be trusted */
	add(snapshot: Turn, at: number): readonly Reasoned[] {
		const { wall, plant, verdicts } = snapshot;
		if (!wall.trusted) return NONE;
		let news: Reasoned[] | undefined;
		for (const output of plant.outputs) {
			const before = this.#last.get(output.id);
			const verdict = verdicts[output.index];
			if (verdict === undefined || (before !== undefined && isAsBefore(before, verdict, at))) continue;
			const { because, rank, want } = toldVerdict(snapshot, output) ?? verdict;
			const { code, facts } = because;
			const one: Reasoned = {
				kind: "reason",
				at: Math.round(at),
				output: output.id,
				want,
				code,
				facts,
				...(rank && { rank }),
			};
			this.#last.set(output.id, one);
			news ??= [];
			news.push(one);
		}
		return news ?? NONE;
	}
}
const NONE: readonly Reasoned[] = [];

function isAsBefore(before: Reasoned, { want, because }: Snapshot["verdicts"][number], at: number): boolean {
	if (want > 0 !== before.want > 0) return false;
	return because.code === before.code || Math.abs(at - before.at) < APART;
}
