import type { Snapshot } from "#model/decision/snapshot.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";
import { problem } from "../problem.ts";

/** On where somebody changed the audit trail or took it away. Its newest hash is kept by Home Assistant's recorder, as a proof from outside. */
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
