import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { FINE, type Machine, NOT_FINE, notFine, print } from "#app/machine.ts";
import { pageOf, type TrailAsked } from "#app/trail/handlers.ts";
import { languageBy, remarksIn, whyWord } from "#app/words.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { Mistake, remark, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { causeOf } from "#store/database.ts";
import { STORE_FILE } from "#store/files/files.ts";
import type { Flaw, TrailRow } from "#store/trail/audit-chain.ts";
import { type TrailTables, trailIn, type Verdict } from "#store/trail/audit-trail.ts";
import type { Language } from "#texts/say.ts";
import { wordsOf } from "#texts/told.ts";

export interface AuditTrailFlags extends SourceFlags {
	/** ms since 1970. */
	readonly since?: number;
	readonly verify?: boolean;
	/** A hash that was noted elsewhere. */
	readonly head?: string;
	readonly json?: boolean;
}

/** Checks the whole trail, which takes some seconds on a small board. */
const PATIENCE = seconds(120);

interface Reader {
	rows(asked: TrailAsked): Promise<readonly TrailRow[]>;
	verify(anchor: string | undefined): Promise<Verdict>;
	close(): void;
}

/** Prints who did what and when, or whether the trail was changed. */
export async function auditTrail(machine: Machine, flags: AuditTrailFlags): Promise<number> {
	const folder = folderOf(machine, flags);
	const language = languageBy(machine, flags);
	const word = remarksIn(language);
	let reader: Reader | undefined;
	try {
		reader = await readerOf(folder);
		if (flags.verify || flags.head !== undefined) return verdict(machine, flags, await reader.verify(flags.head), word);
		for (let page = await reader.rows(first(flags)); ; ) {
			for (const row of page) print(machine, flags.json ? jsonOf(row) : lineOf(row, language));
			const last = page.at(-1);
			if (last === undefined) return FINE;
			page = await reader.rows({ from: last.seq + 1 });
		}
	} catch (failed) {
		return notFine(machine, word(remark("trail_unreadable", { folder, why: whyOf(failed, language) })));
	} finally {
		reader?.close();
	}
}

const first = ({ since }: AuditTrailFlags): TrailAsked => (since === undefined ? { from: 0 } : { since });

/** Asks the running controller. Without one it reads the file and leaves it unchanged. */
async function readerOf(folder: string): Promise<Reader> {
	const asked = await askControl(folder, "are_you_there", undefined, seconds(5));
	if (asked.kind === "not_running") return fromFile(join(folder, STORE_FILE));
	const ask = async (request: string, argument: unknown) => {
		const answer = await askControl(folder, request, argument, PATIENCE);
		if (answer.kind === "answer") return answer.value;
		throw new Mistake(answer.kind === "not_running" ? remark("trail_ended") : answer.why);
	};
	return {
		rows: async (wanted) => (await ask("audit_trail", wanted)) as readonly TrailRow[],
		verify: async (anchor) => (await ask("audit_trail_verify", anchor)) as Verdict,
		close: () => undefined,
	};
}

function fromFile(path: string): Reader {
	if (!existsSync(path)) throw new Mistake(remark("trail_nothing"));
	const database = new DatabaseSync(path, { readOnly: true });
	const found = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit_trail'").get();
	if (found === undefined) {
		database.close();
		throw new Mistake(remark("trail_older"));
	}
	const trail: Omit<TrailTables, "write"> = trailIn(database);
	return {
		rows: async (wanted) => pageOf(trail, wanted),
		verify: (anchor) => trail.verify(anchor),
		close: () => database.close(),
	};
}

/** A sentence of ours or the controller's, or a message of SQLite. */
const whyOf = (failed: unknown, language: Language): string =>
	failed instanceof Mistake ? whyWord(language, failed.sentence) : causeOf(failed);

const stamp = (at: number) => new Date(at).toISOString();

function factsIn(text: string): Facts {
	const facts = jsonIn(text) ?? text;
	return isRecord(facts) ? (facts as Facts) : { facts: String(facts) };
}

const jsonOf = ({ seq, at, source, actor, what, facts, hash }: TrailRow): string =>
	JSON.stringify({ seq, at: stamp(at), source, ...(actor && { actor }), what, facts: factsIn(facts), hash });

const lineOf = ({ seq, at, source, actor, what, facts }: TrailRow, language: Language): string => {
	const kept = factsIn(facts);
	// The words among the facts are English, or in the language of an earlier house. Their codes are there too.
	const words = wordsOf(language, what, kept);
	const said = Object.entries(kept).map(([name, value]) => `${name}=${JSON.stringify(words[name] ?? value)}`);
	return [`${String(seq).padStart(6)}  ${stamp(at)}  ${actor ? `${source} (${actor})` : source}`, what, ...said].join(
		"  ",
	);
};

function verdict(machine: Machine, { json }: AuditTrailFlags, found: Verdict, word: Word): number {
	const ok = found.flawed === 0 && found.anchored !== false;
	if (json) print(machine, JSON.stringify({ ok, ...found }));
	else for (const line of sentences(found, word)) print(machine, line);
	return ok ? FINE : NOT_FINE;
}

function sentences({ rows, begin, head, flaws, flawed, anchored }: Verdict, word: Word): readonly string[] {
	const gone = begin.seq === 0 ? [] : [remark("trail_gone", { seq: begin.seq })];
	const chain =
		flawed === 0 ? [remark("trail_holds", { rows }), ...gone] : [remark("trail_flawed", { rows, count: flawed })];
	const anchor = anchored ? remark("trail_anchored") : remark("trail_foreign");
	return [
		chain.map(word).join(" "),
		...flaws.map((flaw) => `  ${word(flawIn(flaw))}`),
		word(remark("trail_newest", { seq: head.seq, hash: head.hash })),
		word(anchored === undefined ? remark("trail_compare") : anchor),
	];
}

function flawIn(flaw: Flaw): Sentence {
	switch (flaw.kind) {
		case "missing":
			return flaw.to > flaw.seq
				? remark("flaw_entries", { seq: flaw.seq, to: flaw.to })
				: remark("flaw_entry", { seq: flaw.seq });
		case "changed":
			return remark("flaw_changed", { seq: flaw.seq });
		case "no_begin":
			return remark("flaw_begin");
		case "no_end":
			return remark("flaw_end");
	}
}
