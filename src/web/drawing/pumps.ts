import type { Html } from "../html.ts";
import type { Layout, PlacedPump } from "./layout.ts";
import type { Pen } from "./pen.ts";
import type { DrawnWay } from "./plant.ts";

/** A circle with the triangle of a pump, and how it runs. */
export function drawPump({ html, words, short }: Pen, { pump, x, y, roomy }: PlacedPump, lane: boolean): Html {
	const { name, state, speed = 0, by_hand } = pump;
	const on = speed > 0 ? " on" : "";
	const r = roomy && !lane ? 23 : 16;
	const t = r / 23;
	const up = `M${x - 12 * t} ${y + 8 * t}h${24 * t}l${-12 * t}-${20 * t}z`;
	const side = `M${x - 8 * t} ${y - 12 * t}v${24 * t}l${20 * t}-${12 * t}z`;
	const down = `M${x - 12 * t} ${y - 8 * t}h${24 * t}l${-12 * t} ${20 * t}z`;
	const sign = html`<g class="pump${on}"><circle cx="${x}" cy="${y}" r="${r}"/><path d="${lane ? side : roomy ? up : down}"/></g>`;
	if (lane)
		return html`${sign}<text class="l" x="${x + 24}" y="${y + 22}">${short(name, 18)} <tspan class="k${by_hand ? " held" : ""}">${state}</tspan></text>`;
	if (!roomy) return html`${sign}<text class="l c k${by_hand ? " held" : ""}" x="${x}" y="${y + 34}">${state}</text>`;
	return html`${sign}<text class="l" x="${x + 34}" y="${y - 5}">${short(name, 12)}</text><text class="m" x="${x + 34}" y="${y + 18}">${state}</text>${
		by_hand ? html`<text class="l held" x="${x + 34}" y="${y + 37}">${words.by_hand}</text>` : undefined
	}`;
}

const triangle = (html: Pen["html"], go: boolean, d: string) => html`<path class="${go ? "go" : ""}" d="${d}"/>`;

/** Valves: three triangles where one chooses between two stores, otherwise two across each way. Open ways are filled. */
export function drawWays({ html }: Pen, ways: readonly DrawnWay[], layout: Layout): Html {
	const to = ways.filter(({ end }) => end === "to");
	const stores = to
		.flatMap((way) =>
			layout.stores.flatMap((place) => (place.store.id === way.part ? { ...way, x: place.x - 30 } : [])),
		)
		.toSorted((a, b) => a.x - b.x);
	const [near, far] = stores;
	const fields = ways
		.filter(({ end }) => end === "from")
		.flatMap((way) =>
			layout.sources.flatMap((place) => (place.source.id === way.part ? { ...way, x: place.x + 162 } : [])),
		);
	const across = ({ x, open }: { readonly x: number; readonly open: boolean }, y: number) =>
		html`<g class="valve">${triangle(html, open, `M${x} ${y}l-9-14h18z`)}${triangle(html, open, `M${x} ${y}l-9 14h18z`)}</g>`;
	const choice =
		stores.length === 2 && near !== undefined && far !== undefined
			? html`<g class="valve">${triangle(html, near.open || far.open, `M${near.x} 22l-16-10v20z`)}${triangle(html, far.open, `M${near.x} 22l16-10v20z`)}${triangle(html, near.open, `M${near.x} 22l-10 16h20z`)}</g>`
			: stores.map((way) => across(way, 62));
	return html`${choice}${fields.map((way) => across(way, 66))}`;
}
