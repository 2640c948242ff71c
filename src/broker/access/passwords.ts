import { pbkdf2 as derive, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";

const pbkdf2 = promisify(derive);

/** One line of Mosquitto's password_file. */
export interface Entry {
	readonly user: string;
	/** `$7$ITERATIONS$SALT$KEY`, as mosquitto_passwd(1) writes it; never the password. */
	readonly hash: string;
}

/**
 * The number that Mosquitto 2.1 uses. The broker computes them in its only thread, so many more could be used to block it.
 */
const ITERATIONS = 1000;
/** Mosquitto 2.0 requires so many bytes. */
const SALT = 12;
const KEY = 64;
/** With 2^160 possible passwords, more iterations are not needed. */
const SECRET_BYTES = 20;

/**
 * The name of a user: what is wrong with it. MQTT strings hold no control characters, and in the file a colon ends the
 * name.
 */
export function nameFlaw(user: string): Sentence | undefined {
	if (user === "") return phrase("user_nameless");
	if (/[\p{Cc}\p{Bidi_Control}]/u.test(user)) return phrase("user_control");
	if (user.includes(":")) return phrase("user_colon");
	if (user.startsWith("#")) return phrase("user_hash");
	if (Buffer.byteLength(user) > 200) return phrase("user_long");
	return undefined;
}

/** 160 random bits as letters, digits, - and _, which need no quoting in shells, editors or YAML. */
export const newPassword = (): string => randomBytes(SECRET_BYTES).toString("base64url");

/** PBKDF2-HMAC-SHA-512, RFC 8018, in the form that Mosquitto 2.0 and 2.1 read. */
export async function hashOf(password: string): Promise<string> {
	const salt = randomBytes(SALT);
	const key = await pbkdf2(password, salt, ITERATIONS, KEY, "sha512");
	return `$7$${ITERATIONS}$${salt.toString("base64")}$${key.toString("base64")}`;
}

/** Whether the hash belongs to the password; undefined for an unknown kind of hash. */
export async function matches(hash: string, password: string): Promise<boolean | undefined> {
	const [, iterations, salt, key] = /^\$7\$(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/.exec(hash) ?? [];
	if (iterations === undefined || salt === undefined || key === undefined) return undefined;
	const wanted = Buffer.from(key, "base64");
	const made = await pbkdf2(password, Buffer.from(salt, "base64"), Number(iterations), wanted.length, "sha512");
	return timingSafeEqual(made, wanted);
}

/** The entries of a password file, and lines with which Mosquitto 2.1 would not start. */
export function entriesIn(text: string): { readonly entries: readonly Entry[]; readonly bad: readonly number[] } {
	const entries: Entry[] = [];
	const bad: number[] = [];
	for (const [nth, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === "" || line.startsWith("#")) continue;
		const [, user, hash] = /^([^:]+):(\$\S+)\s*$/.exec(line) ?? [];
		if (user === undefined || hash === undefined || entries.some((entry) => entry.user === user)) bad.push(nth + 1);
		else entries.push({ user, hash });
	}
	return { entries, bad };
}

/** The file with the given hash for this user. Comments and other lines stay. Without a hash the user is removed. */
export function withUser(text: string, user: string, hash: string | undefined): string {
	const lines: readonly string[] = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
	const end = text.includes("\r\n") ? "\r\n" : "\n";
	const others = lines.filter((line) => !line.startsWith(`${user}:`));
	const at = lines.findIndex((line) => line.startsWith(`${user}:`));
	const all =
		hash === undefined ? others : others.toSpliced(at === -1 ? others.length : at, 0, `${user}:${hash}${end}`);
	// The last line may have had no line end.
	return all.map((line, nth) => (nth < all.length - 1 && !line.endsWith("\n") ? `${line}${end}` : line)).join("");
}
