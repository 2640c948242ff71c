/** Runs jobs one after another, in the order in which they came. A job that throws does not stop the next one. */
export const inTurn = () => {
	let last: Promise<unknown> = Promise.resolve();
	return <T>(job: () => Promise<T>): Promise<T> => {
		const mine = last.then(job);
		last = mine.catch(() => {});
		return mine;
	};
};
