import type { Handlers } from "#runtime/control-socket.ts";
import type { TrailRow } from "#store/audit-chain.ts";
import type { TrailTables, Verdict } from "#store/audit-trail.ts";
import type { App } from "../app.ts";

/** What is asked for: from an entry on, or from a time on (ms since 1970). */
export interface TrailAsked {
	readonly from?: number;
	readonly since?: number;
}

const PAGE = 500;

/** The next entries of a trail; none where that was all. */
export function pageOf(trail: Omit<TrailTables, "write">, { from = 0, since }: TrailAsked): readonly TrailRow[] {
	return trail.rows(since === undefined ? from : trail.since(since), PAGE);
}

/** The running controller alone may read its database, so it is asked. */
export function trailHandlers(app: () => App | undefined): Handlers {
	const trail = () => {
		const running = app();
		if (running === undefined) throw new Error("The controller is still starting. Try again in a few seconds.");
		// What waits to be written is asked for too.
		if (running.store.appended > 0) running.store.save({});
		const found = running.store.trail();
		if (found === undefined) throw new Error("The database cannot be read at the moment. Check the disk.");
		return found;
	};
	return {
		audit_trail: async (argument): Promise<readonly TrailRow[]> => pageOf(trail(), asked(argument)),
		audit_trail_verify: async (anchor): Promise<Verdict> =>
			trail().verify(typeof anchor === "string" ? anchor : undefined),
	};
}

function asked(argument: unknown): TrailAsked {
	if (typeof argument !== "object" || argument === null) return {};
	const number = (name: string): TrailAsked =>
		name in argument && Number.isSafeInteger(Reflect.get(argument, name))
			? { [name]: Number(Reflect.get(argument, name)) }
			: {};
	return { ...number("from"), ...number("since") };
}
