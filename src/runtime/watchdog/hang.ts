/**
 * Detects a loop that hangs. `hangs(turns, now)` is called every `step` ms with the number of turns and the monotonic time
 * in ms. It is true once `patience` ms have passed without a new turn. A late call counts as two steps at most: the
 * watching thread was asleep, and so was the machine or the whole process. The loop then gets time for a turn.
 */
export function hanging(patience: number, step: number): (turns: number, now: number) => boolean {
	let seen: { readonly turns: number; readonly at: number } | undefined;
	let quiet = 0;
	return (turns, now) => {
		if (seen === undefined || turns !== seen.turns) quiet = 0;
		else quiet += Math.min(Math.max(now - seen.at, 0), 2 * step);
		seen = { turns, at: now };
		return quiet >= patience;
	};
}
