import type { After } from "#supervisor/login-life.ts";
import { passwordIn } from "./password-file.ts";

/**
 * The file beside the password file that holds the new password while a change is under way. The password file still holds
 * the old one. Which of the two the broker accepts depends on how far the change got, also after a power cut.
 */
export const nextOf = (path: string): string => `${path}.next`;

/** Seconds until a refused password is tried again while there is another one. */
const REST = 900;

type Read = ReturnType<typeof passwordIn>;

/**
 * Reads the password and chooses between two. It keeps the one that works. If the broker ends the connection or refuses,
 * the other one is tried once, at once. If both are refused it stays with one, so that the waits between attempts grow.
 * @param now monotonic seconds
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
