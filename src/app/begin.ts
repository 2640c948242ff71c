import { makeFolder } from "#files/make-folder.ts";
import { notice } from "#model/sentences/notice.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { Soaking } from "./answers/soaking.ts";
import { Observers } from "./beside/observers.ts";
import type { Observer } from "./beside/running.ts";
import { type CommandLog, logOf } from "./log-of.ts";
import type { Sourced } from "./login/source.ts";
import type { Machine } from "./machine.ts";
import type { HttpFlags, HttpPorts } from "./page/http.ts";
import { Trail } from "./trail/trail.ts";

interface Flags extends HttpFlags {
	/** Seconds of the plant per second. */
	readonly speed: number;
	readonly json?: boolean;
}

/** Additional views, and a login that exists already. */
export interface Guests extends Pick<HttpPorts, "guided" | "login" | "served"> {
	/** Called from the first turn on. */
	readonly onlooker?: Observer;
	/** The date of a simulated plant at its start. */
	readonly begins?: Date;
}

/** Everything that a running controller consists of, except control itself. `tell` goes to the log and to the observers. */
export interface Run extends CommandLog {
	readonly machine: Machine;
	readonly flags: Flags;
	readonly sourced: Sourced;
	readonly guests: Guests;
	readonly observers: Observers;
	readonly trail: Trail;
	readonly soaking: Soaking;
	/** Resolved when the start is finished. */
	readonly settled: PromiseWithResolvers<void>;
	/** Aborted when the app is to end. */
	readonly stopping: AbortController;
}

/** Opens the log and the list of observers, which hear everything from then on. */
export function begin(
	machine: Machine,
	flags: Flags,
	sourced: Sourced,
	out: NodeJS.WritableStream,
	guests: Guests,
): Run {
	const cause = unmade(sourced.folder);
	const settled = Promise.withResolvers<void>();
	const said = logOf(sourced, flags.json ?? !readByPeople(machine), out, settled.promise);
	const observers = new Observers(said.tell);
	const trail = new Trail({ clean: said.redact.data, spoken: said.spoken });
	const soaking = new Soaking(said.language, flags.speed);
	observers.add("trail", trail);
	observers.add("soak", soaking);
	const stopping = new AbortController();
	machine.onStop(() => stopping.abort());
	const { tell } = observers;
	if (cause !== undefined) tell(notice("error", "data_folder_not_made", { folder: sourced.folder, cause }));
	return { ...said, tell, machine, flags, sourced, guests, settled, observers, trail, soaking, stopping };
}

/** True on a terminal, and under Home Assistant, which shows the log to people. */
const readByPeople = ({ terminal, env }: Machine): boolean => terminal || Boolean(env["SUPERVISOR_TOKEN"]);

/** Why the data folder cannot be created. Then control continues without it. */
function unmade(folder: string): string | undefined {
	try {
		makeFolder(folder);
		return undefined;
	} catch (failed) {
		return codeOf(failed);
	}
}
