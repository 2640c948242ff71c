import { statSync } from "node:fs";
import { join } from "node:path";
import { recognise } from "#proof/mark.ts";
import { markKey, OWN_LOGINS_FILE, type OwnLogin, ownLogins } from "#proof/own-logins.ts";
import { type Own, ownOf } from "#watch/own.ts";

/** How the audit's own logins are known in the broker's log: by their marks, or where it has no ids, by when and from where. */
export function ownProbes(folder: string): Own {
	const path = join(folder, OWN_LOGINS_FILE);
	let seen = "";
	let logins: readonly OwnLogin[] = [];
	const written = () => {
		const now = stampOf(path);
		if (now !== seen) [seen, logins] = [now, ownLogins(folder)];
		return logins;
	};
	return ownOf(recognise(markKey(folder)), written, (client, topic) => OURS.test(client) && NOBODYS.test(topic));
}

/** The app's own ids, and topics that the audit makes up: what is denied there was nobody's. */
const OURS = /^solar_heating_[0-9a-z]+_[0-9a-f]{8}(?:_|$)/;
const NOBODYS = /(?:^|\/)authcheck(?:_[0-9a-f]{8})?(?:\/|$)/;

function stampOf(path: string): string {
	try {
		const { mtimeMs, size } = statSync(path);
		return `${mtimeMs} ${size}`;
	} catch {
		return "";
	}
}
