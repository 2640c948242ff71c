import { type Entry, matches } from "../access/passwords.ts";
import type { Known } from "../proofs/trying/stranger.ts";
import { NOBODY_KNOWN } from "./strangers.ts";

/** Whose names strangers borrow: the users of a password file, beside one whose password is known. */
export async function knownIn(entries: readonly Entry[], own: Known["own"] = NOBODY_KNOWN.own): Promise<Known> {
	const others = entries.map(({ user }) => user).filter((user) => user !== own.username);
	const alike = await Promise.all(entries.map(({ user, hash }) => matches(hash, user)));
	// Of other kinds of hashes it is not known.
	const namesakes = entries.filter((_, nth) => alike[nth] !== false).map(({ user }) => user);
	return { own, others, namesakes };
}
