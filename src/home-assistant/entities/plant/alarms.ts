import { memoryAt } from "#model/decision/memory-key.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { into, isField, isTank } from "#model/plant/circuit.ts";
import type { Part } from "#model/plant/plant.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { withNames } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import { findingText } from "#texts/told.ts";
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
		alarm("boil_stop", "boil_stop", (snapshot) =>
			snapshot.plant.parts.some((part) => isField(part) && latched(snapshot, "boil_stop", part, "boiling")),
		),
		alarm("tank_too_hot", "tank_too_hot", (snapshot) =>
			snapshot.plant.parts.some((part) => isHeated(snapshot, part) && latched(snapshot, "tank_limit", part, "too_hot")),
		),
		alarm("storage_fault", "store_fault", ({ findings }) => findings.some((f) => f.code.startsWith("store_"))),
		alarm(
			"attention",
			"findings",
			({ findings }) => findings.some((f) => f.severity !== "info"),
			({ plant, findings }) => ({
				findings: findings
					.filter((f) => f.severity !== "info" || f.code === REFUSED)
					.map((f) => ({
						code: f.code,
						severity: f.severity,
						text: findingText(language, withNames(plant, f, language)),
					})),
			}),
		),
	];
};

/** A refusal is no fault, but owners want to know why. Some releases of Home Assistant do not show the facts of an event. */
const REFUSED = "command_refused";

/**
 * Goes by the latch. A verdict names one reason, and another safety claim that agrees, such as a lost sensor, would hide this
 * one: that looks like an all-clear.
 */
function latched({ memories }: Snapshot, rule: string, part: Part, latch: string): boolean {
	const memory = memoryAt(memories, rule, part.id);
	return isRecord(memory) && memory[latch] === true;
}

/** Without a pump or heater there is nothing that the latch stops. */
const isHeated = ({ plant }: Snapshot, part: Part): boolean =>
	isTank(part) && (part.heaters.length > 0 || into(part, plant).length > 0);
