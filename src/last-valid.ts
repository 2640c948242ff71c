import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notice, type Tell } from "#model/decision.ts";
import type { OutputState } from "#model/output.ts";
import type { Plant } from "#model/plant.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant-of.ts";
import type { Options } from "#options/root.ts";
import type { Clock } from "#runtime/clock.ts";
import { causeOf } from "#store/database.ts";
import { devicesFor, restReached } from "./app-devices.ts";

const LAST_VALID = "last-valid-options.json";

/** Kept without the broker's group: only what is needed to find the outputs again. */
export function remember(folder: string, { mqtt: _, ...rest }: Options, tell: Tell): void {
	try {
		const path = join(folder, LAST_VALID);
		// Never half a file: a kill in between would leave nothing to find the outputs by.
		writeFileSync(`${path}.new`, JSON.stringify(rest), { mode: 0o600 });
		renameSync(`${path}.new`, path);
	} catch (failed) {
		tell(
			notice("warning", "options_not_kept", {
				text: `The valid options could not be kept for later: ${causeOf(failed)}`,
			}),
		);
	}
}

/** Invalid options control nothing, so what the last valid ones controlled goes to rest. Whether it did, as far as the boards can tell. */
export async function restLastValid(
	folder: string,
	time: Clock,
	tell: Tell,
	outputs: Readonly<Record<string, OutputState>>,
): Promise<boolean> {
	const options = lastValid(folder);
	if (options === undefined) return true;
	const plant = plantOf(options);
	const devices = devicesFor({ options, plant, time, tell, outputs });
	const rested = await devices.rest();
	await devices.close();
	return restReached(plant, rested, tell);
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
