import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { notice, type Tell } from "#model/decision.ts";
import type { OutputState } from "#model/output.ts";
import type { Plant } from "#model/plant.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant-of.ts";
import type { Options } from "#options/root.ts";
import type { Clock } from "#runtime/clock.ts";
import { causeOf } from "#store/database.ts";
import { writeWhole } from "#store/whole-file.ts";
import { devicesFor, restReached } from "./app-devices.ts";

export const LAST_VALID = "last-valid-options.json";

/** Kept without the broker's group: only what is needed to find the outputs again. */
export function remember(folder: string, { mqtt: _, ...rest }: Options, tell: Tell): void {
	try {
		// Never half a file: after a kill or a power cut there would be nothing to find the outputs by.
		writeWhole(join(folder, LAST_VALID), JSON.stringify(rest));
	} catch (failed) {
		tell(
			notice("warning", "options_not_kept", {
				text: `The valid options could not be kept for later: ${causeOf(failed)}`,
			}),
		);
	}
}

/** `unknown` where nothing says any more which outputs there were. */
export type Rested = "rested" | "not_rested" | "unknown";

/** Invalid options control nothing, so what the last valid ones controlled goes to rest. Whether it did, as far as the boards can tell. */
export async function restLastValid(
	folder: string,
	time: Clock,
	tell: Tell,
	outputs: Readonly<Record<string, OutputState>>,
): Promise<Rested> {
	const options = lastValid(folder);
	if (options === undefined) {
		// Where nothing was ever switched there is nothing to bring to rest.
		if (Object.keys(outputs).length === 0 && !existsSync(join(folder, LAST_VALID))) return "rested";
		tell(notice("error", "rest_unknown", { file: LAST_VALID }));
		return "unknown";
	}
	const plant = plantOf(options);
	const devices = devicesFor({ options, plant, time, tell, outputs });
	const rested = await devices.rest();
	await devices.close();
	return restReached(plant, rested, tell) ? "rested" : "not_rested";
}

/** The plant of these options, else of the last valid ones; undefined where those are lost. */
export function shownPlant(options: Options | undefined, folder: string): Plant | undefined {
	const known = options ?? lastValid(folder);
	return known && plantOf(known);
}

/** The last options that were valid, without the broker's group. */
export function lastValid(folder: string): Options | undefined {
	try {
		const parsed = parse(JSON.parse(readFileSync(join(folder, LAST_VALID), "utf8")));
		return parsed.kind === "valid" ? parsed.options : undefined;
	} catch {
		return undefined;
	}
}
