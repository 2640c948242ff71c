import type { ServerResponse } from "node:http";
import type { AppProcess } from "./app-process.ts";

/**
 * The app's log as the journal tells it. `Range: entries=CURSOR:SKIP:COUNT` counts from the cursor, without one from the
 * end; a cursor here is the number of a line. With `follow` the answer stays open and each new line comes with it.
 */
export function journal(
	app: Pick<AppProcess, "lines" | "hear">,
	response: ServerResponse,
	asked: { readonly range: string; readonly lines: number; readonly follow: boolean },
): void {
	const { cursor, skip, count } = partOf(asked.range);
	const from = (cursor ?? app.lines.length) + (skip ?? (cursor === undefined ? -asked.lines : 0));
	const first = Math.max(0, from);
	const end = count === undefined ? app.lines.length : Math.max(first, from + count);
	response.writeHead(200, {
		"content-type": "text/plain; charset=utf-8",
		"x-first-cursor": String(first),
		"x-accel-buffering": "no",
	});
	response.flushHeaders();
	response.write(whole(app.lines.slice(first, end)));
	if (asked.follow)
		response.on(
			"close",
			app.hear((line) => response.write(whole([line]))),
		);
	else response.end();
}

const whole = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");

function partOf(range: string): { readonly cursor?: number; readonly skip?: number; readonly count?: number } {
	const [, cursor, skip, count] = /^entries=(\d*):(-?\d+)?:(\d+)?/.exec(range) ?? [];
	return {
		...(cursor && { cursor: Number(cursor) }),
		...(skip && { skip: Number(skip) }),
		...(count && { count: Number(count) }),
	};
}
