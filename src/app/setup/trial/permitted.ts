import { type Problem, problem } from "#model/findings/finding.ts";
import type { DevicePorts } from "#model/plant/device.ts";
import type { Plant } from "#model/plant/plant.ts";
import { mend } from "#model/sentences/sentence.ts";
import { readOptions } from "#options/entries/driver-options.ts";
import { placed } from "#options/plant/plant-of.ts";
import type { BoardRow } from "#web/setup/setup-view.ts";
import type { Raw } from "../to-options.ts";
import type { Tried } from "./trying.ts";

export interface Permitting {
	/** Plants whose devices are open: that in force, and while the options are invalid, the last valid one. */
	readonly plants: readonly Plant[];
	readonly boards: readonly BoardRow[];
	readonly raw: Raw;
	readonly ports: DevicePorts;
}

/** What may be tried at this target, or why nothing is. */
export function permitted(target: string, { plants, boards, raw, ports }: Permitting): Tried | Problem {
	const refused = (why: "try_not_found" | "try_in_use" | "try_held") => problem("target", target, mend(why));
	const place = placed(target, "outputs", raw);
	const board = boards.find(({ kinds }) => kinds.some(({ outputs }) => outputs.some((one) => one.target === target)));
	if (place === undefined || board === undefined) return refused("try_not_found");
	// Control writes the whole image of its boards: another writer would be undone, or undo it.
	const buses = new Set(plants.flatMap(({ sensors, outputs }) => [...sensors, ...outputs].map(({ bus }) => bus)));
	if (buses.has(place.bus) || board.state === "used") return refused("try_in_use");
	if (board.state !== "free") return refused("try_held");
	const { driver, device, channel } = place;
	const options = readOptions(driver, raw);
	if (options === undefined) return refused("try_not_found");
	return { target, channel, sets: "switch", open: () => driver.open(device, [channel], options, ports) };
}

export const isProblem = (answer: Tried | Problem): answer is Problem => "remedy" in answer;
