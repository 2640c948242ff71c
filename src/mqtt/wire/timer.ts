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

/** Settles when the work is done, or after so many seconds. */
export const atMost = (seconds: number, work: Promise<unknown>): Promise<void> =>
	new Promise((resolve) => {
		const timer = setTimeout(resolve, seconds * 1000);
		work.then(() => {
			clearTimeout(timer);
			resolve();
		});
	});
