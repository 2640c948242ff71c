import type { Facts } from "./facts.ts";

/** Something worth one line in the log and an event; the world decides where it goes. */
export interface Notice {
	readonly level: "info" | "warning" | "error";
	readonly code: string;
	readonly facts: Facts;
}
export const notice = (level: Notice["level"], code: string, facts: Facts = {}): Notice => ({ level, code, facts });
/** How anything outside the core says something to the log. */
export type Tell = (notice: Notice) => void;
