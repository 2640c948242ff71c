import * as z from "zod";
import type { Facts } from "#model/sentences/facts.ts";
import { Mistake, remark } from "#model/sentences/sentence.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { type Handlers, NotYet } from "#runtime/socket/control-socket.ts";
import { causeOf } from "#store/database.ts";
import type { TrailRow } from "#store/trail/audit-chain.ts";
import type { TrailTables, Verdict } from "#store/trail/audit-trail.ts";
import type { App } from "../beside/running.ts";
import type { Trail } from "./trail.ts";

/** A request: from an entry or a time (ms since 1970) on. An invalid field is ignored. */
const asked = z.object({ from: z.int().optional().catch(undefined), since: z.int().optional().catch(undefined) });
export type TrailAsked = Readonly<z.output<typeof asked>>;

/** A change of the broker's files, made by a command. Name of the request and of the entry. */
export const BROKER_CHANGED = "broker_changed";
export interface BrokerChanged {
	readonly actor?: string;
	/** Never a secret. */
	readonly facts: Facts;
}

type Readable = Omit<TrailTables, "write">;

const PAGE = 500;
/** Most characters of an actor's name and of each fact. */
const LONGEST = 200;

/** The next entries of a trail; empty at the end. */
export function pageOf(trail: Readable, { from = 0, since }: TrailAsked): readonly TrailRow[] {
	return trail.rows(since === undefined ? from : trail.since(since), PAGE);
}

/** Only the running controller may use its database, so commands ask it. */
export function trailHandlers(app: () => App | undefined, written: Pick<Trail, "add">): Handlers {
	const trail = () => {
		const running = app();
		if (running === undefined) throw new NotYet();
		// Includes entries that are not written yet.
		if (running.store.appended > 0) running.store.save({});
		const found = running.store.trail();
		if (found === undefined) throw new Mistake(remark("database_unreadable"));
		return found;
	};
	return {
		audit_trail: async (argument): Promise<readonly TrailRow[]> =>
			read(trail(), (found) => pageOf(found, asked.safeParse(argument).data ?? {})),
		audit_trail_verify: async (anchor): Promise<Verdict> =>
			read(trail(), (found) => found.verify(typeof anchor === "string" ? anchor : undefined)),
		async [BROKER_CHANGED](argument) {
			const { actor, facts } = changeIn(argument);
			written.add({ source: "cli", ...(actor !== undefined && { actor }) }, BROKER_CHANGED, facts);
			return true;
		},
		/** A command has saved options. */
		async options_saved(argument) {
			const { actor, paths } = savedIn(argument);
			written.add({ source: "cli", ...(actor !== undefined && { actor }) }, "options_saved", { paths });
			return true;
		},
	};
}

function savedIn(argument: unknown): { readonly actor?: string; readonly paths: string } {
	const { actor, paths } = isRecord(argument) ? argument : {};
	return {
		...(typeof actor === "string" && { actor: actor.slice(0, LONGEST) }),
		paths: typeof paths === "string" ? paths.slice(0, LONGEST) : "",
	};
}

/** A database that cannot be read is told as such, and is no mistake in the program. */
function read<T>(trail: Readable, work: (trail: Readable) => T): T {
	try {
		return work(trail);
	} catch (failed) {
		throw new Mistake(remark("cause", { cause: causeOf(failed) }));
	}
}

function changeIn(argument: unknown): BrokerChanged {
	if (!isRecord(argument) || !isRecord(argument["facts"])) throw new Mistake(remark("no_broker_change"));
	const { actor, facts } = argument;
	return {
		...(typeof actor === "string" && { actor: actor.slice(0, LONGEST) }),
		facts: Object.fromEntries(
			Object.entries(facts).flatMap(([name, value]) =>
				typeof value === "string" ? [[name.slice(0, LONGEST), value.slice(0, LONGEST)]] : [],
			),
		),
	};
}
