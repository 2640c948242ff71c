import type { After } from "#supervisor/login-life.ts";
import { passwordIn } from "./password-file.ts";

/**
 * Beside the password file, for as long as a change of the password is under way: the new one, while the old one still
 * stands in the file itself. Which of the two the broker takes depends on how far the change came, also after a power cut.
 */
export const nextOf = (path: string): string => `${path}.next`;

/** Seconds until a password that was refused may be tried again, while there is another one to try. */
const REST = 900;

type Read = ReturnType<typeof passwordIn>;

/**
 * Reads the password, and knows which of two to come with: the one that got in for as long as it does, and the other one
 * once, at once, when the broker ended the connection or refused. Where both are refused it stays with one, so that the
 * waits between attempts grow.
 * @param now seconds of any clock that does not go back
 */
export function passwordsAt(path: string, now: () => number): (after?: After) => Read {
	const refused = new Map<string, number>();
	let last: string | undefined;
	return (after) => {
		if (after === "lost") refused.clear();
		if (after === "refused" && last !== undefined) refused.set(last, now());
		const [current, next] = [passwordIn(path), passwordIn(nextOf(path))];
		const known = [current, next].flatMap((read) => ("password" in read ? [read.password] : []));
		const rested = (password: string) => now() - (refused.get(password) ?? Number.NEGATIVE_INFINITY) >= REST;
		const stays = known.find((password) => password === last);
		const other = known.find((password) => password !== last && rested(password));
		const password = after === undefined || other === undefined ? (stays ?? known[0]) : other;
		if (password === undefined) return current;
		last = password;
		return { password };
	};
}
