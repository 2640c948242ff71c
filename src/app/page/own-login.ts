import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { textOfFile } from "#files/named-file.ts";
import { replaceFile } from "#files/replace.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { causeOf } from "#store/database.ts";
import { PAGE_PASSWORD_FILE, PAGE_SESSIONS_FILE } from "#store/files/files.ts";
import {
	firstPassword,
	forgetFirst,
	keepFirst,
	keepHash,
	keepLine,
	keptPassword,
	stampOf,
} from "#store/files/page-password.ts";
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
export function ownLogin(folder: string, ports: OwnLoginPorts): Login | undefined {
	const { tell } = ports;
	const file = join(folder, PAGE_PASSWORD_FILE);
	try {
		const kept = keptPassword(folder);
		const made = kept.kind === "hash" || kept.kind === "plain" ? undefined : madeFirst(folder, ports);
		if (kept.kind === "exposed") tell(notice("warning", "page_password_exposed", { file }));
		if (kept.kind === "unusable") tell(notice("warning", "page_password_unusable", { file }));
		if (made !== undefined) tell(notice("info", "page_password_made", { file, why: kept.kind }));
		return new KeptLogin(folder, ports, made).login;
	} catch (thrown) {
		tell(notice("error", "page_password_not_kept", { file, cause: causeOf(thrown) }));
		return undefined;
	}
}

/** In plain text for the moment that its hash takes. The file that its owner reads comes first: a power cut leaves no password that nobody knows. */
function madeFirst(folder: string, { secrets }: OwnLoginPorts): string {
	const made = randomBytes(16).toString("base64url");
	secrets.push(made);
	keepFirst(folder, made);
	try {
		keepLine(folder, made);
	} catch (failed) {
		forgetFirst(folder);
		throw failed;
	}
	return made;
}

class KeptLogin {
	readonly #folder: string;
	readonly #ports: OwnLoginPorts;
	/** Of the app, which its hash is no news of. */
	readonly #made: string | undefined;
	#stamp = "";
	/** Empty until the first one is known, and while a plain one is hashed. */
	#line = "";
	#settled: Promise<undefined> = Promise.resolve(undefined);

	constructor(folder: string, ports: OwnLoginPorts, made?: string) {
		this.#folder = folder;
		this.#ports = ports;
		this.#made = made;
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
				await this.#settled;
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
			this.#settled = this.#hash(kept.password);
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

	async #hash(password: string): Promise<undefined> {
		const { secrets, tell, cost } = this.#ports;
		const file = join(this.#folder, PAGE_PASSWORD_FILE);
		secrets.push(password);
		const stamp = this.#stamp;
		const line = await hashOf(password, cost).catch((thrown) => {
			tell(notice("warning", "page_password_not_computed", { file, cause: causeOf(thrown) }));
			return undefined;
		});
		if (line === undefined) {
			// The next login tries it again.
			this.#stamp = "";
			return undefined;
		}
		const present = stampOf(this.#folder);
		// Somebody has set another one meanwhile.
		if (present !== stamp && present !== "") {
			this.#look();
			return undefined;
		}
		this.#set(line);
		// It does not count any more.
		if (password !== firstPassword(this.#folder)) forgetFirst(this.#folder);
		if (present === "") return undefined;
		try {
			keepHash(this.#folder, line);
			this.#stamp = stampOf(this.#folder);
			if (password !== this.#made) tell(notice("info", "page_password_hashed", { file }));
		} catch (thrown) {
			tell(notice("warning", "page_password_not_hashed", { file, cause: causeOf(thrown) }));
		}
		return undefined;
	}
}

const keptSessions = (folder: string): KeptSessions => {
	const path = join(folder, PAGE_SESSIONS_FILE);
	return {
		read: () => (existsSync(path) ? textOfFile(path) : undefined),
		write: (text) => replaceFile(path, text),
	};
};
