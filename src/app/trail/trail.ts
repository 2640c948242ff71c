import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Origin, SOURCES, type Source, type TrailEntry } from "#model/findings/trail.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { caught } from "#model/untyped/caught.ts";
import type { Store } from "#store/store-contract.ts";
import type { App, Command, Observer } from "../beside/running.ts";
import { Bucket } from "./bucket.ts";
import { factsOf, sourceOf } from "./notices.ts";

/** ms that an entry may wait for another save. A kill loses no more. */
const SOON = 2000;
/** Most entries that wait for the store to open. */
const MOST_EARLY = 200;

/** Texts of notices. */
export interface Spoken {
	/** In the language of the house. */
	text(notice: Notice): string | undefined;
	/** What of its facts is words, in English in every house: entries are kept and compared as they are. */
	words(notice: Notice): Facts;
}

export interface TrailPorts {
	/** Removes secrets. */
	readonly clean: (value: unknown) => unknown;
	readonly spoken?: Spoken;
	/** ms since 1970. */
	readonly date?: () => number;
	/** Monotonic seconds. */
	readonly now?: () => number;
}

/** Severity, for a collector. */
export type Level = Notice["level"];
type Listener = (entry: TrailEntry, level: Level, text: string | undefined) => void;

/** Records who did what: notable log entries, and every command with its source. Never waits, never throws. */
export class Trail implements Observer {
	readonly #clean: TrailPorts["clean"];
	readonly #spoken: Spoken | undefined;
	readonly #date: () => number;
	readonly #now: () => number;
	readonly #buckets: ReadonlyMap<Source, Bucket>;
	readonly #listeners: Listener[] = [];
	#early: TrailEntry[] = [];
	/** Entries before the first listener. */
	#unheard: Parameters<Listener>[] | undefined = [];
	#to: { readonly store: Store; readonly days: number; readonly trusted: () => boolean } | undefined;
	#timer: NodeJS.Timeout | undefined;

	constructor({ clean, spoken, date = Date.now, now = () => performance.now() / 1000 }: TrailPorts) {
		this.#clean = clean;
		this.#spoken = spoken;
		this.#date = date;
		this.#now = now;
		this.#buckets = new Map(SOURCES.map((source) => [source, new Bucket(now())]));
	}

	heard(notice: Notice): void {
		const source = sourceOf(notice);
		if (source === undefined) return;
		const { actor, ...facts } = { ...notice.facts, ...this.#spoken?.words(notice) };
		const origin = { source, ...(typeof actor === "string" && { actor }) };
		this.add(origin, notice.code, factsOf({ facts }), notice.level, this.#spoken?.text(notice));
	}

	/** Every accepted command is recorded. The sender of a refused one logs the refusal. */
	asked({ intent, origin, before, refused }: Command): void {
		if (refused === undefined && origin !== undefined) this.add(origin, intent.kind, factsIn(intent, before));
	}

	opened({ store, clock, options }: App): void {
		this.#to = { store, days: options?.audit_trail.days ?? 365, trusted: () => clock.wall().trusted };
		const early = this.#early;
		this.#early = [];
		this.#keep(early);
	}

	/** Calls `listener` with every entry, including earlier ones. Its exceptions are ignored. */
	onEntry(listener: Listener): void {
		for (const heard of this.#unheard ?? []) caught(() => listener(...heard), undefined);
		this.#unheard = undefined;
		this.#listeners.push(listener);
	}

	add(origin: Origin, what: string, facts: Facts, level: Level = "info", text?: string): void {
		const over = this.#buckets.get(origin.source)?.take(this.#now());
		if (over === undefined) return;
		const entry = this.#entry(origin, what, facts);
		// A sentence may contain the same secrets as its facts.
		const words = text === undefined ? undefined : String(this.#clean(text));
		const more = over === 0 ? [] : [this.#entry({ source: origin.source }, "not_recorded", { count: over })];
		this.#keep([...more, entry]);
		if (this.#unheard !== undefined && this.#unheard.length < MOST_EARLY) this.#unheard.push([entry, level, words]);
		for (const listener of this.#listeners) caught(() => listener(entry, level, words), undefined);
	}

	#entry({ source, actor }: Origin, what: string, facts: Facts): TrailEntry {
		const clean = this.#clean({ ...facts, ...(this.#to?.trusted() === false && { clock_unset: true }) }) as Facts;
		return { at: this.#date(), source, ...(actor !== undefined && { actor }), what, facts: clean };
	}

	#keep(entries: readonly TrailEntry[]): void {
		if (this.#to === undefined) {
			this.#early = [...this.#early, ...entries].slice(0, MOST_EARLY);
			return;
		}
		const { store, days } = this.#to;
		store.append(entries, days);
		if (this.#timer !== undefined || store.appended === 0) return;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			if (store.appended > 0) caught(() => store.save({}), undefined);
		}, SOON);
		this.#timer.unref();
	}
}

/** Includes the previous value. */
function factsIn(intent: Intent, before: Snapshot | undefined): Facts {
	switch (intent.kind) {
		case "setting": {
			const { rule, field, value } = intent;
			const was = before?.settings[rule]?.[field];
			return { rule, field, value, ...(was !== undefined && { was }) };
		}
		case "mode":
			return { mode: intent.mode, ...(before && { was: before.mode }) };
		case "hold":
			return { output: intent.output, want: intent.want, ...(intent.for !== undefined && { seconds: intent.for }) };
		case "release":
			return { output: intent.output };
		case "acknowledge":
			return { code: intent.code };
		case "silence":
			return { output: intent.output, result: intent.result, took: intent.took };
		case "permission":
			return { output: intent.output, given: intent.given };
		case "job":
			return { name: intent.name };
	}
}
