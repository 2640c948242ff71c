import type { Snapshot } from "#model/decision/snapshot.ts";
import { say } from "#texts/say.ts";
import { pressIn } from "../command.ts";
import type { EntityFamily } from "../entity.ts";

/** How safe the last audit found the broker, with each proof as an attribute, and a button to audit now. */
export const security: EntityFamily = (_, language) => [
	{
		key: "security_score",
		platform: "sensor",
		name: say(language, "entity", "security_score"),
		component: { state_class: "measurement", suggested_display_precision: 0, entity_category: "diagnostic" },
		state(snapshot) {
			const score = audit(snapshot)?.facts["score"];
			return typeof score === "number" ? score : undefined;
		},
		attributes(snapshot) {
			const when = audit(snapshot)?.facts["when"];
			return { ...(when !== undefined && { when }), proofs: proofs(snapshot) };
		},
	},
	{
		key: "security_audit",
		platform: "button",
		name: say(language, "entity", "security_audit"),
		component: { entity_category: "diagnostic" },
		command: (payload) => pressIn("security_audit", payload, { kind: "job", name: "audit" }),
	},
];

const audit = ({ findings }: Snapshot) => findings.find((f) => f.code === "security_audit");

/** Home Assistant's recorder keeps at most 16 KiB of attributes, so long sentences are cut. */
const LONGEST = 300;

const proofs = ({ findings }: Snapshot) =>
	findings.flatMap(({ code, facts }) => {
		const { proof, status, message, when } = facts;
		if (proof === undefined) return [];
		return [{ proof, status, class: code, message: String(message).slice(0, LONGEST), when }];
	});
