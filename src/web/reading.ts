import type { CurveFrame } from "./drawing/curve-frame.ts";
import type { Html } from "./html.ts";
import type { RenderContext } from "./render-context.ts";

/** What can be read out of curves, point by point. */
export interface Readings {
	/** Of the curves, for a screen reader. */
	readonly name: string;
	/** Of each line. */
	readonly lines: readonly string[];
	readonly points: readonly ReadPoint[];
}

export interface ReadPoint {
	/** Where it lies between the begin (0) and the end (1) of the curves. */
	readonly at: number;
	/** When it was. */
	readonly label: string;
	/** °C of each line; null where nothing was measured. */
	readonly values: readonly (number | null)[];
}

/**
 * Curves that are read by pointing and by arrow keys, as a slider; `READ_SCRIPT` does it. Without a script it says the last
 * point. The pictures are the same curves in several sizes, one of which is shown.
 */
export function readable(
	context: RenderContext,
	{ name, lines, points }: Readings,
	{ left, right }: Pick<CurveFrame, "left" | "right">,
	pictures: readonly Html[],
): Html {
	const { html, word, celsius } = context;
	const told = points.map(({ at, label, values }) => [
		Math.round(at * 10_000) / 10_000,
		label,
		...values.map((value) => (value === null ? null : celsius(value))),
	]);
	const last = points.length - 1;
	const text = textAt(context, lines, points[last]);
	return html`<div class="reads" tabindex="0" role="slider" aria-label="${word("history_read", { name })}" aria-valuemin="0" aria-valuemax="${last}" aria-valuenow="${last}" aria-valuetext="${text}" data-lines="${JSON.stringify(lines)}" data-none="${word("no_value")}" data-sides="${left} ${right}" data-read="${JSON.stringify(told)}">${pictures}<p class="reading" aria-hidden="true">${text}</p></div>`;
}

/** A line across the curves, beside them until something is read. */
export const cursor = ({ html }: RenderContext, { height }: Pick<CurveFrame, "height">): Html =>
	html`<path class="cursor" d="M-9 12V${height - 24}"/>`;

/** What is read at a point, as a sentence. The script says it in the same way. */
function textAt({ word, celsius }: RenderContext, lines: readonly string[], point: ReadPoint | undefined): string {
	if (point === undefined) return word("no_value");
	const values = lines.map((line, n) => {
		const value = point.values[n];
		return `${line} ${value == null ? word("no_value") : `${celsius(value)} °C`}`;
	});
	return `${point.label}: ${values.join(", ")}`;
}
