import type { Language } from "#texts/say.ts";
import type { DecisionsAsked, DecisionsView } from "./decisions-view.ts";
import type { LiveView } from "./live-view.ts";

/** What the views for an engineer show. Provided by the composition. */
export interface Engineer {
	/** Whether the clock has been set. Without it nothing was recorded. */
	readonly trusted: () => boolean;
	/** What is counted, for every page. Costs nothing that has to be read. */
	readonly live: () => LiveView;
	/** Undefined for what is no date. */
	readonly decisions: (asked: DecisionsAsked, language: Language) => Promise<DecisionsView | undefined>;
}
