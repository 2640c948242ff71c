import type { Html } from "../html.ts";
import { classOf } from "./colours.ts";
import { BODY, type PlacedStore } from "./layout.ts";
import type { Pen } from "./pen.ts";
import type { DrawnHeater, DrawnLayer, DrawnStore } from "./plant.ts";

/** A layer lower than this has no room for its number. */
const LEAST = 17;
const USABLE_FROM = 40;

interface Band extends DrawnLayer {
	readonly y: number;
	readonly high: number;
}

/** A tank with its layers, coil, heaters and usable water; or another store with one temperature. */
export function drawStore(pen: Pen, placed: PlacedStore, nth: number): Html {
	const { html } = pen;
	const { store, x, y, tall, fed } = placed;
	const bands = bandsOf(store.layers, y, tall);
	const id = `${pen.prefix}-store-${nth}`;
	const body = html`<rect x="${x}" y="${y}" width="${BODY}" height="${tall}" rx="22"/>`;
	const tank = store.kind === "tank";
	return html`<text class="l c" x="${x + BODY / 2}" y="${y - 12}">${pen.short(store.name, 24)}</text><clipPath id="${id}">${body}</clipPath><g clip-path="url(#${id})">${bands.map(
		(band, n) => ground(pen, band, x, n > 0),
	)}</g>${fed && tank ? coil(pen, placed) : undefined}${tank ? bands.map((band) => figure(pen, band, x)) : sink(pen, placed)}<rect class="skin" x="${x}" y="${y}" width="${BODY}" height="${tall}" rx="22"/>${besides(pen, placed, bands)}`;
}

function bandsOf(layers: readonly DrawnLayer[], top: number, tall: number): readonly Band[] {
	let y = top;
	return layers.map((layer) => {
		const band = { ...layer, y: rounded(y), high: rounded(layer.share * tall) };
		y += layer.share * tall;
		return band;
	});
}

const rounded = (value: number) => Math.round(value * 10) / 10;

function ground({ html, hatch }: Pen, { temperature, y, high }: Band, x: number, cut: boolean): Html {
	const fill =
		temperature === undefined
			? html`<rect fill="${hatch}" x="${x}" y="${y}" width="${BODY}" height="${high + 0.6}"/>`
			: html`<rect class="${classOf(temperature)}" x="${x}" y="${y}" width="${BODY}" height="${high + 0.6}"/>`;
	return html`${fill}${cut ? html`<path class="cut" d="M${x} ${y}h${BODY}"/>` : undefined}`;
}

function figure({ html, words }: Pen, { temperature, y, high }: Band, x: number): Html | undefined {
	if (high < LEAST) return undefined;
	const middle = rounded(y + high / 2);
	if (temperature === undefined)
		return html`<circle class="p0" cx="${x + 99}" cy="${middle}" r="12"/><text class="v" x="${x + 104}" y="${middle + 6}">${words.unknown}</text>`;
	return html`<text class="v on-${classOf(temperature)}" x="${x + 104}" y="${middle + 6}">${words.number(temperature, 1)}</text>`;
}

/** The exchanger, at its height in the lower half. */
function coil({ html }: Pen, { x, into, out }: PlacedStore): Html {
	const r = rounded((out - into) / 10);
	const back = `a${r} ${r} 0 0 0 0 ${2 * r}`;
	const bend = `a${r} ${r} 0 0 1 0 ${2 * r}`;
	return html`<path class="coil" d="M${x} ${rounded(into)}h46${bend}h-22${back}h22${bend}h-22${back}h22${bend}H${x}"/>`;
}

/** Signs of stores that are no tank: waves, a radiator, a loop. */
const SIGNS: Readonly<Record<Exclude<DrawnStore["kind"], "tank">, string>> = {
	pool: "m-34 0q8.5-9 17 0t17 0 17 0 17 0m-68 14q8.5-9 17 0t17 0 17 0 17 0",
	heat_dump: "m-30-8v24m15-24v24m15-24v24m15-24v24m15-24v24m-64-24h68m-68 24h68",
	heating: "m-30-8v24m15-24v24m15-24v24m15-24v24m15-24v24m-64-24h68m-68 24h68",
	circulation: "m-24 4a24 15 0 0 1 44-9m4 9a24 15 0 0 1-44 9m40-26 1 9-9 1m-33 24-1-9 9-1",
};

function sink({ html, words, celsius }: Pen, { store, x, y, tall }: PlacedStore): Html {
	const { temperature } = store.layers[0] ?? {};
	const sign = store.kind === "tank" ? "" : SIGNS[store.kind];
	const middle = x + BODY / 2;
	const ink = temperature === undefined ? "" : ` on-${classOf(temperature)}`;
	const plate = temperature === undefined ? html`<circle class="p0" cx="${middle}" cy="${y + 42}" r="17"/>` : undefined;
	return html`${plate}<text class="n c${ink}" x="${middle}" y="${y + 52}">${
		temperature === undefined ? words.unknown : celsius(temperature)
	}</text><path class="sign" d="M${middle} ${rounded(y + tall * 0.66)}${sign}"/>`;
}

/** To the right of it: usable water with a brace over its layers, and its heaters. */
function besides(pen: Pen, { store, x, y, tall }: PlacedStore, bands: readonly Band[]): Html {
	const { html, words } = pen;
	const { usable, heaters } = store;
	const edge = x + BODY;
	const under = bands.findIndex(({ temperature }) => temperature !== undefined && temperature < USABLE_FROM);
	const end = under < 0 ? y + tall : (bands[under]?.y ?? y);
	const shown = usable !== undefined && usable.litres > 0 && end - y > 8;
	const water =
		usable === undefined
			? undefined
			: html`${shown ? html`<path class="brace" d="M${edge + 8} ${y + 6}h6V${rounded(end - 3)}h-6"/>` : undefined}<text class="n" x="${edge + 23}" y="${y + 30}">${`${words.number(usable.litres, 0)} L`}</text><text class="l" x="${edge + 23}" y="${y + 52}">${
					usable.at_least ? words.or_more : words.usable
				}</text><text class="l" x="${edge + 23}" y="${y + 72}">${words.at_40}</text>`;
	const first = usable === undefined ? y + tall * 0.3 : y + 136;
	return html`${water}${heaters.map((heater, n) => element(pen, heater, edge, heaterAt(n, heaters.length, bands), first + n * 66))}`;
}

/** On the boundary of two layers, so that it hides no number; several share the upper three quarters. */
function heaterAt(n: number, of: number, bands: readonly Band[]): number {
	const top = bands[0]?.y ?? 0;
	const tall = bands.reduce((sum, { high }) => sum + high, 0);
	const wish = top + tall * (of === 1 ? 0.5 : 0.3 + (0.45 * n) / (of - 1));
	const edges = bands.slice(1).map(({ y }) => y);
	const nearest = edges.toSorted((a, b) => Math.abs(a - wish) - Math.abs(b - wish))[of === 1 ? 0 : n];
	return rounded(nearest ?? wish + 24);
}

function element({ html, words, short }: Pen, heater: DrawnHeater, x: number, at: number, label: number): Html {
	const { name, state, on, by_hand } = heater;
	const text = rounded(Math.max(at, label));
	return html`<g class="heat${on ? " on" : ""}"><path d="M${x} ${at - 4}H${x - 54}a4 4 0 0 0 0 8H${x}"/><rect x="${x - 2}" y="${at - 12}" width="11" height="24" rx="3"/></g><text class="l" x="${x + 23}" y="${text - 2}">${short(name, 12)}</text><text class="m" x="${x + 23}" y="${text + 20}">${state}</text>${
		by_hand ? html`<text class="l held" x="${x + 23}" y="${text + 39}">${words.by_hand}</text>` : undefined
	}`;
}
