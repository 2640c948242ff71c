/** One option as a form asks for it. */
export interface OptionField {
	/** Within its group or entry. */
	readonly key: string;
	readonly name: string;
	readonly description: string;
	readonly kind: "number" | "switch" | "choice" | "text" | "secret";
	/** Of a choice: what is saved, and how people read it. */
	readonly choices: readonly (readonly [value: string, text: string])[];
	/** Of a text: what is there to be named, such as sensors that were found. */
	readonly suggested?: readonly string[];
	/** As it is set; empty where it is not, and the default counts. */
	readonly value: string;
	/** What counts where it is left empty. */
	readonly initial: string;
	/** An entry cannot do without it. */
	readonly needed?: boolean;
	/** Of an entry: the name of the group whose setting this is for the entry alone. */
	readonly of?: string;
	/** Smallest and largest number. */
	readonly min?: number;
	readonly max?: number;
}

/** An entry of a list. */
export interface OptionRow {
	/** Names it among the others, also when others were added or removed since. */
	readonly key: string;
	readonly title: string;
	/** What it is and where it is connected. */
	readonly about: string;
	readonly fields: readonly OptionField[];
	/** As it is saved, secrets masked: what the form does not ask for stays. */
	readonly entry: Readonly<Record<string, unknown>>;
}

export interface OptionList {
	readonly rows: readonly OptionRow[];
	/** Of a new entry. */
	readonly blank: readonly OptionField[];
	/** Entries that it may have. */
	readonly most: number;
	/** What is written is no list of entries: it is shown as it is, to be corrected. */
	readonly text?: string;
}

/** What a person looks for, in the order of the page. */
export const HEADINGS = ["plant", "wiring", "heating", "protection", "home", "records"] as const;
export type Heading = (typeof HEADINGS)[number];

/** A group of options, a list, or a single option. */
export interface OptionGroup {
	readonly key: string;
	readonly heading: Heading;
	readonly name: string;
	readonly description: string;
	/** Of a group, or the single option. Absent for a list. */
	readonly fields?: readonly OptionField[];
	readonly list?: OptionList;
	/** How many of its options are set, or entries it has. */
	readonly set: number;
}

/** The row of an entry that is not there yet. */
export const NEW_ROW = "new";
/** Before the name of a field: what is in it. Options are named freely, and none may be taken for what the form itself sends. */
export const IS = "is.";
/** The same: what it was when the form was made. */
export const WAS = "was.";
