import type { Snapshot } from "#model/decision/snapshot.ts";
import { cut } from "#model/untyped/cut.ts";
import { type Language, say } from "#texts/say.ts";
import { proofWords } from "#texts/told.ts";
import { pressIn } from "../command.ts";
import type { EntityFamily } from "../entity.ts";

/** How safe the last audit found the broker, with each proof as an attribute, and a button to audit now. */
export const security: EntityFamily = (_, language) => [
	{
		key: "security_score",
		platform: "sensor",
		name: say(language, "entity", "security_score"),
		component: {
			state_class: "measurement",
			suggested_display_precision: 0,
			entity_category: "diagnostic",
			enabled_by_default: false,
			icon: "mdi:shield-check",
		},
		state(snapshot) {
			const score = audit(snapshot)?.facts["score"];
			return typeof score === "number" ? score : undefined;
		},
		attributes(snapshot) {
			const when = audit(snapshot)?.facts["when"];
			return { ...(when !== undefined && { when }), proofs: proofs(snapshot, language) };
		},
	},
	{
		key: "security_audit",
		platform: "button",
		name: say(language, "entity", "security_audit"),
		component: { entity_category: "diagnostic", enabled_by_default: false, icon: "mdi:shield-search" },
		command: (payload) => pressIn("security_audit", payload, { kind: "job", name: "audit" }),
	},
];

const audit = ({ findings }: Snapshot) => findings.find((f) => f.code === "security_audit");

/** Home Assistant's recorder keeps at most 16 KiB of attributes, so long sentences are cut. */
const LONGEST = 300;

const proofs = ({ findings }: Snapshot, language: Language) =>
	findings.flatMap((found) => {
		const { proof, status, when } = found.facts;
		if (proof === undefined) return [];
		const { message = "" } = proofWords(language, found);
		return [{ proof, status, class: found.code, message: cut(message, LONGEST), when }];
	});
