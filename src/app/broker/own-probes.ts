import { statSync } from "node:fs";
import { join } from "node:path";
import { type Own, ownOf } from "#broker/log/count/own.ts";
import { keptKey, markKey, OWN_LOGINS_FILE, type OwnLogin, ownLogins } from "#broker/proofs/trying/own/own-logins.ts";
import { recognise } from "#broker/proofs/trying/own/probe-client-id.ts";

/**
 * Recognises our own logins in the broker's log: by their marks, or where the log has no ids, by time and address.
 * @param folder the app's, for its audit
 * @param others folders of commands that changed the broker; unreadable ones are skipped
 */
export function ownProbes(folder: string, ...others: readonly string[]): Own {
	const folders = [folder, ...others];
	let seen = "";
	let logins: readonly OwnLogin[] = [];
	const written = () => {
		const now = folders.map((one) => stampOf(join(one, OWN_LOGINS_FILE))).join();
		if (now !== seen) [seen, logins] = [now, folders.flatMap(ownLogins)];
		return logins;
	};
	const keys = [markKey(folder), ...others.flatMap((other) => keptKey(other) ?? [])];
	const known = keys.map(recognise);
	return ownOf(
		(client, at) => known.some((ours) => ours(client, at)),
		written,
		(client, topic) => OURS.test(client) && NOBODYS.test(topic),
	);
}

/** The app's own ids, and the topics that the audit makes up. A denial of those is no attack. */
const OURS = /^solar_heating_[0-9a-z]+_[0-9a-f]{8}(?:_|$)/;
const NOBODYS = /(?:^\$?|\/)authcheck(?:_[0-9a-f]{8})?(?:\/|$)/;

function stampOf(path: string): string {
	try {
		const { mtimeMs, size } = statSync(path);
		return `${mtimeMs} ${size}`;
	} catch {
		return "";
	}
}
