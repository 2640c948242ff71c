import type { Finder, FoundSensor } from "#model/plant/found.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { pauseAt } from "#runtime/pause.ts";
import { isSensor } from "../hardware/finder.ts";

const AGAIN = seconds(5);

/** For the welcome page, while nothing is configured: looks for sensors repeatedly. A bug is reported once. */
export function keepLooking(
	finder: Finder,
	tell: Tell,
	pause: (wait: Seconds, signal: AbortSignal) => Promise<void> = pauseAt(1),
): { found(): readonly FoundSensor[] | undefined; close(): void } {
	const stop = new AbortController();
	let found: readonly FoundSensor[] | undefined;
	let told = false;
	const failed = (bug: unknown) => {
		if (!told) tell(notice("error", "view_failed", { what: "sensors", error: String(bug) }));
		told = true;
	};
	const looking = async () => {
		while (!stop.signal.aborted) {
			await finder.find().then((now) => {
				found = now.filter(isSensor);
			}, failed);
			await pause(AGAIN, stop.signal);
		}
	};
	looking()
		.finally(() => finder.close())
		.catch(failed);
	return { found: () => found, close: () => stop.abort() };
}
