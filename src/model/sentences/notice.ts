import type { Key } from "#words/keys.ts";
import type { Facts, With } from "./facts.ts";

/** Something worth a log entry and an event. */
export interface Notice {
	readonly level: "info" | "warning" | "error";
	readonly code: string;
	readonly facts: Facts;
}
export function notice<K extends Key<"notice">>(level: Notice["level"], code: K, ...facts: With<"notice", K>): Notice;
export function notice(level: Notice["level"], code: string, facts: Facts = {}): Notice {
	return { level, code, facts };
}
/** How everything outside the core writes to the log. */
export type Tell = (notice: Notice) => void;
