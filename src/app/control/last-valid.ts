import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "#files/replace.ts";
import { finding } from "#model/findings/finding.ts";
import type { OutputState } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { seconds } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { caught } from "#model/untyped/caught.ts";
import { type Parsed, parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { ALL_ACCEPTED } from "#options/problems/unproven-heaters.ts";
import type { Options } from "#options/root.ts";
import type { Clock } from "#runtime/clock.ts";
import { pauseAt } from "#runtime/pause.ts";
import { causeOf } from "#store/database.ts";
import { keepAccepted } from "./accepted-heaters.ts";
import { devicesFor, restReached } from "./devices.ts";
import { LAST_VALID } from "./last-valid-file.ts";

/** Options whose value is a secret: no output needs one to go to rest. */
const SECRET = /password|secret|token/;

/** Saves the options without the broker's group and without secrets. They are needed to find the outputs again. */
export function remember(folder: string, options: Options, tell: Tell): void {
	const { mqtt: _, ...rest } = options;
	try {
		// Before the options that it is made of are replaced.
		keepAccepted(folder, options);
		const path = join(folder, LAST_VALID);
		const text = JSON.stringify(rest, (key, value) => (SECRET.test(key) ? undefined : value));
		// Atomic: half a file after a kill or power cut would not name the outputs. Most starts change nothing.
		if (caught(() => readFileSync(path, "utf8"), "") !== text) replaceFile(path, text);
	} catch (failed) {
		tell(notice("warning", "options_not_kept", { cause: causeOf(failed) }));
	}
}

/** `unknown` if nothing tells which outputs there were. */
type Rested = "rested" | "not_rested" | "unknown";

/** Seconds between attempts to rest outputs that did not answer. */
const AGAIN = seconds(30);

/**
 * Valid options are remembered. While they are invalid, what the last valid ones controlled goes to rest, over and over until it
 * is. `first` resolves after the first try; `finish` tries once more if need be.
 */
export function lastOutputsOf(parsed: Parsed, ...what: Parameters<typeof restLastValid>) {
	const [folder, , tell] = what;
	const stop = new AbortController();
	const pause = pauseAt(1);
	let rested: Rested = parsed.kind === "valid" ? "rested" : "not_rested";
	if (parsed.kind === "valid") remember(folder, parsed.options, tell);
	const rest = async () => {
		rested = await restLastValid(...what);
	};
	const first = parsed.kind === "valid" ? Promise.resolve() : rest();
	const repeated = async () => {
		while (rested === "not_rested" && !stop.signal.aborted) {
			await pause(AGAIN, stop.signal);
			if (!stop.signal.aborted) await rest();
		}
	};
	// A bug in the first attempt goes to its caller.
	const later = first.then(repeated).catch(() => undefined);
	return {
		first,
		findings: () => (rested === "unknown" ? [finding("alarm", "rest_unknown", { file: LAST_VALID })] : []),
		async finish(): Promise<Rested> {
			stop.abort();
			await later;
			if (rested === "not_rested") await rest();
			return rested;
		},
	};
}

/** Invalid options control nothing, so the outputs of the last valid options go to rest. Gives what the boards report. */
async function restLastValid(
	folder: string,
	time: Clock,
	tell: Tell,
	outputs: Readonly<Record<string, OutputState>>,
): Promise<Rested> {
	const options = lastValid(folder);
	if (options === undefined) {
		// If nothing was ever switched, nothing has to rest.
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

/** The plant of these options, or of the last valid ones; undefined if those are lost. */
export function shownPlant(options: Options | undefined, folder: string): Plant | undefined {
	const known = options ?? lastValid(folder);
	return known && plantOf(known);
}

/** The last valid options, without the broker's group. */
export function lastValid(folder: string): Options | undefined {
	try {
		const parsed = parse(JSON.parse(readFileSync(join(folder, LAST_VALID), "utf8")), [], ALL_ACCEPTED);
		return parsed.kind === "valid" ? parsed.options : undefined;
	} catch {
		return undefined;
	}
}
