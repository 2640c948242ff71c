import { dirname, join } from "node:path";
import { phrase } from "#model/sentences/sentence.ts";
import type { Credentials } from "#mqtt/broker.ts";
import { entriesIn, hashOf, matches, newPassword, withUser } from "../access/passwords.ts";
import { confOf, perListener, settingOf, settingsOf } from "../conf/conf.ts";
import { addedForAll } from "../conf/conf-edit.ts";
import { closed, knowsLogins } from "../conf/harden.ts";
import { onDisk, type Place } from "../conf/place.ts";
import { found, type Wanted } from "../files/file.ts";
import type { Trouble } from "../files/trouble.ts";
import { clientIdsIn } from "../proofs/trying/own/own-logins.ts";
import { certifiedDoors } from "../running/certified.ts";
import { knownIn } from "../running/known.ts";
import { firstTrouble, letIn, openTo, shutOut, strangersRefused } from "../running/strangers.ts";
import { configFiles } from "./config-files.ts";
import type { Plan, Refusal } from "./plan.ts";

export interface Adding {
	readonly user: string;
	readonly password: string;
	/** The password is shown at the end, once. */
	readonly shown: boolean;
	/** Where the commands record their own logins. */
	readonly backups: string;
}

/** Creates a user, or gives one a new password. */
export async function userAdded(place: Place, { user, password, shown, backups }: Adding): Promise<Plan | Refusal> {
	const named = await fileFor(place);
	if ("remedy" in named) return named;
	const { path, config } = named;
	const before = (await found(path))?.bytes.toString("utf8") ?? "";
	const { entries } = entriesIn(before);
	const known = entries.find((entry) => entry.user === user);
	const hash = known && (await matches(known.hash, password)) ? known.hash : await hashOf(password);
	const is = confOf(place.config, onDisk);
	return {
		...planFor(place, path, withUser(before, user, hash), config),
		why: "user-add",
		doors: "tried",
		prove: () => letsIn(place, { username: user, password }, entries, closed(is), backups),
		said: [
			known === undefined ? phrase("user_added", { user }) : phrase("user_changed", { user }),
			...(closed(is) ? [] : [phrase("still_open")]),
		],
		facts: { user },
		...(shown && { password }),
	};
}

/** The new login is accepted, and connections without a login are not. */
async function letsIn(
	place: Place,
	login: Credentials,
	entries: ReturnType<typeof entriesIn>["entries"],
	shut: boolean,
	backups: string,
): Promise<Trouble | undefined> {
	const clientIds = clientIdsIn(backups);
	const doors = certifiedDoors(place);
	const trouble = await firstTrouble(openTo(doors), (door) => letIn(door, login, clientIds));
	if (trouble !== undefined) return trouble;
	if (shut) return strangersRefused(doors, clientIds, await knownIn(entries, login));
	// A wrong password shows whether the login is checked at all. Open access is reported separately.
	const wrong = () => ({ username: login.username, password: newPassword() });
	return firstTrouble(openTo(doors), (door) => shutOut(door, wrong(), clientIds));
}

/** Removes a user's login. Its connected clients are disconnected. */
export async function userRemoved(place: Place, user: string): Promise<Plan | Refusal> {
	const path = passwordFileOf(place) ?? NO_FILE;
	if (typeof path === "object") return path;
	const before = (await found(path))?.bytes.toString("utf8") ?? "";
	if (!entriesIn(before).entries.some((entry) => entry.user === user))
		return { remedy: [phrase("no_such_user", { user })] };
	return {
		...planFor(place, path, withUser(before, user, undefined)),
		why: "user-remove",
		prove: async () => undefined,
		said: [phrase("user_removed", { user })],
		facts: { user },
	};
}

/** The password file, and the configuration if that must first name it; or why a line in it would have no effect. */
async function fileFor(place: Place): Promise<{ readonly path: string; readonly config: readonly Wanted[] } | Refusal> {
	const named = passwordFileOf(place);
	if (typeof named === "object") return named;
	if (named !== undefined) return { path: named, config: [] };
	const conf = confOf(place.config, onDisk);
	if (knowsLogins(conf.lines)) return { remedy: [phrase("plugin_has_logins", { config: place.config })] };
	if (perListener(conf)) return { remedy: [phrase("password_file_each")] };
	const fresh = join(dirname(place.config), "passwd");
	return { path: fresh, config: await configFiles(addedForAll(conf, [`password_file ${fresh}`]), place) };
}

/** @param config changed as well if it must first name the file */
function planFor(
	place: Place,
	path: string,
	text: string,
	config: readonly Wanted[] = [],
): Pick<Plan, "files" | "activate"> {
	const { uid, gid } = place.user;
	const file = { path, bytes: Buffer.from(text), rights: { uid, gid, mode: 0o600 } };
	return { files: [file, ...config], activate: config.length === 0 ? "reload" : "restart" };
}

/** The file in force. If each listener has its own, they must name the same one. */
export function passwordFileOf({ config }: Place): string | undefined | Refusal {
	const conf = confOf(config, onDisk);
	// Of two lines Mosquitto 2.1 takes the last. 2.0 does not start with them.
	if (!perListener(conf)) return settingOf(conf, "password_file");
	const files = [...new Set(settingsOf(conf, "password_file"))];
	return files.length > 1 ? { remedy: [phrase("password_files_differ", { files: files.join(", ") })] } : files[0];
}
export const NO_FILE: Refusal = {
	remedy: [phrase("no_password_file")],
};
