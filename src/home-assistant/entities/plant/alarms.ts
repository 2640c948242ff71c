import { memoryAt } from "#model/decision/memory-key.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { into, isField, isTank } from "#model/plant/circuit.ts";
import type { Part, Plant } from "#model/plant/plant.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { partName, withNames } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import { findingText } from "#texts/told.ts";
import { atPart } from "../../places.ts";
import type { Entity, EntityFamily } from "../entity.ts";
import { faultsNow } from "../faults-now.ts";
import { alarm, problem } from "../problem.ts";

/** Where a latch stops something. */
type Can = (part: Part, plant: Plant) => boolean;
/** A rule, and the field of its memory. */
type Latch = readonly [rule: string, field: string];

/** Safety stops, and every fault that the app found in itself. */
export const alarms: EntityFamily = (plant, language) => {
	const shown = (
		key: string,
		name: string,
		state: (s: Snapshot) => boolean,
		{
			as = alarm,
			on,
			attributes,
			news,
		}: Partial<Pick<Entity, "on" | "attributes" | "news">> & { as?: typeof alarm | typeof problem } = {},
	): Entity => ({
		key,
		...as,
		...(on && { on }),
		name,
		state: (s) => (state(s) ? "ON" : "OFF"),
		...(attributes && { attributes }),
		...(news && { news }),
	});
	/** Of the plant, and of each part where there are several. */
	const stops = (key: "boil_stop" | "tank_too_hot", can: Can, latch: Latch) => {
		const stopped = (s: Snapshot, id?: string) =>
			s.plant.parts.some((part) => (id ?? part.id) === part.id && can(part, s.plant) && latched(s, part, latch));
		const parts = plant.parts.filter((part) => can(part, plant));
		return [
			shown(key, say(language, "entity", key), (s) => stopped(s), parts.length === 1 ? atPart(parts[0]) : {}),
			...(parts.length < 2 ? [] : parts).map((part) => {
				const name = partName(plant, part, language);
				const called = say(language, "entity", `${key}_of`, { name });
				return shown(`${key}_${part.id}`, called, (s) => stopped(s, part.id), atPart(part));
			}),
		];
	};
	const refused = ({ plant, findings }: Snapshot) =>
		findings
			.filter(({ code }) => code === REFUSED)
			.map((f) => ({ code: f.code, severity: f.severity, text: findingText(language, withNames(plant, f, language)) }));
	return [
		...stops("boil_stop", isField, ["boil_stop", "boiling"]),
		...stops("tank_too_hot", isHeated, ["tank_limit", "too_hot"]),
		shown(
			"storage_fault",
			say(language, "entity", "store_fault"),
			({ findings }) => findings.some((f) => f.code.startsWith("store_")),
			{ as: problem, on: "controller" },
		),
		shown("attention", say(language, "entity", "findings"), (s) => faultsNow(s, language).length > 0, {
			// Each message is a row for the recorder, and numbers in a text change all the time.
			news: (s) => JSON.stringify([faultsNow(s, language).map(({ id }) => id), refusedIn(s)]),
			attributes: (s) => ({ findings: [...faultsNow(s, language).map(({ id: _, ...told }) => told), ...refused(s)] }),
		}),
	];
};

/** A refusal is no fault, but owners want to know why. Some releases of Home Assistant do not show the facts of an event. */
const REFUSED = "command_refused";
const refusedIn = ({ findings }: Snapshot) =>
	findings.filter(({ code }) => code === REFUSED).map(({ facts: { path, value } }) => [path, value]);

/**
 * Goes by the latch. A verdict names one reason, and another safety claim that agrees, such as a lost sensor, would hide this
 * one: that looks like an all-clear.
 */
function latched({ memories }: Snapshot, part: Part, [rule, latch]: Latch): boolean {
	const memory = memoryAt(memories, rule, part.id);
	return isRecord(memory) && memory[latch] === true;
}

/** Without a pump or heater there is nothing that the latch stops. */
const isHeated: Can = (part, plant) => isTank(part) && (part.heaters.length > 0 || into(part, plant).length > 0);
