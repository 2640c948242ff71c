import { type Entry, matches } from "../access/passwords.ts";
import type { Known } from "../proofs/trying/strangers/stranger.ts";
import { NOBODY_KNOWN } from "./strangers.ts";

/** The users whose names strangers use: those of a password file, besides one whose password is known. */
export async function knownIn(entries: readonly Entry[], own: Known["own"] = NOBODY_KNOWN.own): Promise<Known> {
	const others = entries.map(({ user }) => user).filter((user) => user !== own.username);
	const alike = await Promise.all(entries.map(({ user, hash }) => matches(hash, user)));
	// For other kinds of hashes this is unknown.
	const namesakes = entries.filter((_, nth) => alike[nth] !== false).map(({ user }) => user);
	return { own, others, namesakes };
}
