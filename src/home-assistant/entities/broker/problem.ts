import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding } from "#model/findings/finding.ts";
import { cut } from "#model/untyped/cut.ts";
import { withNames } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { findingText } from "#texts/told.ts";
import type { EntityFamily } from "../entity.ts";

/**
 * One alarm for the broker: a proof of the last audit failed, or something is wrong with the connection or the login. Unknown
 * until an audit has found nothing. It never reports "fine" for lack of knowledge.
 */
export const brokerProblem: EntityFamily = (_, language) => [
	{
		key: "broker_problem",
		platform: "binary_sensor",
		name: say(language, "entity", "broker_problem"),
		component: { device_class: "problem", entity_category: "diagnostic" },
		state(snapshot) {
			if (snapshot.findings.some(isWrong)) return "ON";
			return snapshot.findings.some(({ code }) => code === "security_audit") ? "OFF" : undefined;
		},
		attributes: (snapshot) => ({
			problems: snapshot.findings.filter(isWrong).map((one) => shown(snapshot, one, language)),
		}),
	},
];

const isWrong = ({ code, severity, facts }: Finding): boolean =>
	facts["proof"] === undefined ? severity !== "info" && ABOUT.test(code) : facts["verdict"] === "problem";
const ABOUT = /^(?:mqtt_|broker_|credentials_old$)/;

/** Home Assistant's recorder keeps at most 16 KiB of attributes. */
const LONGEST = 300;

const shown = ({ plant }: Snapshot, found: Finding, language: Language) => ({
	code: found.code,
	...(found.facts["proof"] !== undefined && { proof: found.facts["proof"] }),
	text: cut(findingText(language, withNames(plant, found, language)), LONGEST),
});
