import { setTimeout as pause } from "node:timers/promises";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import type { Program } from "./program.ts";

/** Seconds between the app's visible turns, by its own clock, over its control socket. Commands bring some forward. */
export function turnGaps(data: string, program: Program) {
	const gaps: number[] = [];
	const stop = new AbortController();
	let last: number | undefined;
	const looking = (async () => {
		while (!stop.signal.aborted && program.runs()) {
			const asked = await askControl(data, "snapshot", undefined, seconds(30));
			const t = asked.kind === "answer" ? (asked.value as { readonly t: number }).t : undefined;
			if (t !== undefined && t !== last) {
				if (last !== undefined) gaps.push(t - last);
				last = t;
			}
			await pause(25);
		}
	})();
	return {
		async end(): Promise<readonly number[]> {
			stop.abort();
			await looking;
			return gaps;
		},
	};
}
