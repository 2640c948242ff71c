import type { Asked, Key, Section } from "#words/keys.ts";

/** The numbers, limits and margins behind a statement. Plain data that may be shown and logged. */
export type Facts = Readonly<Record<string, number | string | boolean>>;

/** The facts that a code needs: those in its text, and more for scripts. */
export type With<S extends Section | "broker", K extends Key<S>> = [Asked<S, K>] extends [never]
	? [facts?: Facts]
	: [facts: Facts & Readonly<Record<Asked<S, K>, Facts[string]>>];
