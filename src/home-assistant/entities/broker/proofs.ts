import type { Snapshot } from "#model/decision/snapshot.ts";
import { ACCESS, AUDITED, type Audited, type Verdict } from "#model/findings/audited.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { cut } from "#model/untyped/cut.ts";
import { type Language, say } from "#texts/say.ts";
import { proofWords } from "#texts/told.ts";
import type { Entity, EntityFamily, EntityState } from "../entity.ts";

/** The key of a proof's entity. */
export const proofKey = (proof: Audited) => `proof_${proof}` as const;

/**
 * The result of the last audit of the broker, one detail per proof; `broker_problem` sums them up. Unknown before the first audit, and where a proof could
 * not measure. It never reports "fine" for lack of knowledge.
 */
export const proofs: EntityFamily = (_, language) =>
	AUDITED.map((proof): Entity => {
		const access = ACCESS.some((way) => way === proof);
		return {
			key: proofKey(proof),
			platform: "binary_sensor",
			name: say(language, "entity", proofKey(proof)),
			component: {
				device_class: access ? "problem" : "safety",
				entity_category: "diagnostic",
				enabled_by_default: false,
			},
			state: (snapshot) => STATES[verdictIn(factsOf(snapshot, proof))],
			attributes: (snapshot) => attributesOf(snapshot, proof, language),
		};
	});

/** Both device classes are on where something is wrong. */
const STATES: Readonly<Record<Verdict, EntityState>> = { fine: "OFF", problem: "ON", unknown: undefined };

function verdictIn(facts: Facts | undefined): Verdict {
	const verdict = facts?.["verdict"];
	return verdict === "fine" || verdict === "problem" ? verdict : "unknown";
}

const found = ({ findings }: Snapshot, proof: Audited) => findings.find(({ facts }) => facts["proof"] === proof);
const factsOf = (snapshot: Snapshot, proof: Audited) => found(snapshot, proof)?.facts;

/** Home Assistant's recorder keeps at most 16 KiB of attributes, and a certificate may have many names. */
const LONGEST = 2000;

function attributesOf(snapshot: Snapshot, proof: Audited, language: Language) {
	const finding = found(snapshot, proof);
	if (finding === undefined) return {};
	const { status, when } = finding.facts;
	const { message = "", remedy = "" } = proofWords(language, finding);
	return { status, class: finding.code, message: cut(message, LONGEST), remedy: cut(remedy, LONGEST), when };
}
