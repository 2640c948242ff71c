import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";
import { concernsShown } from "../today/concerns.ts";

type Need = "ok" | "look" | "act";

/** A tick, a triangle and an octagon: the shape says it without its colour. */
const SHAPES: Readonly<Record<Need, string>> = {
	ok: '<circle cx="12" cy="12" r="11"/><path d="m6.5 12.5 3.8 3.8 7.4-8"/>',
	look: '<path class="b" d="M12 1.5 23.3 22H.7z"/><path d="M12 9v6m0 3v.4"/>',
	act: '<path class="b" d="M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z"/><path d="M12 6v7m0 4v.4"/>',
};

/** Whether somebody is needed, and what to do. The list of all is on the second page. */
export function need(context: RenderContext, view: View): Html | undefined {
	const { html, raw, word } = context;
	const { alive, configured, options_valid, problems } = view;
	if (!configured && options_valid) return undefined;
	const all = concernsShown(view);
	const [worst] = all;
	const kind: Need = !alive || problems.length > 0 || worst?.severity === "alarm" ? "act" : worst ? "look" : "ok";
	const own = !alive ? word("need_hung") : problems.length > 0 ? word("need_options") : undefined;
	const text = own ?? (worst && brief(worst.text));
	const lead = word(`need_${kind}`);
	const remedy = own === undefined && worst?.remedy ? brief(worst.remedy) : undefined;
	const more =
		own === undefined && all.length > 1
			? html` <a href="#view-today">${word("need_more", { count: all.length - 1 })}</a>`
			: undefined;
	return html`<div class="need ${kind}"><svg class="mark ${kind}" viewBox="0 0 24 24" aria-hidden="true">${raw(SHAPES[kind])}</svg><div><p class="say">${
		text === undefined ? lead : `${lead}: ${text}`
	}${more}</p>${remedy === undefined ? undefined : html`<p class="do">${remedy}</p>`}</div></div>`;
}

/** Characters that can be read from three metres away, and at most. */
const BRIEF = 80;
const MOST = 110;
/** The first sentence of a long text, or its beginning; all of it is on the second page. */
function brief(text: string): string {
	if (text.length <= BRIEF) return text;
	const first = /^.{20,}?[.!?](?= |$)/.exec(text)?.[0] ?? text;
	if (first.length <= MOST) return first;
	const blank = first.lastIndexOf(" ", MOST - 1);
	return `${first.slice(0, blank < BRIEF / 2 ? MOST : blank).replace(/[,;:]$/, "")} …`;
}
