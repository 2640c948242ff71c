/** The result of `work`, or `late` after so many milliseconds. The work itself goes on, because it cannot be stopped. */
export const withinMs = async <T>(ms: number, work: Promise<T>, late: T): Promise<T> => {
	const { promise, resolve } = Promise.withResolvers<T>();
	const timer = setTimeout(() => resolve(late), ms);
	try {
		return await Promise.race([work, promise]);
	} finally {
		clearTimeout(timer);
	}
};

/** Milliseconds of silence between two frames. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
