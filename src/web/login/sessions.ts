import { createHash, randomBytes } from "node:crypto";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { caught } from "#model/untyped/caught.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import type { Login } from "./login.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
interface Lasts {
	/** Seconds without a request or an open page. */
	readonly idle: number;
	/** Seconds in all. */
	readonly all: number;
}
/** Until the browser is closed, and for who stays logged in. */
const VISIT: Lasts = { idle: 12 * HOUR, all: 7 * DAY };
export const STAY: Lasts = { idle: 30 * DAY, all: 180 * DAY };
/** How often it is saved that a session is in use: 24 times in its idle time. */
const SAVED = 24;
/** Most sessions. The one that was idle longest ends for a new one. */
const MOST = 64;
/** No clock is right that shows an earlier time (ms). */
const PLAUSIBLE = Date.UTC(2026, 0);

interface Session {
	readonly stays: boolean;
	/** Of the password with which it began. */
	readonly mark: string;
	/** On the steady clock, seconds. Before the process began they are negative. */
	readonly since: number;
	seen: number;
}

export interface SessionPorts {
	readonly login: Pick<Login, "mark" | "sessions">;
	readonly tell: Tell;
	/** Time of day. */
	readonly now: () => Date;
	/** ms that only grow. */
	readonly steady: () => number;
}

/**
 * Who is logged in. A session is an id of 256 random bits, which only the browser has: here and on the disk there is its hash.
 * It ends by logging out, with the password, after a time without use, and after a time in all. These run on the steady clock: a time of
 * day that is set right does not end them.
 */
export class Sessions {
	/** Part of the name of its cookie: two controllers at one address have one each, as cookies do not know ports. */
	readonly name: string;
	readonly #ports: SessionPorts;
	readonly #sessions: Map<string, Session>;
	#saved: number;
	#told = false;

	constructor(ports: SessionPorts) {
		this.#ports = ports;
		const kept = keptIn(caught(() => JSON.parse(ports.login.sessions?.read() ?? ""), undefined));
		this.name = kept.name ?? randomBytes(4).toString("hex");
		this.#saved = this.#seconds();
		const away = elapsed(kept.at, ports.now().getTime());
		const now = this.#seconds();
		this.#sessions = new Map(
			kept.sessions.map(({ hash, stays, mark, age, idle }) => [
				hash,
				{ stays, mark, since: now - age - away, seen: now - idle - away },
			]),
		);
	}

	/** @returns the id, for the browser alone */
	open(stays: boolean): string {
		const id = randomBytes(32).toString("base64url");
		const now = this.#seconds();
		this.#clear();
		this.#sessions.set(hashOf(id), { stays, mark: this.#ports.login.mark(), since: now, seen: now });
		if (this.#sessions.size > MOST) {
			const [longest] = [...this.#sessions].sort(([, a], [, b]) => a.seen - b.seen);
			if (longest !== undefined) this.#sessions.delete(longest[0]);
		}
		this.#save();
		return id;
	}

	/** Whether this session goes on. Then it is in use. */
	isOpen(id: string): boolean {
		const session = this.#sessions.get(hashOf(id));
		if (session === undefined || this.#isOver(session)) return false;
		const now = this.#seconds();
		session.seen = now;
		if (now - this.#saved > lastsOf(session).idle / SAVED) this.#save();
		return true;
	}

	close(id: string): void {
		if (this.#sessions.delete(hashOf(id))) this.#save();
	}

	/** What is known of it when the process ends. */
	save(): void {
		if (this.#sessions.size > 0) this.#save();
	}

	#isOver(session: Session): boolean {
		const { idle, all } = lastsOf(session);
		const now = this.#seconds();
		return now - session.seen > idle || now - session.since > all || session.mark !== this.#ports.login.mark();
	}

	#clear(): void {
		for (const [hash, session] of this.#sessions) if (this.#isOver(session)) this.#sessions.delete(hash);
	}

	#save(): void {
		const { login, now: date, tell } = this.#ports;
		const now = this.#seconds();
		this.#saved = now;
		const sessions = [...this.#sessions].map(([hash, { stays, mark, since, seen }]) => ({
			...{ hash, stays, mark },
			...{ age: Math.round(now - since), idle: Math.round(now - seen) },
		}));
		try {
			login.sessions?.write(`${JSON.stringify({ name: this.name, at: date().getTime(), sessions })}\n`);
		} catch (failed) {
			if (!this.#told) tell(notice("warning", "page_sessions_not_kept", { cause: codeOf(failed) }));
			this.#told = true;
		}
	}

	#seconds = (): number => this.#ports.steady() / 1000;
}

const lastsOf = ({ stays }: Pick<Session, "stays">): Lasts => (stays ? STAY : VISIT);
const hashOf = (id: string): string => createHash("sha256").update(id).digest("base64url");

/** Seconds from `then` to `now` (ms), as far as both are known. */
const elapsed = (then: number, now: number): number =>
	then >= PLAUSIBLE && now >= PLAUSIBLE ? Math.max(0, (now - then) / 1000) : 0;

interface KeptSession extends Pick<Session, "stays" | "mark"> {
	readonly hash: string;
	/** Seconds. */
	readonly age: number;
	readonly idle: number;
}

/** What can be read of it; a session that cannot is over. */
function keptIn(text: unknown) {
	const { name, at, sessions } = isRecord(text) ? text : {};
	return {
		name: typeof name === "string" && /^[0-9a-f]{8}$/.test(name) ? name : undefined,
		at: typeof at === "number" ? at : 0,
		sessions: (Array.isArray(sessions) ? sessions : []).flatMap((one) => sessionIn(one) ?? []).slice(0, MOST),
	};
}

function sessionIn(one: unknown): KeptSession | undefined {
	const { hash, stays, mark, age, idle } = isRecord(one) ? one : {};
	if (typeof hash !== "string" || typeof mark !== "string" || typeof stays !== "boolean") return undefined;
	if (typeof age !== "number" || typeof idle !== "number" || !(age >= 0) || !(idle >= 0)) return undefined;
	return { hash, stays, mark, age, idle };
}
