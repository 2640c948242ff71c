import { resolve } from "node:path";
import type { Trouble } from "#broker/carry-out.ts";
import { certifiedDoors } from "#broker/certified.ts";
import { confOf, settingsOf } from "#broker/conf.ts";
import { codeOf, found, mine } from "#broker/file.ts";
import { knownIn } from "#broker/known.ts";
import { entriesIn, hashOf, matches, nameFlaw, newPassword, withUser } from "#broker/passwords.ts";
import { onDisk, type Place, placeOf } from "#broker/place.ts";
import { letIn, strangersRefused } from "#broker/strangers.ts";
import { putTogether } from "#broker/together.ts";
import { textOfFile } from "#files/named-file.ts";
import { phrase } from "#model/sentence.ts";
import { marksIn } from "#proof/own-logins.ts";
import { type BrokerFlags, change, type Plan, type Refusal } from "./broker-change.ts";
import { refuse, wordAt } from "./broker-words.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "./machine.ts";

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
	try {
		await putTogether([{ path, bytes: Buffer.from(`${password}\n`), rights: mine(0o600) }], at);
		return undefined;
	} catch (failed) {
		return { message: phrase("not_writable", { path, cause: codeOf(failed) }), remedy: phrase("name_other_file") };
	}
}

async function added(place: Place, user: string, password: string, flags: UserAddFlags): Promise<Plan | Refusal> {
	const path = fileOf(place);
	if (path === undefined) return NO_FILE;
	const before = (await found(path))?.bytes.toString("utf8") ?? "";
	const { entries } = entriesIn(before);
	const known = entries.find((entry) => entry.user === user);
	const hash = known && (await matches(known.hash, password)) ? known.hash : await hashOf(password);
	const marks = marksIn(flags.backups);
	const shown = flags.passwordFrom === undefined && flags.passwordTo === undefined && !flags.dryRun;
	return {
		...planFor(place, path, withUser(before, user, hash)),
		why: "user-add",
		doors: "tried",
		async prove(): Promise<Trouble | undefined> {
			const doors = await certifiedDoors(place);
			const login = { username: user, password };
			// Where a certificate is wanted and there is none to come with, a login alone shows nothing.
			for (const door of doors.filter(({ wants_certificate, cert }) => !wants_certificate || cert !== undefined)) {
				const trouble = await letIn(door, login, marks);
				if (trouble !== undefined) return trouble;
			}
			return strangersRefused(doors, marks, await knownIn(entries, login));
		},
		said: [known === undefined ? phrase("user_added", { user }) : phrase("user_changed", { user })],
		facts: { user },
		...(shown && { password }),
	};
}

/** Takes a user's login away; whoever is connected with it is thrown out. */
export async function brokerUserRemove(machine: Machine, user: string, flags: BrokerFlags): Promise<number> {
	return change(machine, flags, async (place) => {
		const path = fileOf(place);
		if (path === undefined) return NO_FILE;
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
	const path = fileOf(place);
	if (path === undefined) return refuse(machine, word, ...NO_FILE.remedy);
	const { entries, bad } = entriesIn((await found(path))?.bytes.toString("utf8") ?? "");
	if (flags.json) {
		print(
			machine,
			JSON.stringify({ ok: bad.length === 0, file: path, users: entries.map(({ user }) => user), bad_lines: bad }),
		);
	} else {
		for (const { user } of entries) print(machine, user);
		if (entries.length === 0) print(machine, word(phrase("nobody_has_login", { path })));
	}
	if (bad.length === 0) return FINE;
	complain(machine, word(phrase("bad_lines", { path, lines: bad.join(", ") })));
	return NOT_FINE;
}

function planFor(place: Place, path: string, text: string): Pick<Plan, "files" | "activate"> {
	const { uid, gid } = place.user;
	return { files: [{ path, bytes: Buffer.from(text), rights: { uid, gid, mode: 0o600 } }], activate: "reload" };
}

const fileOf = ({ config }: Place): string | undefined => settingsOf(confOf(config, onDisk), "password_file")[0];
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
