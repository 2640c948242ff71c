import { implausible } from "#control/judge.ts";
import type { AnyDriver } from "#drivers/driver.ts";
import * as drivers from "#drivers/index.ts";
import type { Finder, Found } from "#model/plant/found.ts";
import { plausible } from "#model/plant/sensor-role.ts";
import { type Instant, kelvin, type Seconds, seconds } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { driverOptions, plantOf } from "#options/plant-of.ts";
import type { Options } from "#options/root.ts";
import { pauseAt } from "#runtime/pause.ts";

const AGAIN = seconds(5);
const NO_OFFSET = kelvin(0);

export interface Looking {
	readonly tell: Tell;
	readonly now: () => Instant;
}

/** Looks for every sensor on every bus, including those in the options. Writes nothing. */
export function sensorFinder(options: Options | undefined, looking: Looking): Finder {
	const groups = options === undefined ? {} : driverOptions(options);
	const all: readonly AnyDriver[] = Object.values(drivers);
	const judged = judgeOf(options);
	const finders = all.flatMap((driver) => {
		const group = driver.options.parse(groups[driver.scheme] ?? {});
		return driver.finder?.(group, looking) ?? [];
	});
	return {
		find: async () => (await Promise.all(finders.map((finder) => finder.find()))).flat().map(judged),
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
		if (found.value === undefined) return found;
		const { quantity = "temperature" } = found;
		const { range, offset } = named.get(found.source.toLowerCase()) ?? {
			range: plausible("other", quantity),
			offset: NO_OFFSET,
		};
		const fault = implausible(found.value + offset, { quantity, range });
		return fault === undefined ? found : { source: found.source, fault };
	};
}

/** For the welcome page, while nothing is configured: looks for sensors repeatedly. A bug is reported once. */
export function keepLooking(
	finder: Finder,
	tell: Tell,
	pause: (wait: Seconds, signal: AbortSignal) => Promise<void> = pauseAt(1),
): { found(): readonly Found[] | undefined; close(): void } {
	const stop = new AbortController();
	let found: readonly Found[] | undefined;
	let told = false;
	const failed = (bug: unknown) => {
		if (!told) tell(notice("error", "view_failed", { what: "sensors", error: String(bug) }));
		told = true;
	};
	const looking = async () => {
		while (!stop.signal.aborted) {
			await finder.find().then((now) => {
				found = now;
			}, failed);
			await pause(AGAIN, stop.signal);
		}
	};
	looking()
		.finally(() => finder.close())
		.catch(failed);
	return { found: () => found, close: () => stop.abort() };
}
