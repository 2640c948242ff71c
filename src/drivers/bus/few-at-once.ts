import { Lane, type Place } from "./lane.ts";

/** All in milliseconds. */
export interface Times {
	/**
	 * A job that takes longer gives up its place, so that hanging jobs do not block others. It grows where jobs are slow but
	 * do finish.
	 */
	readonly usual: number;
	/** A job that takes longer than this is given up. */
	readonly deadline: number;
}

/** How one reader answers several keys, one after another. */
export interface Together<T> {
	/**
	 * Starts a reader for these keys, in this order. Each call of the function gives the text for the next of them, an empty one
	 * where none came. The signal ends the reader.
	 */
	start(keys: readonly string[], signal: AbortSignal): () => Promise<string>;
	/** What the text means. Undefined where the job of this key has to find out. */
	outcome(key: string, text: string): T | undefined;
	/** Whether the first outcome of this key will not be enough, so that it is asked for twice at once. */
	twice(key: string): boolean;
	/** Whether a key whose job had this outcome may be asked together with others again. */
	fine(outcome: T): boolean;
}

/** A job keeps its place for so many times the duration of the slowest recent job. */
const PATIENCE = 2;
/** The remembered duration shrinks by this factor with each job that finishes. */
const FADES = 0.9;

type Job<T> = (signal: AbortSignal) => Promise<T>;

interface Ask<T> {
	readonly key: string;
	readonly job: Job<T>;
	readonly again: (outcome: T) => boolean;
	readonly resolve: (outcome: T | undefined) => void;
	readonly reject: (bug: unknown) => void;
}
type Asks<T> = readonly Ask<T>[];
/** The answer is given, perhaps before its second text came; the key has to be asked by itself; or its job has to confirm the outcome. */
type Left<T> = "answered" | "early" | "alone" | { readonly first: T };

/**
 * Runs a few jobs at once and lets the others wait. A job that hangs affects only itself: it soon loses its place. After it
 * was given up, its key is retried apart from the others, and callers are told at once that it hangs.
 *
 * With `together`, those that wait are shared out among the free places, and each place has one reader for its share. Each key
 * has the same times as by itself. If one loses the place or is given up, those behind it get another reader.
 */
export class FewAtOnce<T> {
	readonly #lane: Lane<Ask<T>>;
	/** For keys whose last job was given up. One at a time, so that they do not load a bus that is merely slow. */
	readonly #apart = new Lane<Ask<T>>(1);
	readonly #times: Times;
	readonly #together: Together<T> | undefined;
	/** Requests without an answer yet. */
	readonly #asked = new Map<string, Promise<T | undefined>>();
	/** Keys whose last job was given up: finished since then, or being tried again. */
	readonly #late = new Map<string, "over" | "at_work">();
	/** Keys that `together` had no outcome for. */
	readonly #alone = new Set<string>();
	/** For each running job, the function that gives it up. */
	readonly #atWork = new Set<() => void>();
	/** Duration of the slowest job that finished lately (ms). */
	#slowest = 0;
	#closed = false;

	constructor(places: number, times: Times, together?: Together<T>) {
		this.#lane = new Lane(places);
		this.#times = times;
		this.#together = together;
	}

	/**
	 * The result of the job. Undefined where it exceeds the deadline, or where the last job of this key did. A second call
	 * for a running key gets the same answer. The signal tells the job that it was given up. If `again` accepts the first
	 * result and the place is not needed, the job runs once more, and that result counts.
	 */
	run(key: string, job: Job<T>, again: (outcome: T) => boolean = () => false): Promise<T | undefined> {
		if (this.#closed) return Promise.resolve(undefined);
		const late = this.#late.get(key);
		if (late !== undefined) {
			if (late === "over") {
				this.#late.set(key, "at_work");
				void this.#queued(this.#apart, key, job, () => false).catch(() => undefined);
			}
			return Promise.resolve(undefined);
		}
		const asked =
			this.#asked.get(key) ?? this.#queued(this.#lane, key, job, again).finally(() => this.#asked.delete(key));
		this.#asked.set(key, asked);
		return asked;
	}

	/** Gives up all running jobs and starts no more. */
	close(): void {
		this.#closed = true;
		for (const giveUp of this.#atWork) giveUp();
		for (const lane of [this.#lane, this.#apart]) {
			for (const { resolve } of lane.waiting) resolve(undefined);
			lane.waiting = [];
		}
	}

	#queued(lane: Lane<Ask<T>>, key: string, job: Job<T>, again: Ask<T>["again"]): Promise<T | undefined> {
		const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
		lane.waiting = [...lane.waiting, { key, job, again, resolve, reject }];
		// All that are asked for at the same moment are shared out.
		queueMicrotask(() => this.#begin(lane));
		return promise;
	}

	#begin(lane: Lane<Ask<T>>): void {
		while (!this.#closed && lane.free > 0 && lane.waiting.length > 0) {
			const share = this.#share(lane);
			lane.waiting = lane.waiting.filter((ask) => !share.includes(ask));
			void this.#inPlace(lane, share);
		}
	}

	/** The next that waits, or of all that wait what falls to one of the free places. */
	#share({ waiting, free }: Lane<Ask<T>>): Asks<T> {
		return waiting.filter((_, nth) => (this.#together === undefined ? nth === 0 : nth % free === 0));
	}

	/** Those that are left when the place is lost wait for another one, before all others. */
	async #inPlace(lane: Lane<Ask<T>>, share: Asks<T>): Promise<void> {
		const place = lane.take();
		let left = share;
		while (left.length > 0 && place.held && !this.#closed) left = await this.#next(lane, place, left);
		if (this.#closed) for (const { resolve } of left) resolve(undefined);
		else lane.waiting = [...left, ...lane.waiting];
		place.leave();
		this.#begin(lane);
	}

	/** Answers several of them with one reader, or one by itself. Gives back the others. */
	async #next(lane: Lane<Ask<T>>, place: Place, asks: Asks<T>): Promise<Asks<T>> {
		const alone = lane === this.#apart ? asks : asks.filter(({ key }) => this.#alone.has(key));
		const several = asks.filter((ask) => !alone.includes(ask));
		if (this.#together !== undefined && several.length > 1)
			return [...(await this.#several(lane, place, several, this.#together)), ...alone];
		const [first, ...others] = [...several, ...alone];
		if (first !== undefined) await Promise.race([this.#single(lane, place, first), place.left]);
		return others;
	}

	async #single(lane: Lane<Ask<T>>, place: Place, ask: Ask<T>): Promise<void> {
		const { key, job, again, resolve, reject } = ask;
		try {
			const first = await this.#timed(place, key, job);
			if (first !== undefined && this.#together?.fine(first)) this.#alone.delete(key);
			if (first !== undefined && again(first)) await this.#second(lane, place, ask, first);
			else resolve(first);
		} catch (bug) {
			reject(bug);
		}
	}

	/** Repeats a job only in its own place, or in one that is not needed. Additional jobs would slow all others down. */
	async #second(lane: Lane<Ask<T>>, place: Place, ask: Ask<T>, first: T): Promise<void> {
		const { key, job, resolve, reject } = ask;
		const own = place.held;
		if (!own && (lane.free === 0 || this.#closed)) return resolve(first);
		const taken = own ? place : lane.take();
		try {
			resolve(await this.#timed(taken, key, job));
		} catch (bug) {
			reject(bug);
		} finally {
			if (!own) taken.leave();
			this.#begin(lane);
		}
	}

	/** Answers them with one reader. Gives back those that it did not come to. */
	async #several(lane: Lane<Ask<T>>, place: Place, asks: Asks<T>, together: Together<T>): Promise<Asks<T>> {
		const stop = new AbortController();
		const twice = new Set(asks.map(({ key }) => key).filter((key) => together.twice(key)));
		const keys = asks.flatMap(({ key }) => (twice.has(key) ? [key, key] : [key]));
		const text = together.start(keys, stop.signal);
		const job: Job<string> = (signal) => {
			signal.addEventListener("abort", () => stop.abort(), { once: true });
			return text();
		};
		for (const [nth, ask] of asks.entries()) {
			const answered = this.#oneOfSeveral(place, ask, twice.has(ask.key), job, together).then(async (left) => {
				if (left === "answered") return;
				stop.abort();
				if (left === "alone") await this.#byItself(lane, place, ask);
				else if (left !== "early") await this.#second(lane, place, ask, left.first);
			});
			await Promise.race([answered, place.left]);
			// Those behind it get another reader now, and must not be read by both.
			if (!place.held) void answered.then(() => stop.abort());
			if (!place.held || stop.signal.aborted) return asks.slice(nth + 1);
		}
		return [];
	}

	/** In the place where it was read with others, or in the next one that is free. */
	async #byItself(lane: Lane<Ask<T>>, place: Place, ask: Ask<T>): Promise<void> {
		this.#alone.add(ask.key);
		if (place.held) return this.#single(lane, place, ask);
		lane.waiting = [ask, ...lane.waiting];
		this.#begin(lane);
	}

	async #oneOfSeveral(
		place: Place,
		{ key, again, resolve, reject }: Ask<T>,
		twice: boolean,
		job: Job<string>,
		together: Together<T>,
	): Promise<Left<T>> {
		const next = async () => {
			const text = await this.#timed(place, key, job);
			return text === undefined ? undefined : { outcome: together.outcome(key, text) };
		};
		try {
			const read = await next();
			const first = read?.outcome;
			if (read !== undefined && first === undefined) return "alone";
			if (first === undefined || !again(first)) {
				resolve(first);
				return twice ? "early" : "answered";
			}
			if (!twice || !place.held) return { first };
			const second = await next();
			if (second !== undefined && second.outcome === undefined) return { first };
			resolve(second?.outcome);
			return "answered";
		} catch (bug) {
			reject(bug);
			return "answered";
		}
	}

	/**
	 * Two slow jobs wait for each other on the bus. With too little patience both would lose their places, others would start
	 * and slow the bus further, until none meets its deadline.
	 */
	async #timed<R>(place: Place, key: string, job: Job<R>): Promise<R | undefined> {
		if (this.#closed) return undefined;
		const timer = setTimeout(place.leave, Math.max(this.#times.usual, PATIENCE * this.#slowest));
		try {
			return await this.#started(key, job);
		} finally {
			clearTimeout(timer);
		}
	}

	/** Runs the job until its deadline. What it does later only decides when the key is tried again. */
	#started<R>(key: string, job: Job<R>): Promise<R | undefined> {
		if (this.#late.has(key)) this.#late.set(key, "at_work");
		const { promise, resolve } = Promise.withResolvers<undefined>();
		const stop = new AbortController();
		const giveUp = () => {
			this.#late.set(key, "at_work");
			stop.abort();
			resolve(undefined);
		};
		const began = performance.now();
		const timer = setTimeout(giveUp, this.#times.deadline);
		this.#atWork.add(giveUp);
		const done = job(stop.signal).finally(() => {
			clearTimeout(timer);
			this.#atWork.delete(giveUp);
			if (stop.signal.aborted) return void this.#late.set(key, "over");
			this.#late.delete(key);
			this.#slowest = Math.max(performance.now() - began, FADES * this.#slowest);
		});
		// The caller has already been told that it was given up.
		done.catch(() => undefined);
		return Promise.race([done, promise]);
	}
}
