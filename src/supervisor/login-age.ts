import { createHash, pbkdf2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import * as z from "zod";
import { type Finding, finding } from "#model/findings/finding.ts";
import type { Wall } from "#model/quantities/wall.ts";

export interface LoginAgePorts {
	/** What was last given to `save`, in this run or an earlier one. */
	load(): unknown;
	save(row: KeptLogin): void;
	wall(): Wall;
}

const hex = z.string().regex(/^[0-9a-f]{32}$/);
const row = z.object({
	/** New for each login. */
	salt: hex,
	mark: hex,
	/** ISO date of the first day on which the broker accepted it. */
	since: z.string().regex(/^\d{4}-\d\d-\d\d$/),
});
/** What is kept of a login: a salted hash to recognise it, never the login itself. */
export type KeptLogin = Readonly<z.output<typeof row>>;

interface Accepted {
	readonly username: string;
	readonly password: string;
	/** Home Assistant made this login and keeps it. */
	readonly managed?: boolean;
}

/** Days until a reminder. */
export const OLD = 90;

/** How long the broker has accepted the present login. A changed user name or password starts again. */
export class LoginAge {
	readonly #ports: LoginAgePorts;
	#user: string | undefined;
	#managed = false;
	#kept: KeptLogin | undefined;
	/** A login whose first day is unknown, because the clock was not set. */
	#undated: Omit<KeptLogin, "since"> | undefined;
	#newest = 0;

	constructor(ports: LoginAgePorts) {
		this.#ports = ports;
	}

	/** The broker accepted this login. */
	async accepted({ username, password, managed = false }: Accepted): Promise<void> {
		this.#newest += 1;
		const turn = this.#newest;
		const kept = row.safeParse(this.#ports.load()).data;
		const known = kept !== undefined && same(await markOf(kept.salt, username, password), kept.mark);
		const fresh = known ? undefined : await freshMark(username, password);
		// Another login may have been accepted in the meantime.
		if (turn !== this.#newest) return;
		this.#user = username;
		this.#managed = managed;
		this.#kept = known ? kept : undefined;
		this.#undated = fresh;
		this.#date();
	}

	/**
	 * `credentials` {user, since, days} if known, and `credentials_old` {user, since, days} when the owner should change the
	 * password. Never for a login that Home Assistant keeps.
	 */
	findings(): readonly Finding[] {
		if (this.#user === undefined) return [];
		this.#date();
		const user = this.#user;
		const since = this.#kept?.since;
		const days = since === undefined ? undefined : daysBetween(since, this.#ports.wall());
		if (since === undefined || days === undefined) return [finding("info", "credentials", { user })];
		const age = finding("info", "credentials", { user, since, days });
		return days < OLD || this.#managed ? [age] : [age, finding("warning", "credentials_old", { user, since, days })];
	}

	/** Records the first day as soon as the clock can be trusted. */
	#date(): void {
		const { date, trusted } = this.#ports.wall();
		if (this.#undated === undefined || !trusted) return;
		this.#kept = { ...this.#undated, since: date };
		this.#undated = undefined;
		this.#ports.save(this.#kept);
	}
}

/** Whole days; undefined where the clock is not set or shows a time before the first day. */
function daysBetween(since: string, { date, trusted }: Wall): number | undefined {
	const days = Math.round((Date.parse(date) - Date.parse(since)) / 86_400_000);
	return trusted && days >= 0 ? days : undefined;
}

/**
 * A slow hash hinders a thief of a backup who tries passwords. OWASP's figure would cost a small board half a second, so
 * this is a third of it, once per connection and outside the loop.
 */
const ROUNDS = 200_000;
const derive = promisify(pbkdf2);

async function markOf(salt: string, username: string, password: string): Promise<string> {
	// Hashed first, so that the boundary between user name and password is fixed.
	const both = [username, password].map((text) => createHash("sha256").update(text).digest());
	return (await derive(Buffer.concat(both), Buffer.from(salt, "hex"), ROUNDS, 16, "sha256")).toString("hex");
}

async function freshMark(username: string, password: string): Promise<Omit<KeptLogin, "since">> {
	const salt = randomBytes(16).toString("hex");
	return { salt, mark: await markOf(salt, username, password) };
}

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
