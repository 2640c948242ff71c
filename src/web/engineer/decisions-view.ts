import type { Rank } from "#model/decision/decision.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { ToldCondition } from "#texts/explanation.ts";

/** An output was so, from one moment to another (ms since 1970). */
export interface Band {
	readonly from: number;
	readonly to: number;
	readonly runs: boolean;
	/** How it was to be, in words. */
	readonly state: string;
	/** A code of a reason. Absent where only the state was recorded. */
	readonly code?: string;
	readonly text?: string;
	readonly rank?: Rank;
	/** Of the turn in which it began. */
	readonly facts?: Facts;
}

/** An output over a day. */
export interface Lane {
	readonly id: string;
	readonly name: string;
	readonly role: string;
	readonly bands: readonly Band[];
}

/** What would have changed a decision. */
export interface OtherWay {
	readonly condition: ToldCondition;
	readonly text: string;
}

/** A change of an output that was chosen to look at. */
export interface Moment {
	readonly output: string;
	readonly name: string;
	/** ms since 1970. */
	readonly at: number;
	/** The decision that was in force then. */
	readonly band: Band;
	/** What the core compared, when it was given the means of that minute. Absent where there are none. */
	readonly played?: {
		/** ms since 1970. */
		readonly at: number;
		/** It decides as was recorded. */
		readonly agrees: boolean;
		/** In words, and why. */
		readonly state: string;
		readonly text: string;
		readonly conditions: readonly ToldCondition[];
		readonly others: readonly OtherWay[];
	};
	/** The changes before and after it, and itself. */
	readonly around: readonly Band[];
}

export interface DecisionsView {
	/** Local, ISO. */
	readonly date: string;
	/** Days before and after with a history. */
	readonly earlier?: string;
	readonly later?: string;
	/** ms since 1970. */
	readonly from: number;
	readonly to: number;
	/** Until when it is known. */
	readonly until: number;
	/** What a narrow screen shows first, ms since 1970: the moment that was asked for, or the end of what is known. */
	readonly opens: number;
	/** Full hours to name on the axis. */
	readonly hours: readonly { readonly at: number; readonly name: string }[];
	readonly lanes: readonly Lane[];
	/** When nothing was recorded, ms since 1970. */
	readonly gaps: readonly { readonly from: number; readonly to: number }[];
	readonly moment?: Moment;
	/** `11:41:02` of a moment. */
	readonly clock: (ms: number) => string;
}

/** What is asked for. Nothing: today, and the newest change of the first output that runs by itself. */
export interface DecisionsAsked {
	readonly date?: string;
	/** ms since 1970. */
	readonly at?: number;
	readonly output?: string;
	/** `11:41` on that date, in place of `at`. */
	readonly time?: string;
}
