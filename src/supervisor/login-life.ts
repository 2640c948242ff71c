import type { Finding } from "#model/findings/finding.ts";
import type { Notice, Tell } from "#model/sentences/notice.ts";

/** The broker's address and our login. */
export interface Access {
	readonly host: string;
	readonly port: number;
	/** PEM texts; absent for a plain connection. */
	readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
	readonly username: string;
	readonly password: string;
	/** There is no login, and the owner allowed that. User name and password are empty. */
	readonly anonymous?: true;
	/** Home Assistant made this login and keeps it. The owner cannot change its password. */
	readonly managed?: true;
}

/** The result of asking for the login. */
export interface Answer {
	/** Absent where nothing is known, or nothing new. */
	readonly access?: Access;
	/** What is wrong. */
	readonly finding?: Finding;
	/** For the log. */
	readonly notices: readonly Notice[];
	/** The answer will not change while the process lives. */
	readonly final: boolean;
}

/** What this class needs of the connection to a broker. */
export interface Line {
	/** Sets the login for the next attempt, which is made at once where there is no connection. */
	renew(login: Pick<Access, "username" | "password">): void;
	/** Settles when the connection is gone. Two must never be open at once. */
	close(): Promise<void>;
}

/** Why it is asked: the broker refused the login, or an existing connection ended. */
export type After = "refused" | "lost";

/** `waiting` follows every failed attempt. */
export type LineState = "connecting" | "connected" | "waiting" | "closed";

export interface LoginLifePorts {
	/** Never throws. */
	ask(after?: After): Promise<Answer>;
	/** Calls `heard` at every change of state; `refused` where the broker refused the login. Never before it returns. */
	open(access: Access, heard: (state: LineState, refused?: boolean) => void): Line;
	/** The broker accepted this login. */
	accepted(access: Access): void;
	/** Calls once after so many seconds. Returns a function that cancels it. */
	after(seconds: number, run: () => void): () => void;
	readonly tell: Tell;
}

/**
 * Seconds between two questions while there is no connection: short at first, then longer. Together with the answer and the
 * login, a corrected login is in use within a minute.
 */
const WAITS = [5, 10, 20, 40] as const;
const LONGEST = 45;

/**
 * Keeps the login of the connection up to date. It asks at the start, after each failed attempt, and from time to time
 * while there is no connection. A new login goes into the existing connection. A new address gets a new connection, once
 * the old one is gone. Without a login there is no connection. While connected nothing is asked.
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

	/** The login in use. */
	access(): Access | undefined {
		return this.#access;
	}

	/** Why there is no login, or no newer one. Undefined while connected. */
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
