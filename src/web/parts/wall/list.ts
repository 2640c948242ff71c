import type { DrawnPlant, DrawnSource, DrawnStore } from "../../drawing/plant.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";

/** What is not drawn, with what it has: a temperature, a running pump, usable water. */
export function list(context: RenderContext, plant: DrawnPlant): Html | undefined {
	const { html } = context;
	const { sources, stores, air } = plant;
	const rows = [
		...sources.map((source) => [source.name, sourceText(context, source, plant)] as const),
		...stores.map((store) => [store.name, storeText(context, store)] as const),
		...(air === undefined ? [] : [[air.title, air.text] as const]),
	];
	if (rows.length === 0) return undefined;
	return html`<dl class="card others">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

const celsiusText = ({ celsius, word }: RenderContext, value: number | undefined) =>
	value === undefined ? word("no_value") : `${celsius(value)} °C`;

function sourceText(context: RenderContext, { id, temperature }: DrawnSource, { flows }: DrawnPlant): string {
	const runs = flows.some((flow) => flow.from === id && flow.runs);
	return [celsiusText(context, temperature), ...(runs ? [context.word("circuit_runs")] : [])].join(", ");
}

function storeText(context: RenderContext, { layers, usable }: DrawnStore): string {
	const { decimal, word } = context;
	const water =
		usable === undefined
			? []
			: [`${decimal(usable.litres, 0)} L ${word(usable.at_least ? "drawn_or_more" : "drawn_usable")}`];
	return [celsiusText(context, layers[0]?.temperature), ...water].join(", ");
}
