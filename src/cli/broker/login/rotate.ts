import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { languageAt } from "#app/locale.ts";
import { nextOf } from "#app/login/next-password.ts";
import { type SourceFlags, source } from "#app/login/source.ts";
import { fine, type Machine } from "#app/machine.ts";
import { entriesIn, hashOf, matches, newPassword, withUser } from "#broker/access/passwords.ts";
import type { Outcome } from "#broker/change/carry-out.ts";
import { confOf, settingsOf } from "#broker/conf/conf.ts";
import { onDisk, type Place } from "#broker/conf/place.ts";
import { found, mine, put, type Wanted } from "#broker/files/file.ts";
import type { Trouble } from "#broker/files/trouble.ts";
import type { Plan, Refusal } from "#broker/plans/plan.ts";
import { clientIdsIn } from "#broker/proofs/trying/own/own-logins.ts";
import { certifiedDoors } from "#broker/running/certified.ts";
import { type Door, firstTrouble, letIn, shutOut } from "#broker/running/strangers.ts";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { refusalOf } from "#model/untyped/error-code.ts";
import { tlsFiles } from "#mqtt/wire/tls-files.ts";
import { type BrokerFlags, change } from "../change/change.ts";
import { refuse, wordIn } from "../change/words.ts";
import { appCameBack, appIsIn } from "./app-back.ts";
import { type StoredLogin, storedLogin } from "./stored-login.ts";

export interface RotateFlags extends BrokerFlags, SourceFlags {
	/** A copy for a password manager. */
	readonly passwordTo?: string;
	/** Days. A younger password stays. */
	readonly olderThan?: number;
}

/** Gives the app's user a new password, at the broker and in the app's file, without restarting either. */
export async function brokerRotate(machine: Machine, flags: RotateFlags): Promise<number> {
	const sourced = source(machine, flags);
	const login = storedLogin(machine, sourced);
	const word = wordIn(languageAt(machine, sourced));
	if ("remedy" in login) return refuse(machine, word, ...login.remedy);
	const age = (Date.now() - (await stat(login.path)).mtimeMs) / 86_400_000;
	const broken = (await found(nextOf(login.path))) !== undefined;
	if (flags.olderThan !== undefined && age < flags.olderThan && !broken) {
		const days = Math.floor(age);
		const { user } = login;
		const plain = { ok: true, outcome: "nothing", user, days };
		return fine(machine, flags.json ? JSON.stringify(plain) : word(phrase("password_young", { user, days })));
	}
	const copy = flags.passwordTo === undefined ? undefined : resolve(machine.cwd, flags.passwordTo);
	const rotation = { login, copy, folder: sourced.folder, flags };
	return change(machine, flags, (place) => planOf(place, rotation));
}

interface Rotation {
	readonly login: StoredLogin;
	readonly copy: string | undefined;
	/** The app's data folder. */
	readonly folder: string;
	readonly flags: RotateFlags;
}

/**
 * The order of writes ensures that after a power cut the broker accepts a password that the app has: first the new password
 * beside the app's file, then the broker's file, the proof, the copy, the app's file, and last the one beside it is
 * removed.
 */
async function planOf(place: Place, rotation: Rotation): Promise<Plan | Refusal> {
	const { login, folder } = rotation;
	const known = await knownTo(place, login.user);
	const next = await nextIn(login.path);
	if (next !== undefined && next !== login.password && (await every(known, next)))
		return finishing(place, rotation, next);
	if (!(await every(known, login.password))) return unknownTo(place, login);
	const fresh = newPassword();
	let wasIn = false;
	let from = Date.now();
	return {
		why: "rotate",
		files: await Promise.all(known.map((file) => written(place, file, login.user, fresh))),
		// A rollback must also restore the app's own copy.
		beside: [login.path],
		activate: "reload",
		doors: "tried",
		async begin() {
			wasIn = await appIsIn(folder);
			from = Date.now();
			return stored(rotation, nextOf(login.path), fresh);
		},
		prove: async () =>
			(await switched(place, rotation, fresh)) ?? (wasIn ? await appCameBack(folder, from) : undefined),
		end: (outcome) => ended(rotation, fresh, outcome),
		said: saidOf(rotation),
		facts: { user: login.user, password_file: login.path, ...(rotation.copy && { copy: rotation.copy }) },
	};
}

/** The broker has the new password, and then the power failed. */
function finishing(place: Place, rotation: Rotation, next: string): Plan {
	return {
		why: "rotate",
		files: [],
		activate: "reload",
		prove: async () => undefined,
		end: async () => (await ended(rotation, next, { kind: "nothing" })) ?? (await switched(place, rotation, next)),
		nothing: phrase("rotation_finished"),
		said: saidOf(rotation),
		facts: { user: rotation.login.user, finished: true },
	};
}

const saidOf = ({ login: { user, path }, copy }: Rotation): readonly Sentence[] => [
	phrase("rotated", { user, path }),
	copy === undefined ? phrase("copy_next_time") : phrase("copy_is_in", { path: copy }),
];

/** After the proof the app's own file is written. Without it, everything except the broker is restored. */
async function ended(rotation: Rotation, password: string, outcome: Outcome): Promise<Trouble | undefined> {
	const { login, copy, flags } = rotation;
	if (outcome.kind === "stuck") return undefined;
	if (outcome.kind === "done" || outcome.kind === "nothing") {
		const trouble =
			(copy === undefined ? undefined : await stored(rotation, copy, password)) ??
			(await stored(rotation, login.path, password));
		if (trouble !== undefined) return trouble;
	}
	const next = { path: nextOf(login.path), bytes: undefined, rights: mine(0o600) };
	return unwritten(next.path, put(next, flags.at));
}

/** Files of the app keep their owner. A copy belongs to the user who runs this. */
const stored = ({ login, copy, flags }: Rotation, path: string, password: string): Promise<Trouble | undefined> =>
	unwritten(
		path,
		found(login.path).then((is) => {
			const rights = path === copy || is === undefined ? mine(0o600) : { uid: is.uid, gid: is.gid, mode: is.mode };
			return put({ path, bytes: Buffer.from(`${password}\n`), rights }, flags.at);
		}),
	);

async function unwritten(path: string, work: Promise<void>): Promise<Trouble | undefined> {
	const cause = await refusalOf(work);
	return cause === undefined
		? undefined
		: { message: phrase("not_writable", { path, cause }), remedy: phrase("goes_on") };
}

interface Known {
	readonly path: string;
	readonly text: string;
	readonly hash: string;
}

/** The password files with this user. Each listener may have its own. */
async function knownTo({ config }: Place, user: string): Promise<readonly Known[]> {
	const paths = [...new Set(settingsOf(confOf(config, onDisk), "password_file"))];
	const files = await Promise.all(paths.map(async (path) => ({ path, is: await found(path) })));
	return files.flatMap(({ path, is }) => {
		const text = is?.bytes.toString("utf8") ?? "";
		const entry = entriesIn(text).entries.find((one) => one.user === user);
		return entry === undefined ? [] : [{ path, text, hash: entry.hash }];
	});
}

/** Whether all of them may match this password. Unknown kinds of hashes count as a match. */
async function every(known: readonly Known[], password: string): Promise<boolean> {
	const all = await Promise.all(known.map(({ hash }) => matches(hash, password)));
	return all.length > 0 && all.every((same) => same !== false);
}

const unknownTo = ({ config }: Place, { user, path }: StoredLogin): Refusal => ({
	remedy: [phrase("password_unknown", { config, user, path }), phrase("give_password_first", { user, path })],
});

async function written({ user: owner }: Place, known: Known, user: string, password: string): Promise<Wanted> {
	const bytes = Buffer.from(withUser(known.text, user, await hashOf(password)));
	return { path: known.path, bytes, rights: { uid: owner.uid, gid: owner.gid, mode: 0o600 } };
}

async function nextIn(path: string): Promise<string | undefined> {
	const is = await found(nextOf(path));
	return is?.bytes.toString("utf8").replace(/\r?\n$/, "");
}

/** The new password is accepted, and the old one is not, at every listener that can be tried from here. */
async function switched(place: Place, { login, flags }: Rotation, password: string): Promise<Trouble | undefined> {
	const clientIds = clientIdsIn(flags.backups);
	const doors = await doorsFor(place, login);
	if (doors.length === 0) return { message: phrase("no_door"), remedy: phrase("see_listeners") };
	return firstTrouble(
		doors,
		async (door) =>
			(await letIn(door, { username: login.user, password }, clientIds)) ??
			shutOut(door, { username: login.user, password: login.password }, clientIds),
	);
}

/**
 * The app's own listener as the app knows it, and of the others those whose authority is known and that accept our login.
 */
async function doorsFor(place: Place, { mqtt }: StoredLogin): Promise<readonly Door[]> {
	const all = certifiedDoors(place);
	const files = tlsFiles(mqtt);
	const own: readonly Door[] =
		mqtt.tls && files.kind === "read" ? [{ host: mqtt.host, port: mqtt.port, tls: true, ...files.tls }] : [];
	const others = all.filter(({ port }) => !own.some((door) => door.port === port));
	return [
		...own,
		...others.filter(({ tls, ca, wants_certificate, cert }) => !tls || (ca && (!wants_certificate || cert))),
	];
}
