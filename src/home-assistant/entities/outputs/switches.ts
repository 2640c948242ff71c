import { PAYLOAD_OFF, PAYLOAD_ON } from "ha-mqtt-discovery";
import { roundedUp } from "#model/plant/level.ts";
import type { OutputRole } from "#model/plant/plant.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { outputName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import { pressIn, switchIn } from "../command.ts";
import type { Entity, EntityFamily } from "../entity.ts";
import { followsCircuit } from "./valves.ts";

/**
 * A switch for each output. It shows the real state; switching it holds the output for a time, one with levels at its
 * highest. Its button releases the hold. A valve that follows its circuit begins with both disabled.
 */
export const outputSwitches: EntityFamily = (plant, language) =>
	plant.outputs.flatMap((output): readonly Entity[] => {
		const name = outputName(plant, output, language);
		const disabled = followsCircuit(plant, output) && { enabled_by_default: false };
		return [
			{
				key: output.id,
				platform: "switch",
				name: say(language, "entity", "output", { name }),
				bus: output.bus,
				component: { icon: ICONS[output.role], ...disabled },
				state({ outputs }) {
					const actual = outputs[output.index]?.actual;
					return actual === undefined ? undefined : actual > 0 ? PAYLOAD_ON : PAYLOAD_OFF;
				},
				command: (payload) =>
					switchIn(output.id, payload, (on) => ({
						kind: "hold",
						output: output.id,
						want: on ? roundedUp(output, FULL) : OFF,
					})),
			},
			{
				key: `${output.id}_auto`,
				platform: "button",
				name: say(language, "entity", "release", { name }),
				component: { icon: "mdi:autorenew", ...disabled },
				command: (payload) => pressIn(`${output.id}_auto`, payload, { kind: "release", output: output.id }),
			},
		];
	});

const ICONS: Readonly<Record<OutputRole, string>> = {
	pump: "mdi:pump",
	heater: "mdi:heating-coil",
	valve: "mdi:pipe-valve",
	other: "mdi:electric-switch",
};
