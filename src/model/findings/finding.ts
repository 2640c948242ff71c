import type { Key } from "#words/keys.ts";
import type { Facts, With } from "../sentences/facts.ts";
import { mend, type Sentence } from "../sentences/sentence.ts";
import { cut } from "../untyped/cut.ts";

/** What the app knows about itself: its broker, store and login. Shown like any reading. */
export interface Finding {
	readonly code: string;
	readonly severity: "info" | "warning" | "alarm";
	readonly facts: Facts;
	/** What a proof of the broker saw, sentence by sentence, and what to do. Other findings say one sentence: that of their code. */
	readonly says?: readonly Sentence[];
	readonly mend?: readonly Sentence[];
}
/** Information that an entity of its own shows. Everything else needs a person's attention. */
export const INFORMATIVE = [
	"audit_trail",
	"broker",
	"broker_watch",
	"command_refused",
	"credentials",
	"security_audit",
	"silence_test",
] as const satisfies readonly Key<"finding">[];
type Informative = (typeof INFORMATIVE)[number];

export function finding<K extends Informative>(severity: "info", code: K, ...facts: With<"finding", K>): Finding;
export function finding<K extends Key<"finding">>(
	severity: "warning" | "alarm",
	code: K,
	...facts: With<"finding", K>
): Finding;
export function finding(severity: Finding["severity"], code: string, facts: Facts = {}): Finding {
	return { severity, code, facts };
}

/** A bad option or command: where, what was found, and what to do. `toldProblem` in `texts` translates it. */
export interface Problem {
	/** For example `solar_charging.stop_at` or `sensors[2].source`. */
	readonly path: string;
	/** The value found, or a sentence about it. Never a secret. */
	readonly value: string | Sentence;
	/** Its code and facts are those of the problem. */
	readonly remedy: Sentence;
}
/** @param value as written */
export const problem = (path: string, value: unknown, remedy: Sentence): Problem => ({
	path,
	value: value === undefined ? mend("nothing") : shown(value),
	remedy,
});
const shown = (value: unknown) => {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 80 ? `${cut(text, 79)}…` : text;
};
