import type { Snapshot } from "#model/decision/snapshot.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";
import { problem } from "../problem.ts";

/**
 * On if the audit trail was changed or removed. Home Assistant's recorder keeps its newest hash, as evidence outside the
 * app.
 */
export const auditTrail: EntityFamily = (_, language) => [
	{
		key: "audit_trail",
		name: say(language, "entity", "audit_trail"),
		...problem,
		state(snapshot) {
			if (snapshot.findings.some(({ code }) => code === "audit_trail_anew")) return "ON";
			const found = facts(snapshot);
			return found === undefined ? undefined : found["broken"] === true ? "ON" : "OFF";
		},
		attributes(snapshot) {
			const { when, rows, seq, head } = facts(snapshot) ?? {};
			return head === undefined ? {} : { when, rows, seq, head };
		},
	},
];

const facts = ({ findings }: Snapshot) => findings.find((f) => f.code === "audit_trail")?.facts;
