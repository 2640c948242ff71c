/** The result of `work`, or `late` after so many milliseconds. The work itself goes on, because it cannot be stopped. */
export const withinMs = <T>(ms: number, work: Promise<T>, late: T): Promise<T> => givenUpAfter(ms, () => work, late);

/**
 * The same for work that has to know when its caller was told `late`: an order that was given up must not switch anything. So
 * it asks `over` right before each command goes out. The clock counts beside the timer, which fires late in a busy process.
 */
export const givenUpAfter = async <T>(ms: number, work: (over: () => boolean) => Promise<T>, late: T): Promise<T> => {
	const end = performance.now() + ms;
	const { promise, resolve } = Promise.withResolvers<T>();
	let told = false;
	const timer = setTimeout(() => {
		told = true;
		resolve(late);
	}, ms);
	try {
		return await Promise.race([work(() => told || performance.now() >= end), promise]);
	} finally {
		clearTimeout(timer);
	}
};

/** Milliseconds of silence between two frames. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
