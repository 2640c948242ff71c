import type { Language } from "#texts/say.ts";
import type { CsvAsked } from "./csv-asked.ts";
import type { DecisionsAsked, DecisionsView } from "./decisions-view.ts";
import type { LiveView } from "./live-view.ts";
import type { RecordsView } from "./records-view.ts";
import type { ReplayView } from "./replay-view.ts";
import type { Tried, WhatIfAsked, WhatIfResult } from "./what-if-view.ts";
import type { YieldsView } from "./yield/view.ts";

/** What the views for an engineer show. Provided by the composition. */
export interface Engineer {
	/** Whether the clock has been set. Without it nothing was recorded. */
	readonly trusted: () => boolean;
	/** What is counted, for every page. Costs nothing that has to be read. */
	readonly live: () => LiveView;
	/** Undefined for what is no date. */
	readonly decisions: (asked: DecisionsAsked, language: Language) => Promise<DecisionsView | undefined>;
	/** The local day of a moment (ms since 1970) as a date, and the first moment of a date; undefined for what is no date. */
	readonly dateOf: (ms: number) => string;
	readonly midnight: (date: string) => number | undefined;
	readonly now: () => number;
	/** The history in pieces of text. */
	readonly csv: (asked: CsvAsked) => AsyncIterable<string>;
	/** A day again, by default today. Undefined for what is no date. */
	readonly replay: (date: string | undefined, language: Language) => Promise<ReplayView | undefined>;
	/** What can be tried, with its values of today. */
	readonly tried: (language: Language) => readonly Tried[];
	readonly whatIf: (asked: WhatIfAsked, signal: AbortSignal) => Promise<WhatIfResult>;
	readonly yields: (language: Language) => YieldsView;
	/** For administrators. @param before entries of the trail before this one */
	readonly records: (language: Language, before?: number) => RecordsView;
}
