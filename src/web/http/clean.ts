/** Removes secrets from what goes to a browser. Provided by the composition. */
export interface Clean {
	text(text: string): string;
	/** A plain copy. */
	data(value: unknown): unknown;
}
