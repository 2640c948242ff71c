/** One option as a form asks for it. */
export interface OptionField {
	/** Within its group. */
	readonly key: string;
	readonly name: string;
	readonly description: string;
	readonly kind: "number" | "switch" | "choice" | "text" | "secret";
	/** Of a choice. */
	readonly choices: readonly string[];
	/** As it is set; empty where it is not, and the default counts. */
	readonly value: string;
	/** As the app delivers it. */
	readonly initial: string;
}

/** A group of options, a list, or a single option. */
export interface OptionGroup {
	readonly key: string;
	readonly name: string;
	readonly description: string;
	/** Of a group, or the single option. Absent for a list. */
	readonly fields?: readonly OptionField[];
	/** A list as JSON. */
	readonly list?: string;
	/** How many of its options are set. */
	readonly set: number;
}
