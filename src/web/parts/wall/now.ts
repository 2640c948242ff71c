import type { Bare } from "#words/keys.ts";
import { drawPlant } from "../../drawing/draw.ts";
import type { DrawnPlant } from "../../drawing/plant.ts";
import { roomOf } from "../../drawing/room.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";
import { alone } from "./alone.ts";
import { drawnOf, labelOf, wordsOf } from "./drawn.ts";
import { figures } from "./figures.ts";
import { heatsOf } from "./heats.ts";
import { hours } from "./hours.ts";
import { list } from "./list.ts";
import { need } from "./need.ts";

/** Letters from which a sentence is set smaller. */
const LONG = 30;

/** The first screen: what the plant is doing in a sentence, its drawing, today's heat, and whether it needs somebody. */
export function now(context: RenderContext, view: View): Html {
	const { html } = context;
	const text = sentenceOf(context, view);
	const plant = view.options_valid ? drawnOf(context, view) : undefined;
	const drawn = plant && drawing(context, plant);
	const long = text.length > LONG ? "long" : "";
	return html`<h1 class="${long}" aria-live="polite">${text}</h1>${
		drawn === undefined ? undefined : html`<div class="plant">${drawn}</div>`
	}<div class="figs">${figures(context, view)}${hours(context, heatsOf(context, view, "today_kwh"))}${need(context, view)}${mode(context, view)}</div>`;
}

/** Drawn whole; where that is more than one source and one store and has no room, only what is in use, with the others as a list. */
function drawing(context: RenderContext, plant: DrawnPlant): Html | undefined {
	const { html, clean } = context;
	const words = wordsOf(context);
	const whole = drawPlant(plant, { words, clean, label: labelOf(context, plant) });
	if (whole === undefined || plant.sources.length + plant.stores.length <= 2) return whole;
	const { used, others } = alone(plant);
	const part = drawPlant(used, { words, clean, label: labelOf(context, used), prefix: "phone" });
	return html`<div class="broad ${roomOf(plant)}">${whole}</div><div class="narrow">${part}${list(context, others)}</div>`;
}

function mode({ html, word }: RenderContext, { mode: set, options_valid, configured }: View): Html | undefined {
	if (!options_valid || !configured || set === "auto") return undefined;
	return html`<p class="mode"><span class="chip strong">${word(`mode_${set}`)}</span></p>`;
}

/** What it does; which store is charged, where there are several. */
export function sentenceOf({ word }: RenderContext, view: View): string {
	const key = sentenceKey(view);
	if (key !== "now_heating") return word(key);
	const { circuits, parts } = view;
	const fields = new Set(parts.filter(({ kind }) => kind === "collector").map(({ id }) => id));
	const running = circuits.filter(({ runs }) => runs);
	const sunny = running.filter(({ from }) => fields.has(from));
	// A stove, or a pump between tanks: not all heat is the sun's.
	const into = new Set((sunny.length > 0 ? sunny : running).map(({ to }) => to));
	const stores = parts.flatMap(({ id, name }) => (into.has(id) ? [name] : [])).join(", ");
	if (sunny.length === 0 && stores !== "") return word("now_moving", { stores });
	const several = new Set(circuits.map(({ to }) => to)).size > 1;
	return several && stores !== "" ? word("now_charging", { stores }) : word(key);
}

function sentenceKey({ alive, options_valid, configured, activity }: View): Bare<"page"> {
	if (!alive) return "now_hung";
	if (!options_valid) return "now_invalid";
	return configured ? `now_${activity}` : "now_unconfigured";
}
