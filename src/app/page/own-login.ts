import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { textOfFile } from "#files/named-file.ts";
import { replaceFile } from "#files/replace.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { causeOf } from "#store/database.ts";
import { PAGE_PASSWORD_FILE, PAGE_SESSIONS_FILE } from "#store/files/files.ts";
import { forgetFirst, keepFirst, keepHash, keptPassword, stampOf } from "#store/files/page-password.ts";
import { type Cost, hashOf, isPasswordOf } from "#store/files/password-hash.ts";
import type { KeptSessions, Login } from "#web/login/login.ts";

/** The user name of the page where there is no ingress. */
export const PAGE_USER = "solar";

export interface OwnLoginPorts {
	/** What is to be removed from all that is told. */
	readonly secrets: string[];
	readonly tell: Tell;
	/** Of new hashes. Absent: what keeps a guesser with the file busy. */
	readonly cost?: Cost;
}

/**
 * The page's login, whose password is kept as a hash in the data folder. One is made where there is none. A password in plain
 * text, of an older version or the owner, is replaced by its hash and goes on counting. What is changed in the file counts at
 * once. Undefined if a new one cannot be saved, because the owner could not look it up.
 */
export async function ownLogin(folder: string, ports: OwnLoginPorts): Promise<Login | undefined> {
	const { tell } = ports;
	try {
		const kept = keptPassword(folder);
		if (kept.kind !== "hash" && kept.kind !== "plain") await makeFirst(folder, kept.kind, ports);
	} catch (thrown) {
		tell(notice("error", "page_password_not_kept", { file: join(folder, PAGE_PASSWORD_FILE), cause: causeOf(thrown) }));
		return undefined;
	}
	const own = new KeptLogin(folder, ports);
	await own.settled;
	return own.login;
}

/** The file that its owner reads comes first: a power cut in between leaves no password that nobody knows. */
async function makeFirst(folder: string, why: string, { secrets, tell, cost }: OwnLoginPorts): Promise<void> {
	const made = randomBytes(16).toString("base64url");
	secrets.push(made);
	const line = await hashOf(made, cost);
	keepFirst(folder, made);
	try {
		keepHash(folder, line);
	} catch (failed) {
		forgetFirst(folder);
		throw failed;
	}
	const file = join(folder, PAGE_PASSWORD_FILE);
	if (why === "exposed") tell(notice("warning", "page_password_exposed", { file }));
	if (why === "unusable") tell(notice("warning", "page_password_unusable", { file }));
	tell(notice("info", "page_password_made", { file, why }));
}

class KeptLogin {
	readonly #folder: string;
	readonly #ports: OwnLoginPorts;
	#stamp = "";
	/** Empty until the first one is known, and while a plain one is hashed. */
	#line = "";
	settled: Promise<void> = Promise.resolve();

	constructor(folder: string, ports: OwnLoginPorts) {
		this.#folder = folder;
		this.#ports = ports;
		this.#look();
	}

	get login(): Login {
		return {
			username: PAGE_USER,
			mark: () => {
				this.#look();
				return createHash("sha256").update(this.#line).digest("base64url").slice(0, 22);
			},
			isPassword: async (password) => {
				this.#look();
				await this.settled;
				return isPasswordOf(this.#line, password);
			},
			sessions: keptSessions(this.#folder),
			entered: () => forgetFirst(this.#folder),
		};
	}

	/** A file that was removed, or holds no password, leaves the last one. */
	#look(): void {
		const stamp = stampOf(this.#folder);
		if (stamp === this.#stamp) return;
		this.#stamp = stamp;
		const kept = this.#read();
		if (kept?.kind === "hash") this.#set(kept.line);
		else if (kept?.kind === "plain") {
			this.#line = "";
			this.settled = this.#hash(kept.password);
		} else if (kept?.kind === "exposed" || kept?.kind === "unusable") {
			const file = join(this.#folder, PAGE_PASSWORD_FILE);
			this.#ports.tell(notice("warning", "page_password_ignored", { file }));
		}
	}

	#read() {
		try {
			return keptPassword(this.#folder);
		} catch (thrown) {
			const file = join(this.#folder, PAGE_PASSWORD_FILE);
			this.#ports.tell(notice("warning", "page_password_unread", { file, cause: causeOf(thrown) }));
			return undefined;
		}
	}

	#set(line: string): void {
		this.#ports.secrets.push(line);
		this.#line = line;
	}

	async #hash(password: string): Promise<void> {
		const { secrets, tell, cost } = this.#ports;
		const file = join(this.#folder, PAGE_PASSWORD_FILE);
		secrets.push(password);
		const line = await hashOf(password, cost);
		this.#set(line);
		try {
			keepHash(this.#folder, line);
			this.#stamp = stampOf(this.#folder);
			tell(notice("info", "page_password_hashed", { file }));
		} catch (thrown) {
			tell(notice("warning", "page_password_not_hashed", { file, cause: causeOf(thrown) }));
		}
	}
}

const keptSessions = (folder: string): KeptSessions => {
	const path = join(folder, PAGE_SESSIONS_FILE);
	return {
		read: () => (existsSync(path) ? textOfFile(path) : undefined),
		write: (text) => replaceFile(path, text),
	};
};
