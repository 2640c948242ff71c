import type { Verdict } from "#model/decision/decision.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { say } from "#texts/say.ts";
import { told } from "#texts/told.ts";
import type { Bare } from "#words/keys.ts";
import type { Entity, EntityFamily } from "../entity.ts";
import { problem } from "../problem.ts";

/** Safety stops, and every fault that the app found in itself. */
export const alarms: EntityFamily = (_, language) => {
	const alarm = (
		key: string,
		name: Bare<"entity">,
		state: (s: Snapshot) => boolean,
		attributes?: Entity["attributes"],
	): Entity => ({
		key,
		...problem,
		name: say(language, "entity", name),
		state: (s) => (state(s) ? "ON" : "OFF"),
		...(attributes && { attributes }),
	});
	return [
		alarm("boil_stop", "boil_stop", ({ verdicts }) => verdicts.some((v) => claims(v, "boiling"))),
		alarm("tank_too_hot", "tank_too_hot", ({ verdicts }) =>
			verdicts.some((v) => claims(v, "tank_maximum") || claims(v, "tank_maximum_lost")),
		),
		alarm("storage_fault", "store_fault", ({ findings }) => findings.some((f) => f.code.startsWith("store_"))),
		alarm(
			"attention",
			"findings",
			({ findings }) => findings.some((f) => f.severity !== "info"),
			({ findings }) => ({
				findings: findings
					.filter((f) => f.severity !== "info" || f.code === REFUSED)
					.map((f) => ({ code: f.code, severity: f.severity, text: told(language, "finding", f.code, f.facts) })),
			}),
		),
	];
};

/** A refusal is no fault, but owners want to know why. Some releases of Home Assistant do not show the facts of an event. */
const REFUSED = "command_refused";

/** Also true where another safety claim is named first. */
const claims = (v: Verdict, code: string) =>
	v.because.code === code || v.overruled.some((c) => c.because.code === code);
