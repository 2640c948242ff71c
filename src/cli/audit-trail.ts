import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { seconds } from "#model/units.ts";
import { askControl } from "#runtime/ask-control.ts";
import type { Flaw, TrailRow } from "#store/audit-chain.ts";
import { type TrailTables, trailIn, type Verdict } from "#store/audit-trail.ts";
import { causeOf } from "#store/database.ts";
import { STORE_FILE } from "#store/files.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "./machine.ts";
import { folderOf, type SourceFlags } from "./source.ts";
import { pageOf, type TrailAsked } from "./trail-handlers.ts";

export interface AuditTrailFlags extends SourceFlags {
	/** ms since 1970. */
	readonly since?: number;
	readonly verify?: boolean;
	/** A hash that was noted elsewhere. */
	readonly head?: string;
	readonly json?: boolean;
}

/** The whole of it is looked through, which a small board takes some seconds for. */
const PATIENCE = seconds(120);

interface Reader {
	rows(asked: TrailAsked): Promise<readonly TrailRow[]>;
	verify(anchor: string | undefined): Promise<Verdict>;
	close(): void;
}

/** Prints who did what and when, or says whether anybody changed that. */
export async function auditTrail(machine: Machine, flags: AuditTrailFlags): Promise<number> {
	const folder = folderOf(machine, flags);
	let reader: Reader | undefined;
	try {
		reader = await readerOf(folder);
		if (flags.verify || flags.head !== undefined) return verdict(machine, flags, await reader.verify(flags.head));
		for (let page = await reader.rows(first(flags)); ; ) {
			for (const row of page) print(machine, flags.json ? jsonOf(row) : lineOf(row));
			const last = page.at(-1);
			if (last === undefined) return FINE;
			page = await reader.rows({ from: last.seq + 1 });
		}
	} catch (failed) {
		complain(machine, `The audit trail in ${folder} cannot be read: ${wordsOf(failed)}`);
		return NOT_FINE;
	} finally {
		reader?.close();
	}
}

const first = ({ since }: AuditTrailFlags): TrailAsked => (since === undefined ? { from: 0 } : { since });

/** Beside a running controller by asking it; else from the file, which stays as it is. */
async function readerOf(folder: string): Promise<Reader> {
	const asked = await askControl(folder, "are_you_there", undefined, seconds(5));
	if (asked.kind === "nobody") return fromFile(join(folder, STORE_FILE));
	const ask = async (request: string, argument: unknown) => {
		const answer = await askControl(folder, request, argument, PATIENCE);
		if (answer.kind === "answer") return answer.value;
		throw new Error(answer.kind === "nobody" ? "the controller has ended. Try again." : answer.why);
	};
	return {
		rows: async (wanted) => (await ask("audit_trail", wanted)) as readonly TrailRow[],
		verify: async (anchor) => (await ask("audit_trail_verify", anchor)) as Verdict,
		close: () => undefined,
	};
}

function fromFile(path: string): Reader {
	if (!existsSync(path)) throw new Error("there is nothing yet; name its folder with --data.");
	const database = new DatabaseSync(path, { readOnly: true });
	const found = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit_trail'").get();
	if (found === undefined) {
		database.close();
		throw new Error("an older version made this database. Start the controller once.");
	}
	const trail: Omit<TrailTables, "write"> = trailIn(database);
	return {
		rows: async (wanted) => pageOf(trail, wanted),
		verify: (anchor) => trail.verify(anchor),
		close: () => database.close(),
	};
}

/** SQLite's words, or ours. */
const wordsOf = (failed: unknown) =>
	failed instanceof Error && !("errcode" in failed) ? failed.message : causeOf(failed);

const stamp = (at: number) => new Date(at).toISOString();

function factsIn(text: string): Readonly<Record<string, unknown>> {
	try {
		const facts: unknown = JSON.parse(text);
		return typeof facts === "object" && facts !== null ? { ...facts } : { facts };
	} catch {
		return { facts: text };
	}
}

const jsonOf = ({ seq, at, source, actor, what, facts, hash }: TrailRow): string =>
	JSON.stringify({ seq, at: stamp(at), source, ...(actor && { actor }), what, facts: factsIn(facts), hash });

const lineOf = ({ seq, at, source, actor, what, facts }: TrailRow): string => {
	const said = Object.entries(factsIn(facts)).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
	return [`${String(seq).padStart(6)}  ${stamp(at)}  ${actor ? `${source} (${actor})` : source}`, what, ...said].join(
		"  ",
	);
};

function verdict(machine: Machine, { json }: AuditTrailFlags, found: Verdict): number {
	const ok = found.flawed === 0 && found.anchored !== false;
	if (json) print(machine, JSON.stringify({ ok, ...found }));
	else for (const line of sentences(found)) print(machine, line);
	return ok ? FINE : NOT_FINE;
}

function sentences({ rows, begin, head, flaws, flawed, anchored }: Verdict): readonly string[] {
	const gone =
		begin.seq === 0 ? "" : ` Entries up to ${begin.seq} were let go, being old; the chain goes on from them.`;
	return [
		flawed === 0
			? `${rows} entries: each follows from the one before it, up to the last.${gone}`
			: `${rows} entries, and ${flawed} places where the chain does not hold: somebody changed the file, or the disk lost something.`,
		...flaws.map((flaw) => `  ${flawIn(flaw)}`),
		`The newest, ${head.seq}: ${head.hash}`,
		...(anchored === undefined
			? [
					"Whoever can write the file could have written all of it anew. Compare with a hash noted elsewhere: --head HASH.",
				]
			: [
					anchored
						? "The hash that you gave is part of the chain."
						: "The hash that you gave is NOT part of the chain: all was written anew, or what it belonged to is no longer kept.",
				]),
	];
}

function flawIn(flaw: Flaw): string {
	switch (flaw.kind) {
		case "missing":
			return flaw.to > flaw.seq ? `Entries ${flaw.seq} to ${flaw.to} are missing.` : `Entry ${flaw.seq} is missing.`;
		case "changed":
			return `Entry ${flaw.seq} is not as it was written, or not where.`;
		case "no_begin":
			return "What the chain begins with is missing.";
		case "no_end":
			return "What says where the chain ends is missing.";
	}
}
