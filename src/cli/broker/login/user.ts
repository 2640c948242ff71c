import { resolve } from "node:path";
import { FINE, type Machine, notFine, print } from "#app/machine.ts";
import { entriesIn, nameFlaw, newPassword } from "#broker/access/passwords.ts";
import { confOf } from "#broker/conf/conf.ts";
import { pathFlaw } from "#broker/conf/path-settings.ts";
import { onDisk, placeOf } from "#broker/conf/place.ts";
import { found, mine } from "#broker/files/file.ts";
import { putTogether } from "#broker/files/together.ts";
import type { Trouble } from "#broker/files/trouble.ts";
import type { Refusal } from "#broker/plans/plan.ts";
import { NO_FILE, passwordFileOf, userAdded, userRemoved } from "#broker/plans/user.ts";
import { textOfFile } from "#files/named-file.ts";
import { phrase } from "#model/sentences/sentence.ts";
import { refusalOf } from "#model/untyped/error-code.ts";
import { type BrokerFlags, change } from "../change/change.ts";
import { refuse, wordAt } from "../change/words.ts";

export interface UserAddFlags extends BrokerFlags {
	/** A file for the new password, which is then not printed. */
	readonly passwordTo?: string;
	/** A file whose first line is the password. */
	readonly passwordFrom?: string;
}

/** Creates a user, or gives one a new password. By default a long random one, which is printed once. */
export async function brokerUserAdd(machine: Machine, user: string, flags: UserAddFlags): Promise<number> {
	const flaw = nameFlaw(user);
	if (flaw !== undefined) return refuse(machine, wordAt(machine, flags), flaw);
	const password = passwordFor(machine, flags);
	if (typeof password !== "string") return refuse(machine, wordAt(machine, flags), ...password.remedy);
	return change(machine, flags, async (place) => {
		const { passwordTo, passwordFrom, dryRun, backups } = flags;
		const shown = passwordFrom === undefined && passwordTo === undefined && !dryRun;
		const plan = await userAdded(place, { user, password, shown, backups });
		if ("remedy" in plan || passwordTo === undefined) return plan;
		return { ...plan, hand: () => handedTo(resolve(machine.cwd, passwordTo), password, flags) };
	});
}

async function handedTo(path: string, password: string, { at }: BrokerFlags): Promise<Trouble | undefined> {
	const cause = await refusalOf(putTogether([{ path, bytes: Buffer.from(`${password}\n`), rights: mine(0o600) }], at));
	if (cause === undefined) return undefined;
	return { message: phrase("not_writable", { path, cause }), remedy: phrase("name_other_file") };
}

/** Removes a user's login. Its connected clients are disconnected. */
export const brokerUserRemove = (machine: Machine, user: string, flags: BrokerFlags): Promise<number> =>
	change(machine, flags, (place) => userRemoved(place, user));

export async function brokerUserList(machine: Machine, flags: BrokerFlags): Promise<number> {
	const place = await placeOf(flags.config, machine.env);
	const word = wordAt(machine, flags);
	if ("code" in place) return refuse(machine, word, place);
	const flaw = pathFlaw(confOf(place.config, onDisk));
	if (flaw !== undefined) return refuse(machine, word, flaw);
	const path = passwordFileOf(place) ?? NO_FILE;
	if (typeof path === "object") return refuse(machine, word, ...path.remedy);
	const { entries, bad } = entriesIn((await found(path))?.bytes.toString("utf8") ?? "");
	const users = entries.map(({ user }) => user);
	if (flags.json) print(machine, JSON.stringify({ ok: bad.length === 0, file: path, users, bad_lines: bad }));
	else if (users.length === 0) print(machine, word(phrase("nobody_has_login", { path })));
	else for (const user of users) print(machine, user);
	if (bad.length === 0) return FINE;
	return notFine(machine, word(phrase("bad_lines", { path, lines: bad.join(", ") })));
}

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
