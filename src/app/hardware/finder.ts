import { implausible } from "#control/judge.ts";
import type { AnyDriver } from "#drivers/driver.ts";
import * as drivers from "#drivers/index.ts";
import { type Finder, type Found, type FoundSensor, ROOTS, type Roots } from "#model/plant/found.ts";
import { plausible } from "#model/plant/sensor-role.ts";
import { type Instant, kelvin } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { driverOptions, plantOf } from "#options/plant/plant-of.ts";
import type { Options } from "#options/root.ts";
import { portFinder } from "./ports.ts";
import { together } from "./together.ts";

const NO_OFFSET = kelvin(0);

export interface Looking {
	readonly tell: Tell;
	readonly now: () => Instant;
	/** Absent: those of this machine. */
	readonly roots?: Roots;
}

/** Looks for everything on every bus, including what the options name. Writes nothing. */
export function hardwareFinder(options: Options | undefined, looking: Looking): Finder {
	const groups = options === undefined ? {} : driverOptions(options);
	const all: readonly AnyDriver[] = Object.values(drivers);
	const judged = judgeOf(options);
	const { roots = ROOTS } = looking;
	const finders = all.flatMap((driver) => {
		const group = driver.options.parse(groups[driver.scheme] ?? {});
		return driver.finder?.(group, { ...looking, roots }) ?? [];
	});
	finders.push(portFinder(all, roots));
	let told = false;
	// A bug in one finder costs what that one finds.
	const failed = (bug: unknown) => {
		if (!told) looking.tell(notice("error", "view_failed", { what: "sensors", error: String(bug) }));
		told = true;
		return [];
	};
	return {
		async find() {
			const found = await Promise.all(finders.map((finder) => finder.find().catch(failed)));
			return together(found.flat().map(judged));
		},
		async close() {
			await Promise.all(finders.map((finder) => finder.close()));
		},
	};
}

/** Judges as a turn does: by the range and offset of the sensor in the options, otherwise by what any sensor can measure. */
function judgeOf(options: Options | undefined): (found: Found) => Found {
	const sensors = options === undefined ? [] : plantOf(options).sensors;
	const named = new Map(sensors.map((sensor) => [sensor.source.toLowerCase(), sensor]));
	return (found) => {
		if (found.kind !== undefined || found.value === undefined) return found;
		const { quantity = "temperature" } = found;
		const { range, offset } = named.get(found.source.toLowerCase()) ?? {
			range: plausible("other", quantity),
			offset: NO_OFFSET,
		};
		const fault = implausible(found.value + offset, { quantity, range });
		return fault === undefined ? found : { source: found.source, fault };
	};
}

export const isSensor = (found: Found): found is FoundSensor => found.kind === undefined;
