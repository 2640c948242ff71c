/** The timer and the random numbers for waiting between attempts. Tests replace it. */
export interface Timer {
	/** Calls `run` once after so many seconds. Returns a function that cancels it. */
	after(seconds: number, run: () => void): () => void;
	/** 0 <= x < 1 */
	random(): number;
}

/** The machine's own timer. */
export const clock: Timer = {
	after: (wait, run) => {
		const timer = setTimeout(run, wait * 1000);
		return () => clearTimeout(timer);
	},
	random: Math.random,
};

/** The result of the work, or `late` after so many seconds. The work itself goes on. */
export function within<T, Late>(seconds: number, work: Promise<T>, late: Late): Promise<T | Late> {
	const { promise, resolve } = Promise.withResolvers<Late>();
	const timer = setTimeout(() => resolve(late), seconds * 1000);
	return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
