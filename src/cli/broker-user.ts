import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Trouble } from "#broker/carry-out.ts";
import { certifiedDoors } from "#broker/certified.ts";
import { confOf, settingsOf } from "#broker/conf.ts";
import { found, mine, put } from "#broker/file.ts";
import { entriesIn, hashOf, matches, nameFlaw, newPassword, withUser } from "#broker/passwords.ts";
import { onDisk, type Place, placeOf } from "#broker/place.ts";
import { letIn, strangersRefused } from "#broker/strangers.ts";
import { marksIn } from "#proof/own-logins.ts";
import { type BrokerFlags, change, type Plan, type Refusal } from "./broker-change.ts";
import { complain, FINE, type Machine, print, USAGE } from "./machine.ts";

export interface UserAddFlags extends BrokerFlags {
	/** Where the new password goes instead of being shown. */
	readonly passwordTo?: string;
	/** A file whose first line is the password. */
	readonly passwordFrom?: string;
}

/** Makes a user, or gives one a new password; by default a long random one, shown this once. */
export async function brokerUserAdd(machine: Machine, user: string, flags: UserAddFlags): Promise<number> {
	const flaw = nameFlaw(user);
	if (flaw !== undefined) return refused(machine, flaw);
	const password = passwordFor(machine, flags);
	if (typeof password !== "string") return refused(machine, password.remedy);
	const code = await change(machine, flags, (place) => added(place, user, password, flags));
	if (code === FINE && !flags.dryRun && flags.passwordTo !== undefined)
		await put({
			path: resolve(machine.cwd, flags.passwordTo),
			bytes: Buffer.from(`${password}\n`),
			rights: mine(0o600),
		});
	return code;
}

async function added(place: Place, user: string, password: string, flags: UserAddFlags): Promise<Plan | Refusal> {
	const path = fileOf(place);
	if (path === undefined) return NO_FILE;
	const before = (await found(path))?.bytes.toString("utf8") ?? "";
	const known = entriesIn(before).entries.find((entry) => entry.user === user);
	const hash = known && (await matches(known.hash, password)) ? known.hash : await hashOf(password);
	const marks = marksIn(flags.backups);
	const shown = flags.passwordFrom === undefined && flags.passwordTo === undefined && !flags.dryRun;
	return {
		...planFor(place, path, withUser(before, user, hash)),
		why: "user-add",
		async prove(): Promise<Trouble | undefined> {
			const doors = await certifiedDoors(place);
			const login = { username: user, password };
			// Where a certificate is wanted and there is none to come with, a login alone shows nothing.
			for (const door of doors.filter(({ wants_certificate, cert }) => !wants_certificate || cert !== undefined)) {
				const trouble = await letIn(door, login, marks);
				if (trouble !== undefined) return trouble;
			}
			return strangersRefused(doors, marks);
		},
		said: [
			`${user} ${known === undefined ? "has a login now" : "has a new password; the old one is refused"}.`,
			...(shown ? [`Password, shown this once: ${password}`, "Put it into your password manager."] : []),
		],
		facts: { user, ...(shown && { password }) },
	};
}

/** Takes a user's login away; whoever is connected with it is thrown out. */
export async function brokerUserRemove(machine: Machine, user: string, flags: BrokerFlags): Promise<number> {
	return change(machine, flags, async (place) => {
		const path = fileOf(place);
		if (path === undefined) return NO_FILE;
		const before = (await found(path))?.bytes.toString("utf8") ?? "";
		if (!entriesIn(before).entries.some((entry) => entry.user === user))
			return { remedy: `There is no user ${user}. See: solar-heating broker user list` };
		return {
			...planFor(place, path, withUser(before, user, undefined)),
			why: "user-remove",
			prove: async () => undefined,
			said: [`${user} has no login any more; whoever was connected with it was thrown out.`],
			facts: { user },
		};
	});
}

export async function brokerUserList(machine: Machine, flags: BrokerFlags): Promise<number> {
	const place = await placeOf(flags.config, machine.env);
	if (typeof place === "string") return refused(machine, place);
	const path = fileOf(place);
	if (path === undefined) return refused(machine, NO_FILE.remedy);
	const { entries, bad } = entriesIn((await found(path))?.bytes.toString("utf8") ?? "");
	if (flags.json) {
		print(
			machine,
			JSON.stringify({ ok: bad.length === 0, file: path, users: entries.map(({ user }) => user), bad_lines: bad }),
		);
	} else {
		for (const { user } of entries) print(machine, user);
		if (entries.length === 0) print(machine, `Nobody has a login in ${path}.`);
	}
	if (bad.length > 0)
		complain(
			machine,
			`${path}: Mosquitto 2.1 does not start with line ${bad.join(", ")}. Remove it, or make that user anew.`,
		);
	return bad.length === 0 ? FINE : 1;
}

function planFor(place: Place, path: string, text: string): Pick<Plan, "files" | "activate"> {
	const { uid, gid } = place.user;
	return { files: [{ path, bytes: Buffer.from(text), rights: { uid, gid, mode: 0o600 } }], activate: "reload" };
}

const fileOf = ({ config }: Place): string | undefined => settingsOf(confOf(config, onDisk), "password_file")[0];
const NO_FILE: Refusal = {
	remedy: "This broker has no password_file, so a user would change nothing. First: solar-heating broker harden",
};

function passwordFor(machine: Machine, { passwordFrom }: UserAddFlags): string | Refusal {
	if (passwordFrom === undefined) return newPassword();
	try {
		const password = readFileSync(resolve(machine.cwd, passwordFrom), "utf8").split(/\r?\n/)[0] ?? "";
		if (password.length < 12) return { remedy: `${passwordFrom}: a password has at least 12 characters.` };
		if (/\p{Cc}/u.test(password)) return { remedy: `${passwordFrom}: a password has no control characters.` };
		return password;
	} catch {
		return { remedy: `${passwordFrom} cannot be read.` };
	}
}

function refused(machine: Machine, text: string): number {
	complain(machine, text);
	return USAGE;
}
