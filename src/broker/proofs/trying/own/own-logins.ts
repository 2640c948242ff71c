import { randomBytes } from "node:crypto";
import { appendFileSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { makeFolder } from "#files/make-folder.ts";
import { replaceFile } from "#files/replace.ts";
import { caught } from "#model/untyped/caught.ts";
import { jsonIn } from "#model/untyped/untyped.ts";
import { noteVisit } from "./own-visits.ts";
import { type ProbeClientIds, probeClientId } from "./probe-client-id.ts";

/** Name in the data folder. Only the app's user may read it. */
export const MARK_KEY_FILE = "proof-key";
export const OWN_LOGINS_FILE = "own-logins.jsonl";

const login = z.object({
	/** ISO 8601, UTC. */
	at: z.string(),
	client_id: z.string(),
	/** Our own address and port. The broker's log shows the same, unless addresses are translated in between. */
	from: z.string(),
	to: z.string(),
});
/** A login of ours that was expected to be refused. */
export type OwnLogin = Readonly<z.output<typeof login>>;

/** Longer lists lose their older half. */
const MOST = 2000;
const KEY_BYTES = 32;

/**
 * Client ids marked with the key of this data folder. Each use is recorded there. If the folder cannot be written, there is
 * no record and the key is temporary, but proofs still work.
 */
export function clientIdsIn(folder: string, now: () => Date = () => new Date()): ProbeClientIds {
	const key = markKey(folder);
	return {
		next: () => probeClientId(key, randomBytes(8).toString("hex"), now().getTime() / 1000),
		visits: () => noteVisit(folder, now()),
		sent: (client_id, from, to) => keep(folder, { at: now().toISOString(), client_id, from, to }),
	};
}

/** The key of this folder, made at its first use. One that others could read is replaced. */
export function markKey(folder: string): Uint8Array {
	const kept = keptKey(folder);
	if (kept !== undefined) return kept;
	const key = randomBytes(KEY_BYTES);
	try {
		makeFolder(folder);
		replaceFile(join(folder, MARK_KEY_FILE), key.toString("hex"));
	} catch {
		// Then the key lasts as long as this process.
	}
	return key;
}

/** The key of this folder, if there is one that others could not read. */
export function keptKey(folder: string): Uint8Array | undefined {
	const path = join(folder, MARK_KEY_FILE);
	try {
		if ((statSync(path).mode & 0o077) !== 0) return undefined;
		const key = Buffer.from(readFileSync(path, "utf8").trim(), "hex");
		return key.length === KEY_BYTES ? key : undefined;
	} catch {
		return undefined;
	}
}

/** The recorded logins of this folder, oldest first. */
export const ownLogins = (folder: string): readonly OwnLogin[] =>
	caught(() => linesIn(join(folder, OWN_LOGINS_FILE)).flatMap((line) => login.safeParse(jsonIn(line)).data ?? []), []);

function keep(folder: string, sent: OwnLogin): void {
	const path = join(folder, OWN_LOGINS_FILE);
	try {
		appendFileSync(path, `${JSON.stringify(sent)}\n`, { mode: 0o600 });
		const lines = linesIn(path);
		if (lines.length > MOST) replaceFile(path, `${lines.slice(-MOST / 2).join("\n")}\n`);
	} catch {
		// A reader of the log still has the client ids.
	}
}

const linesIn = (path: string) =>
	readFileSync(path, "utf8")
		.split("\n")
		.filter((line) => line !== "");
