/** Takes secrets out of what leaves for a browser; handed in by the composition. */
export interface Clean {
	text(text: string): string;
	/** A plain copy. */
	data(value: unknown): unknown;
}
