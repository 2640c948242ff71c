import type { Snapshot } from "#model/decision/snapshot.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import type { Language } from "#texts/say.ts";
import type { DayView } from "./day-view.ts";
import { documentOf, partsOf } from "./document.ts";
import type { LiveView } from "./engineer/live-view.ts";
import type { Clean } from "./http/clean.ts";
import type { State } from "./http/stream.ts";
import type { OwnerView } from "./owner-view.ts";
import { type Beside, renderContext } from "./render-context.ts";
import type { SetupView } from "./setup/setup-view.ts";
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

/** For whom it is rendered. */
export interface Reader {
	readonly language: Language;
	/** With buttons. */
	readonly may: boolean;
}

export interface Showing {
	readonly about: () => About;
	readonly clean: Clean;
	/** The time of day. */
	readonly now: () => Date;
	readonly owner?: (snapshot: Snapshot, language: Language) => OwnerView;
	/** Of this process. */
	readonly life?: string;
	readonly setup?: (language: Language) => SetupView;
	readonly day?: (snapshot: Snapshot, language: Language) => DayView | undefined;
	readonly engineer?: () => LiveView;
	readonly beside?: readonly Beside[];
}

/** The last turn in one language, with or without buttons, rendered at most once per turn, on request. */
export class Shown {
	readonly #with: Showing;
	readonly #made = new Map<string, Partial<Made>>();
	#snapshot: Snapshot;

	constructor(first: Snapshot, showing: Showing) {
		this.#snapshot = first;
		this.#with = showing;
	}

	get snapshot(): Snapshot {
		return this.#snapshot;
	}

	/** Another turn, or the same one at a later time. */
	see(snapshot: Snapshot = this.#snapshot): void {
		this.#snapshot = snapshot;
		this.#made.clear();
	}

	page = (reader: Reader): string =>
		this.#once(reader, "page", () => documentOf(this.#context(reader), this.#view(reader.language)).text);
	parts = (reader: Reader): State =>
		this.#once(reader, "parts", () => partsOf(this.#context(reader), this.#view(reader.language)));
	data = (language: Language): unknown =>
		this.#once({ language, may: false }, "data", () => this.#with.clean.data(this.#view(language)));
	news = (language: Language): State =>
		this.#once(
			{ language, may: false },
			"news",
			() => new Map([["snapshot", JSON.stringify(this.data(language), ageless)]]),
		);

	#view(language: Language) {
		return viewOf(this.#snapshot, this.#with.about(), language);
	}
	#context({ language, may }: Reader) {
		const { clean, now, owner, day, engineer, setup, life, beside } = this.#with;
		const today = day?.(this.#snapshot, language);
		return {
			...renderContext(language, (text) => clean.text(text), now),
			may,
			...(beside && { beside: new Set(beside) }),
			...(owner && { owner: owner(this.#snapshot, language) }),
			...(today && { day: today }),
			...(engineer && { engineer: engineer() }),
			...(life !== undefined && { life }),
			...(may && setup && { setup: setup(language) }),
		};
	}

	#once<K extends keyof Made>({ language, may }: Reader, key: K, make: () => Made[K]): Made[K] {
		const whose = `${language} ${may}`;
		const made = this.#made.get(whose) ?? {};
		const before = made[key];
		if (before !== undefined) return before;
		const value = make();
		this.#made.set(whose, { ...made, [key]: value });
		return value;
	}
}

const ageless = (key: string, value: unknown): unknown =>
	AGES.has(key) ? undefined : isTime(value) ? { text: value["text"] } : value;
/** How long something lasts yet, or has lasted, is nothing new either, beyond what its text says. */
const isTime = (value: unknown): value is Readonly<Record<string, unknown>> => isRecord(value) && value["unit"] === "s";
