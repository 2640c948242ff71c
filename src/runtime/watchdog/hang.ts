/**
 * Tells a loop that hangs from one that turns: `hangs(turns, now)` is asked every `step` ms with the number of turns so far
 * and the monotonic time in ms, and is true once `patience` ms have been seen without a new turn.
 *
 * A late round counts as two at most. The watching thread was asleep then, and so was the machine or the whole process. The
 * loop gets time to turn first.
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
