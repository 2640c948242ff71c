import type { FastifyRateLimitStore } from "@fastify/rate-limit";

export interface Growing {
	/** The first wait after too many attempts, ms. Each further one is twice as long. */
	readonly first: number;
	readonly longest: number;
	/** Without attempts for so long, ms, the next wait is the first again. */
	readonly forgotten: number;
	/** Most keys that are remembered. */
	readonly keys: number;
}

interface Entry {
	count: number;
	/** When it counts from zero again. */
	until: number;
	waits: number;
	blocked: boolean;
}

type Done = Parameters<FastifyRateLimitStore["incr"]>[1];

/**
 * Attempts by key for `@fastify/rate-limit`, with waits that grow. An attempt during a wait does not prolong it, so whoever
 * waits gets in: nobody is locked out for good.
 */
export class Waits {
	readonly #growing: Growing;
	readonly #now: () => number;
	readonly #entries = new Map<string, Entry>();

	/** @param now ms that only grow */
	constructor(growing: Growing, now: () => number) {
		this.#growing = growing;
		this.#now = now;
	}

	/** One more attempt. */
	incr(key: string, done: Done, window: number, max: number): void {
		const now = this.#now();
		const entry = this.#present(key, now) ?? { count: 0, until: now + window, waits: 0, blocked: false };
		if (now >= entry.until) Object.assign(entry, { count: 0, until: now + window, blocked: false });
		if (!entry.blocked) entry.count += 1;
		if (entry.count > max && !entry.blocked) {
			entry.blocked = true;
			entry.until = now + Math.min(this.#growing.longest, this.#growing.first * 2 ** entry.waits);
			entry.waits += 1;
		}
		this.#keep(key, entry);
		done(null, { current: entry.count, ttl: entry.until - now });
	}

	/** How it stands, without an attempt. */
	read(key: string, done: Done): void {
		const now = this.#now();
		const entry = this.#present(key, now);
		if (entry === undefined || now >= entry.until) done(null, { current: 0, ttl: 0 });
		else done(null, { current: entry.count, ttl: entry.until - now });
	}

	/** The last attempt was no guess. */
	forgive(key: string): void {
		const entry = this.#entries.get(key);
		if (entry !== undefined && entry.count > 0 && !entry.blocked) entry.count -= 1;
	}

	/** The plugin has one for each of its limits; ours are made apart. */
	child(): this {
		return this;
	}

	#present(key: string, now: number): Entry | undefined {
		const entry = this.#entries.get(key);
		return entry !== undefined && now < entry.until + this.#growing.forgotten ? entry : undefined;
	}

	/** The one that was tried longest ago is forgotten first. */
	#keep(key: string, entry: Entry): void {
		this.#entries.delete(key);
		this.#entries.set(key, entry);
		const [oldest] = this.#entries.keys();
		if (this.#entries.size > this.#growing.keys && oldest !== undefined) this.#entries.delete(oldest);
	}
}
