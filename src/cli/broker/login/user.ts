import { dirname, join, resolve } from "node:path";
import { FINE, type Machine, notFine, print } from "#app/machine.ts";
import { entriesIn, hashOf, matches, nameFlaw, newPassword, withUser } from "#broker/access/passwords.ts";
import { confOf, perListener, settingOf, settingsOf } from "#broker/conf/conf.ts";
import { addedForAll } from "#broker/conf/conf-edit.ts";
import { closed, knowsLogins } from "#broker/conf/harden.ts";
import { pathFlaw } from "#broker/conf/path-settings.ts";
import { onDisk, type Place, placeOf } from "#broker/conf/place.ts";
import { found, mine, type Wanted } from "#broker/files/file.ts";
import { putTogether } from "#broker/files/together.ts";
import type { Trouble } from "#broker/files/trouble.ts";
import { clientIdsIn } from "#broker/proofs/trying/own-logins.ts";
import { certifiedDoors } from "#broker/running/certified.ts";
import { knownIn } from "#broker/running/known.ts";
import { firstTrouble, letIn, openTo, shutOut, strangersRefused } from "#broker/running/strangers.ts";
import { textOfFile } from "#files/named-file.ts";
import { phrase } from "#model/sentences/sentence.ts";
import { refusalOf } from "#model/untyped/error-code.ts";
import { type BrokerFlags, change, type Plan, type Refusal } from "../change/change.ts";
import { configFiles } from "../change/harden.ts";
import { refuse, wordAt } from "../change/words.ts";

export interface UserAddFlags extends BrokerFlags {
	/** Where the new password goes instead of being shown. */
	readonly passwordTo?: string;
	/** A file whose first line is the password. */
	readonly passwordFrom?: string;
}

/** Makes a user, or gives one a new password; by default a long random one, shown this once. */
export async function brokerUserAdd(machine: Machine, user: string, flags: UserAddFlags): Promise<number> {
	const flaw = nameFlaw(user);
	if (flaw !== undefined) return refuse(machine, wordAt(machine, flags), flaw);
	const password = passwordFor(machine, flags);
	if (typeof password !== "string") return refuse(machine, wordAt(machine, flags), ...password.remedy);
	return change(machine, flags, async (place) => {
		const plan = await added(place, user, password, flags);
		const { passwordTo } = flags;
		if ("remedy" in plan || passwordTo === undefined) return plan;
		return { ...plan, hand: () => handedTo(resolve(machine.cwd, passwordTo), password, flags) };
	});
}

async function handedTo(path: string, password: string, { at }: BrokerFlags): Promise<Trouble | undefined> {
	const cause = await refusalOf(putTogether([{ path, bytes: Buffer.from(`${password}\n`), rights: mine(0o600) }], at));
	if (cause === undefined) return undefined;
	return { message: phrase("not_writable", { path, cause }), remedy: phrase("name_other_file") };
}

async function added(place: Place, user: string, password: string, flags: UserAddFlags): Promise<Plan | Refusal> {
	const named = await fileFor(place);
	if ("remedy" in named) return named;
	const { path, config } = named;
	const before = (await found(path))?.bytes.toString("utf8") ?? "";
	const { entries } = entriesIn(before);
	const known = entries.find((entry) => entry.user === user);
	const hash = known && (await matches(known.hash, password)) ? known.hash : await hashOf(password);
	const clientIds = clientIdsIn(flags.backups);
	const is = confOf(place.config, onDisk);
	const shown = flags.passwordFrom === undefined && flags.passwordTo === undefined && !flags.dryRun;
	return {
		...planFor(place, path, withUser(before, user, hash), config),
		why: "user-add",
		doors: "tried",
		async prove(): Promise<Trouble | undefined> {
			const doors = await certifiedDoors(place);
			const login = { username: user, password };
			const trouble = await firstTrouble(openTo(doors), (door) => letIn(door, login, clientIds));
			if (trouble !== undefined) return trouble;
			if (closed(is)) return strangersRefused(doors, clientIds, await knownIn(entries, login));
			// Where strangers are let in, that is said; that the login is asked for at all is tried by a wrong password.
			const wrong = () => ({ username: user, password: newPassword() });
			return firstTrouble(openTo(doors), (door) => shutOut(door, wrong(), clientIds));
		},
		said: [
			known === undefined ? phrase("user_added", { user }) : phrase("user_changed", { user }),
			...(closed(is) ? [] : [phrase("still_open")]),
		],
		facts: { user },
		...(shown && { password }),
	};
}

/** The password file, and the configuration where that has to name it first; or why a line in one would change nothing. */
async function fileFor(place: Place): Promise<{ readonly path: string; readonly config: readonly Wanted[] } | Refusal> {
	const named = fileOf(place);
	if (typeof named === "object") return named;
	if (named !== undefined) return { path: named, config: [] };
	const conf = confOf(place.config, onDisk);
	if (knowsLogins(conf.lines)) return { remedy: [phrase("plugin_has_logins", { config: place.config })] };
	if (perListener(conf)) return { remedy: [phrase("password_file_each")] };
	const fresh = join(dirname(place.config), "passwd");
	return { path: fresh, config: await configFiles(addedForAll(conf, [`password_file ${fresh}`]), place) };
}

/** Removes a user's login. Clients that are connected with it are disconnected. */
export async function brokerUserRemove(machine: Machine, user: string, flags: BrokerFlags): Promise<number> {
	return change(machine, flags, async (place) => {
		const path = fileOf(place) ?? NO_FILE;
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
	});
}

export async function brokerUserList(machine: Machine, flags: BrokerFlags): Promise<number> {
	const place = await placeOf(flags.config, machine.env);
	const word = wordAt(machine, flags);
	if ("code" in place) return refuse(machine, word, place);
	const flaw = pathFlaw(confOf(place.config, onDisk));
	if (flaw !== undefined) return refuse(machine, word, flaw);
	const path = fileOf(place) ?? NO_FILE;
	if (typeof path === "object") return refuse(machine, word, ...path.remedy);
	const { entries, bad } = entriesIn((await found(path))?.bytes.toString("utf8") ?? "");
	const users = entries.map(({ user }) => user);
	if (flags.json) print(machine, JSON.stringify({ ok: bad.length === 0, file: path, users, bad_lines: bad }));
	else if (users.length === 0) print(machine, word(phrase("nobody_has_login", { path })));
	else for (const user of users) print(machine, user);
	if (bad.length === 0) return FINE;
	return notFine(machine, word(phrase("bad_lines", { path, lines: bad.join(", ") })));
}

/** @param config changed as well, where it has to name the file first */
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

/** The file in force; where each listener has its own, they have to name the same one. */
function fileOf({ config }: Place): string | undefined | Refusal {
	const conf = confOf(config, onDisk);
	// Of two lines Mosquitto 2.1 takes the last; 2.0 does not start with them.
	if (!perListener(conf)) return settingOf(conf, "password_file");
	const files = [...new Set(settingsOf(conf, "password_file"))];
	return files.length > 1 ? { remedy: [phrase("password_files_differ", { files: files.join(", ") })] } : files[0];
}
const NO_FILE: Refusal = {
	remedy: [phrase("no_password_file")],
};

function passwordFor(machine: Machine, { passwordFrom }: UserAddFlags): string | Refusal {
	if (passwordFrom === undefined) return newPassword();
	try {
		const password =
			textOfFile(resolve(machine.cwd, passwordFrom))
				.replace(/^\uFEFF/, "")
				.split(/\r?\n/)[0] ?? "";
		if (password.length < 12) return { remedy: [phrase("password_short", { path: passwordFrom, least: 12 })] };
		if (/\p{Cc}/u.test(password)) return { remedy: [phrase("password_control", { path: passwordFrom })] };
		return password;
	} catch {
		return { remedy: [phrase("unreadable", { path: passwordFrom })] };
	}
}
