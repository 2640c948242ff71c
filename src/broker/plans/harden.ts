import { dirname, join } from "node:path";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { entriesIn } from "../access/passwords.ts";
import { type Conf, confOf, perListener, settingsOf } from "../conf/conf.ts";
import { hardened, misplaced } from "../conf/harden.ts";
import { untriedOf } from "../conf/listener-host.ts";
import { listenersOf } from "../conf/listeners.ts";
import { onDisk, type Place } from "../conf/place.ts";
import { keepsRetained, turnedRound } from "../conf/turned.ts";
import { found, type Wanted } from "../files/file.ts";
import { clientIdsIn } from "../proofs/trying/own/own-logins.ts";
import { authorityOf, certifiedDoors } from "../running/certified.ts";
import { knownIn } from "../running/known.ts";
import { strangersRefused } from "../running/strangers.ts";
import { configFiles } from "./config-files.ts";
import type { Plan, Refusal } from "./plan.ts";

/** The port for a broker without a listener, and where the commands record their own logins. */
export interface Hardening {
	readonly port: number;
	readonly address?: string;
	readonly backups: string;
}

/** Turns anonymous access off and passwords on, on every listener, and sets up persistence and a log that can be watched. */
export async function hardening(place: Place, asked: Hardening): Promise<Plan | Refusal> {
	const conf = confOf(place.config, onDisk);
	const wrong = misplaced(conf);
	if (wrong !== undefined)
		return { remedy: [phrase("misplaced", { file: wrong.file, line: wrong.number, text: wrong.text.trim() })] };
	// Of two lines for the whole broker Mosquitto 2.1 takes the last. 2.0 does not start with them.
	const files = settingsOf(conf, "password_file");
	const named = perListener(conf) ? files[0] : files.at(-1);
	const password_file = named ?? join(dirname(place.config), "passwd");
	const wanted = {
		password_file,
		port: asked.port,
		...(asked.address !== undefined && { address: asked.address }),
		log_file: "/var/log/mosquitto/mosquitto.log",
		persistence_location: "/var/lib/mosquitto/",
	};
	const now = hardened(conf, wanted);
	// If a plugin or keys decide about logins, no password file is in force, and its users have no login.
	const inForce = settingsOf(now, "password_file").includes(password_file);
	const passwords = inForce ? [await passwordFile(password_file, place)] : [];
	const entries = passwords.flatMap(({ bytes }) => entriesIn(bytes?.toString("utf8") ?? "").entries);
	const users = entries.length;
	const clientIds = clientIdsIn(asked.backups);
	return {
		why: "harden",
		// The password file exists before the configuration names it.
		files: [...passwords, ...(await configFiles(now, place))],
		activate: "restart",
		doors: "tried",
		prove: async () => strangersRefused(certifiedDoors(place), clientIds, await knownIn(entries)),
		said: [
			closedNow(now, authorityOf(place) !== undefined),
			inForce ? loginsNow(users) : phrase("logins_elsewhere"),
			...besideIt(conf, now, place),
		],
		facts: inForce ? { users } : {},
	};
}

/** What is proven in the end, and what could not be tried. */
function closedNow(conf: Conf, certified: boolean): Sentence {
	const untried = untriedOf(conf, certified);
	const listeners = untried.join(", ");
	if (untried.length === 0) return phrase("hardened");
	return listenersOf(conf).length > untried.length
		? phrase("hardened_but", { listeners })
		: phrase("hardened_untried", { listeners });
}

/** Other effects of the change and the restart on the house. */
function besideIt(before: Conf, now: Conf, { config }: Place): readonly Sentence[] {
	const turned = turnedRound(before, now);
	return [
		...(keepsRetained(before) ? [] : [phrase("memory_dropped", { config })]),
		...(turned.length === 0 ? [] : [phrase("turned_round", { lines: turned.join(", ") })]),
	];
}

function loginsNow(users: number): Sentence {
	if (users === 0) return phrase("no_user_yet");
	return users === 1 ? phrase("one_user") : phrase("users_there", { count: users });
}

/** The existing file, readable only by the broker; an empty one if there is none. */
async function passwordFile(path: string, { user }: Place): Promise<Wanted> {
	const is = await found(path);
	return { path, bytes: is?.bytes ?? Buffer.alloc(0), rights: { uid: user.uid, gid: user.gid, mode: 0o600 } };
}
