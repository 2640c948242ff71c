/** The waiting between attempts, and the dice in it; lent so that tests need not wait. */
export interface Timer {
	/** Calls `run` once after so many seconds, unless cancelled by what it returns. */
	after(seconds: number, run: () => void): () => void;
	/** 0 <= x < 1 */
	random(): number;
}

/** The machine's own. */
export const clock: Timer = {
	after: (wait, run) => {
		const timer = setTimeout(run, wait * 1000);
		return () => clearTimeout(timer);
	},
	random: Math.random,
};

/** Comes back when the work is done, or after so many seconds without it. */
export const atMost = (seconds: number, work: Promise<unknown>): Promise<void> =>
	new Promise((resolve) => {
		const timer = setTimeout(resolve, seconds * 1000);
		work.then(() => {
			clearTimeout(timer);
			resolve();
		});
	});
