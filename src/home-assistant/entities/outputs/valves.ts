import { PAYLOAD_CLOSE, PAYLOAD_OPEN } from "ha-mqtt-discovery";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { isKnown } from "#model/plant/flows.ts";
import { isValve } from "#model/plant/output.ts";
import type { Output, Plant } from "#model/plant/plant.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { outputName } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { stateText } from "#texts/states.ts";
import { choiceIn } from "../command.ts";
import type { Entity, EntityFamily } from "../entity.ts";

/**
 * How each valve stands, as its board confirmed it: `open` is the position in which it is driven, `closed` the one at rest, and
 * in between it moves. The attribute says where it leads, because a diverter is never closed. In a circuit the valve follows
 * that, so there is nothing to operate.
 */
export const outputValves: EntityFamily = (plant, language) =>
	plant.outputs.filter(isValve).map((valve): Entity => {
		const key = `${valve.id}_valve`;
		return {
			key,
			platform: "valve",
			name: say(language, "entity", "valve", { name: outputName(plant, valve, language) }),
			bus: valve.bus,
			component: { icon: "mdi:pipe-valve" },
			state: (snapshot) => standing(snapshot, valve),
			attributes: (snapshot) => wayIn(snapshot, valve, plant, language),
			...(!followsCircuit(plant, valve) && {
				command: (payload: string) =>
					choiceIn(key, payload, [PAYLOAD_OPEN, PAYLOAD_CLOSE], (choice) => ({
						kind: "hold",
						output: valve.id,
						want: choice === PAYLOAD_OPEN ? FULL : OFF,
					})),
			}),
		};
	});

/** A person holds the circuit. */
export const followsCircuit = ({ circuits }: Plant, output: Output): boolean =>
	circuits.some(({ valves }) => valves.some(({ valve }) => valve === output));

function standing({ outputs, now }: Snapshot, valve: Output): "open" | "closed" | "opening" | "closing" | undefined {
	const actual = outputs[valve.index]?.actual;
	if (actual === undefined) return undefined;
	if (isKnown(now, valve, outputs)) return actual > 0 ? "open" : "closed";
	return actual > 0 ? "opening" : "closing";
}

/** `→ Buffer`, where it leads somewhere. */
const wayIn = ({ outputs }: Snapshot, valve: Output, plant: Plant, language: Language) =>
	followsCircuit(plant, valve) ? { way: stateText(plant, valve, outputs[valve.index]?.actual, language) } : {};
