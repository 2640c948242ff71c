import { SWITCH } from "#model/plant/level.ts";
import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import type { OutputView, SensorView } from "../view.ts";

/** Upper limits of the colour steps, °C. */
const STEPS = [25, 35, 45, 55, 65, 75, 90];

/** The class of a temperature's colour. */
export const warmth = (value: number | undefined): string => {
	if (value === undefined) return "warmth-unknown";
	const step = STEPS.findIndex((limit) => value < limit);
	return `warmth-${step < 0 ? STEPS.length : step}`;
};

/** From top to bottom: the layers, or the only reading. */
export function bandsOf(layers: readonly SensorView[], tank: SensorView | undefined): readonly (number | undefined)[] {
	const high = layers.filter((s) => s.height !== undefined);
	if (high.length < 2) return [tank?.value];
	return high.toSorted((a, b) => (b.height ?? 0) - (a.height ?? 0)).map(({ value }) => value);
}

/** `60 %` at an output with a level, while it runs. */
export const percentOf = (
	html: RenderContext["html"],
	{ level = SWITCH, actual = 0, state_text }: OutputView,
	x: number,
	y: number,
): Html | undefined =>
	level.min === SWITCH.min || actual === 0
		? undefined
		: html`<text class="small middle" x="${x}" y="${y}">${state_text}</text>`;
