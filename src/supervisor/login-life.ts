import type { Finding } from "#model/findings/finding.ts";
import type { Notice, Tell } from "#model/sentences/notice.ts";

/** Where the broker is, and who we are to it. */
export interface Access {
	readonly host: string;
	readonly port: number;
	/** PEM texts; absent for a plain connection. */
	readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
	readonly username: string;
	readonly password: string;
	/** There is no login, and the owner allowed to come without one: user name and password are empty. */
	readonly anonymous?: true;
	/** Home Assistant made this login and keeps it: its password is not the owner's to change. */
	readonly managed?: true;
}

/** What was found when the login was asked for. */
export interface Answer {
	/** Absent: nothing is known, or nothing better than before. */
	readonly access?: Access;
	/** What is wrong. */
	readonly finding?: Finding;
	/** For the log, when that is news. */
	readonly notices: readonly Notice[];
	/** It will be the same for as long as the process lives. */
	readonly final: boolean;
}

/** What the login's life needs of the one connection to a broker. */
export interface Line {
	/** The login of the next attempt, made at once where it is not connected. */
	renew(login: Pick<Access, "username" | "password">): void;
	/** Comes back when it is gone: no two may be open at once. */
	close(): Promise<void>;
}

/** What happened before the question: the broker refused the login, or ended a connection that there was. */
export type After = "refused" | "lost";

/** `waiting` is after every attempt that failed. */
export type LineState = "connecting" | "connected" | "waiting" | "closed";

export interface LoginLifePorts {
	/** Never throws. */
	ask(after?: After): Promise<Answer>;
	/** Reports every change of its state, with a refused login. Never before it has returned. */
	open(access: Access, heard: (state: LineState, refused?: boolean) => void): Line;
	/** The broker let us in with this. */
	accepted(access: Access): void;
	/** Calls once after so many seconds, unless cancelled by what it returns. */
	after(seconds: number, run: () => void): () => void;
	readonly tell: Tell;
}

/** Seconds between two questions while there is no connection: soon, then less often; with the time that an answer and a
 * login may take, a login that is put right is used within a minute. */
const WAITS = [5, 10, 20, 40] as const;
const LONGEST = 45;

/**
 * Keeps the connection's login the one that is true now: asks for it at the start, after each attempt that failed and by
 * itself while there is no connection. A new login goes into the connection that there is; a new place gets a new
 * connection, after the old one is gone. Without a login there is no connection. While connected nothing is asked.
 */
export class LoginLife {
	readonly #ports: LoginLifePorts;
	#access: Access | undefined;
	#line: Line | undefined;
	#connected = false;
	#finding: Finding | undefined;
	#told = "";
	#round = 0;
	#asking: Promise<void> | undefined;
	#again = false;
	#after: After | undefined;
	#closed = false;
	#cancel: () => void = nothing;

	constructor(ports: LoginLifePorts) {
		this.#ports = ports;
		this.#ask();
	}

	/** The login in use, if there is one. */
	access(): Access | undefined {
		return this.#access;
	}

	/** Why there is no login, or no newer one; nothing while connected. */
	finding(): Finding | undefined {
		return this.#finding;
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#cancel();
		await this.#line?.close();
	}

	#ask(): void {
		if (this.#asking !== undefined) this.#again = true;
		else this.#asking = this.#once();
	}

	async #once(): Promise<void> {
		this.#cancel();
		const after = this.#after;
		this.#after = undefined;
		const answer = await this.#ports.ask(after);
		if (!this.#closed) await this.#take(answer);
		this.#asking = undefined;
		const again = this.#again;
		this.#again = false;
		if (this.#closed || this.#connected) return;
		if (again) this.#ask();
		else if (!answer.final) this.#later();
	}

	#later(): void {
		const wait = WAITS[this.#round] ?? LONGEST;
		this.#round += 1;
		this.#cancel = this.#ports.after(wait, () => this.#ask());
	}

	async #take({ access, finding, notices }: Answer): Promise<void> {
		if (!this.#connected) this.#complain(finding, notices);
		if (access !== undefined) await this.#use(access);
	}

	#complain(finding: Finding | undefined, notices: readonly Notice[]): void {
		this.#finding = finding;
		const news = JSON.stringify([finding, notices]);
		if (news !== this.#told) for (const said of notices) this.#ports.tell(said);
		this.#told = news;
	}

	async #use(access: Access): Promise<void> {
		const before = this.#access;
		this.#access = access;
		if (this.#line === undefined || before === undefined) return this.#open(access);
		if (placeOf(before) !== placeOf(access)) {
			await this.#line.close();
			if (!this.#closed) this.#open(access);
			return;
		}
		if (before.username === access.username && before.password === access.password) return;
		this.#round = 0;
		this.#line.renew({ username: access.username, password: access.password });
	}

	#open(access: Access): void {
		this.#connected = false;
		this.#round = 0;
		const line = this.#ports.open(access, (state, refused) => {
			if (line === this.#line) this.#heard(state, refused);
		});
		this.#line = line;
	}

	#heard(state: LineState, refused = false): void {
		if (state === "waiting" && (refused || this.#connected)) this.#after = refused ? "refused" : "lost";
		this.#connected = state === "connected";
		if (state === "waiting") this.#ask();
		if (!this.#connected || this.#access === undefined) return;
		this.#cancel();
		this.#round = 0;
		this.#finding = undefined;
		this.#told = "";
		this.#ports.accepted(this.#access);
	}
}

const placeOf = ({ host, port, tls }: Access) => JSON.stringify([host, port, tls]);
const nothing = () => undefined;
