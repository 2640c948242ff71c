import type { Snapshot } from "#model/decision/snapshot.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import type { Language } from "#texts/say.ts";
import { documentOf, partsOf } from "./document.ts";
import type { Clean } from "./http/clean.ts";
import type { State } from "./http/stream.ts";
import { renderContext } from "./render-context.ts";
import { type About, AGES, viewOf } from "./view.ts";

export interface Made {
	/** The whole page. */
	readonly page: string;
	/** Its parts, for replacement in a browser. */
	readonly parts: State;
	/** For scripts, without secrets. */
	readonly data: unknown;
	/** The same as text, without ages, so that it only changes when there is news. */
	readonly news: State;
}

/** The last turn in one language, rendered at most once per turn, on request. */
export class Shown {
	readonly #clean: Clean;
	readonly #now: () => Date;
	readonly #about: () => About;
	readonly #made = new Map<Language, Partial<Made>>();
	#snapshot: Snapshot;

	constructor(first: Snapshot, about: () => About, clean: Clean, now: () => Date) {
		this.#snapshot = first;
		this.#about = about;
		this.#clean = clean;
		this.#now = now;
	}

	/** Another turn, or the same one at a later time. */
	see(snapshot: Snapshot = this.#snapshot): void {
		this.#snapshot = snapshot;
		this.#made.clear();
	}

	page = (language: Language): string =>
		this.#once(language, "page", () => documentOf(this.#context(language), this.#view(language)).text);
	parts = (language: Language): State =>
		this.#once(language, "parts", () => partsOf(this.#context(language), this.#view(language)));
	data = (language: Language): unknown => this.#once(language, "data", () => this.#clean.data(this.#view(language)));
	news = (language: Language): State =>
		this.#once(language, "news", () => new Map([["snapshot", JSON.stringify(this.data(language), ageless)]]));

	#view(language: Language) {
		return viewOf(this.#snapshot, this.#about(), language);
	}
	#context(language: Language) {
		return renderContext(language, (text) => this.#clean.text(text), this.#now);
	}

	#once<K extends keyof Made>(language: Language, key: K, make: () => Made[K]): Made[K] {
		const made = this.#made.get(language) ?? {};
		const before = made[key];
		if (before !== undefined) return before;
		const value = make();
		this.#made.set(language, { ...made, [key]: value });
		return value;
	}
}

const ageless = (key: string, value: unknown): unknown =>
	AGES.has(key) ? undefined : isTime(value) ? { text: value["text"] } : value;
/** How long something lasts yet, or has lasted, is nothing new either, beyond what its text says. */
const isTime = (value: unknown): value is Readonly<Record<string, unknown>> => isRecord(value) && value["unit"] === "s";
