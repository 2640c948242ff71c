import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { makeFolder } from "#files/make-folder.ts";
import { replaceFile } from "#files/replace.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { causeOf } from "../database.ts";
import { setAside } from "./set-aside.ts";

export interface Installation {
	/** `[a-z0-9]+`: part of every topic and of every entity's unique id. */
	readonly id: string;
	/** `installation_id_not_kept` {cause} if it could not be saved. */
	readonly findings: readonly Finding[];
}

export const INSTALLATION_ID_FILE = "installation-id";
const VALID = /^[a-z0-9]{4,64}$/;

/**
 * The id of this installation. It has a file of its own, so that a lost database never doubles the entities. Written once
 * and then kept. A file with other content is set aside. If nothing can be written, the id is derived from the machine's id
 * (machine-id(5), hashed as that page demands), so that it is the same after the next start.
 */
export function installationId(folder: string, tell: Tell, machineId = "/etc/machine-id"): Installation {
	const path = join(folder, INSTALLATION_ID_FILE);
	try {
		const kept = existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
		if (kept !== undefined && VALID.test(kept)) return { id: kept, findings: [] };
		if (kept !== undefined) replaced(path, tell);
		const id = base32(randomBytes(5));
		makeFolder(folder);
		replaceFile(path, `${id}\n`);
		tell(notice("info", "installation_id_made", { id }));
		return { id, findings: [] };
	} catch (thrown) {
		const facts = { cause: causeOf(thrown) };
		tell(notice("error", "installation_id_not_kept", facts));
		return { id: fallback(machineId), findings: [finding("alarm", "installation_id_not_kept", facts)] };
	}
}

function replaced(path: string, tell: Tell): void {
	tell(notice("warning", "installation_id_set_aside", { file: basename(setAside(path)) }));
}

function fallback(machineId: string): string {
	try {
		const machine = readFileSync(machineId, "utf8").trim();
		if (machine !== "") return base32(createHmac("sha256", machine).update("solar-heating").digest().subarray(0, 5));
	} catch {
		// Without a machine id there is a new id at every start.
	}
	return base32(randomBytes(5));
}

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
/** RFC 4648 base32 in lower case of 5 bytes: 8 characters, no padding. */
const base32 = (bytes: Uint8Array): string => {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
	return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)] ?? "").join("");
};
