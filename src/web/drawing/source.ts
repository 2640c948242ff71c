import type { Html } from "../html.ts";
import { classOf } from "./colours.ts";
import type { PlacedSource } from "./layout.ts";
import type { Pen } from "./pen.ts";
import type { Sky } from "./plant.ts";

/** A collector field as a leaning panel, a stove or boiler as a box with a flame; name and temperature above. */
export function drawSource(pen: Pen, { source, x }: PlacedSource): Html {
	const { html, words } = pen;
	const { kind, name, temperature } = source;
	const shape = kind === "collector" ? panel(pen, source.panels ?? 3, temperature, x) : fire(pen, temperature, x);
	return html`<text class="l" x="${x + 8}" y="48">${pen.short(name, source.sky === undefined ? 20 : 13)}</text><text class="n" x="${x + 8}" y="80">${
		temperature === undefined ? words.unknown : pen.celsius(temperature)
	}</text>${skyOf(pen, source.sky, x)}${shape}`;
}

/** Its colour, or the ground of what is not known. */
const filled = ({ html, hatch }: Pen, temperature: number | undefined): Html =>
	temperature === undefined ? html`class="panel" fill="${hatch}"` : html`class="panel ${classOf(temperature)}"`;

function panel(pen: Pen, panels: number, temperature: number | undefined, x: number): Html {
	const { html } = pen;
	const outline = `M${x + 8} 192 ${x + 44} 92H${x + 150}L${x + 114} 192z`;
	const seams = Array.from({ length: panels - 1 }, (_, n) => Math.round(x + 44 + (106 * (n + 1)) / panels));
	return html`<path ${filled(pen, temperature)} d="${outline}"/>${seams.map(
		(at) => html`<path class="seam" d="M${at} 92l-36 100"/>`,
	)}<path class="seam thin" d="M${x + 26} 142h106"/><path class="rim" d="${outline}"/>`;
}

function fire(pen: Pen, temperature: number | undefined, x: number): Html {
	const { html } = pen;
	return html`<rect ${filled(pen, temperature)} x="${x + 8}" y="92" width="128" height="100" rx="10"/><rect class="rim" x="${x + 8}" y="92" width="128" height="100" rx="10"/><path class="flame" d="M${x + 72} 112c4 18 26 26 26 46a26 24 0 0 1-52 0c0-10 5-17 11-22 1 6 4 9 8 10-2-14 1-26 7-34z"/>`;
}

const RAYS = [0, 45, 90, 135, 180, 225, 270, 315];

function skyOf({ html }: Pen, sky: Sky | undefined, x: number): Html | undefined {
	if (sky === undefined) return undefined;
	if (sky === "moon") return html`<path class="moon" d="M${x + 138} 35a13 13 0 1 0 7 20 11 11 0 0 1-7-20z"/>`;
	return html`<g class="sun${sky === "sun" ? "" : " out"}"><circle cx="${x + 139}" cy="45" r="7.5"/>${
		sky === "sun"
			? RAYS.map((angle) => html`<path d="M${x + 139} 33v-3" transform="rotate(${angle} ${x + 139} 45)"/>`)
			: undefined
	}</g>`;
}
