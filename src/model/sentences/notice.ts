import type { Key } from "#words/keys.ts";
import type { Facts, With } from "./facts.ts";

/** Something worth one line in the log and an event; the world decides where it goes. */
export interface Notice {
	readonly level: "info" | "warning" | "error";
	readonly code: string;
	readonly facts: Facts;
}
/** A code without a text brings its own, in English, as a fact. */
export function notice<K extends Key<"notice">>(level: Notice["level"], code: K, ...facts: With<"notice", K>): Notice;
export function notice(level: Notice["level"], code: string, facts: Facts & { readonly text: string }): Notice;
export function notice(level: Notice["level"], code: string, facts: Facts = {}): Notice {
	return { level, code, facts };
}
/** How anything outside the core says something to the log. */
export type Tell = (notice: Notice) => void;
