import { jest } from "@jest/globals";

/**
 * Stops `setTimeout` and `setInterval`; `jest.advanceTimersByTimeAsync` moves them on. Sockets, files, promises and
 * `setImmediate` stay real, and so do clocks. End it with `jest.useRealTimers`.
 */
export const stopTimers = (): void => {
	jest.useFakeTimers({
		doNotFake: ["nextTick", "setImmediate", "clearImmediate", "queueMicrotask", "performance", "Date", "hrtime"],
	});
};

/** Waits for I/O without a timer. Throws after a minute. */
export const eventually = async (so: () => unknown, what = "it did not come true"): Promise<void> => {
	const end = Date.now() + 60_000;
	while (!so()) {
		if (Date.now() > end) throw new Error(what);
		await new Promise((resolve) => setImmediate(resolve));
	}
};

/** Answers at any time whether the promise is settled. */
export const settledOf = (work: Promise<unknown>): (() => boolean) => {
	let settled = false;
	const settle = () => {
		settled = true;
	};
	work.then(settle, settle);
	return () => settled;
};

/** Runs `work` with timers stopped. So it fails where `work` waits for time, and a busy machine does not matter. */
export const withoutWaiting = async <T>(work: () => Promise<T>): Promise<T> => {
	stopTimers();
	try {
		const running = work();
		await eventually(settledOf(running), "it waits for a timer");
		return await running;
	} finally {
		jest.useRealTimers();
	}
};

/**
 * Whether `work` ends before a timer of so many ms that starts now. Timers of a process fire in the order in which they are
 * due, so a busy machine delays both. Only for work that waits for one timer: a second one would start late.
 */
export const endsBefore = (ms: number, work: Promise<unknown>): Promise<boolean> =>
	new Promise((resolve) => {
		const timer = setTimeout(() => resolve(false), ms);
		work.then(() => {
			clearTimeout(timer);
			resolve(true);
		});
	});

let isOwnTime = false;

/** So many milliseconds of the time of `inOwnTime` pass. Throws outside of it. */
export const ownTimePasses = (ms: number): Promise<void> => {
	if (!isOwnTime) throw new Error("This time is everyone's");
	return new Promise((resolve) => setTimeout(resolve, ms));
};

/**
 * Runs `work` in time of its own, for timers and for `performance.now`: a millisecond passes whenever nothing else is left to do.
 * Only for work without I/O, which would be outrun. Throws after ten minutes of that time.
 */
export const inOwnTime = async <T>(work: () => Promise<T>): Promise<T> => {
	jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "clearImmediate", "queueMicrotask", "Date", "hrtime"] });
	isOwnTime = true;
	try {
		const running = work();
		const done = settledOf(running);
		for (let ms = 0; !done(); ms++) {
			if (ms > 600_000) throw new Error("It is never done");
			await jest.advanceTimersByTimeAsync(1);
		}
		return await running;
	} finally {
		isOwnTime = false;
		jest.useRealTimers();
	}
};
