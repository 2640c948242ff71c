import type { Verdict } from "#model/findings/audited.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { explained } from "#texts/failure.ts";
import type { Language } from "#texts/say.ts";
import { proofWords } from "#texts/told.ts";

/** One proof of the last audit. */
export interface ProofView {
	readonly id: string;
	readonly status: string;
	/** `fine`, `problem`, or `unknown` if nothing was measured. */
	readonly verdict: Verdict;
	readonly class: string;
	readonly message: string;
	readonly remedy: string;
}

export interface BrokerView {
	/** As in the entity *Broker connection*; `none` without a broker. */
	readonly state: string;
	/** ISO 8601, UTC. */
	readonly since?: string;
	readonly attempts?: number;
	readonly host?: string;
	readonly port?: number;
	readonly user?: string;
	readonly protocol?: string;
	readonly tls?: boolean;
	/** Cause of a failure, in the language of the house. */
	readonly cause?: string;
	readonly remedy?: string;
	/** Score of the last audit, 0 to 100, and its time. */
	readonly score?: number;
	readonly audited?: string;
	readonly proofs: readonly ProofView[];
}

/** State of the connection to the broker, and results of the last audit. */
export function brokerView(findings: readonly Finding[], language: Language): BrokerView {
	const facts = findings.find((f) => f.code === "broker")?.facts ?? {};
	const audit = findings.find((f) => f.code === "security_audit")?.facts ?? {};
	return {
		state: text(facts, "family") ?? text(facts, "state") ?? "none",
		...texts(facts, "since", "host", "user", "protocol"),
		...numbers(facts, "attempts", "port"),
		...(typeof facts["tls"] === "boolean" && { tls: facts["tls"] }),
		...explained(language, facts["failure"]),
		...numbers(audit, "score"),
		...(typeof audit["when"] === "string" && { audited: audit["when"] }),
		proofs: findings.flatMap((found) => proofIn(found, language)),
	};
}

function proofIn(found: Finding, language: Language): readonly ProofView[] {
	const { code, facts } = found;
	const id = text(facts, "proof");
	if (id === undefined) return [];
	const status = text(facts, "status") ?? "";
	const verdict = VERDICTS[text(facts, "verdict") ?? status] ?? "unknown";
	const { message = "", remedy = "" } = proofWords(language, found);
	return [{ id, class: code, status, verdict, message, remedy }];
}

/** An audit of an older version has only a status. */
const VERDICTS: Readonly<Record<string, Verdict>> = { fine: "fine", problem: "problem", ok: "fine", fail: "problem" };

const text = (facts: Facts, key: string): string | undefined => {
	const fact = facts[key];
	return typeof fact === "string" ? fact : undefined;
};
const texts = <K extends string>(facts: Facts, ...keys: readonly K[]): Partial<Record<K, string>> =>
	picked(facts, keys, (fact) => typeof fact === "string");
const numbers = <K extends string>(facts: Facts, ...keys: readonly K[]): Partial<Record<K, number>> =>
	picked(facts, keys, (fact) => typeof fact === "number");

function picked<K extends string, T extends Facts[string]>(
	facts: Facts,
	keys: readonly K[],
	fits: (fact: Facts[string] | undefined) => fact is T,
): Partial<Record<K, T>> {
	const found: Partial<Record<K, T>> = {};
	for (const key of keys) {
		const fact = facts[key];
		if (fits(fact)) found[key] = fact;
	}
	return found;
}
