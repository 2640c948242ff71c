import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";
import { sentenceOf } from "../wall/now.ts";

/** What the plant does, and in which mode, above the reasons. */
export function today(context: RenderContext, view: View): Html | undefined {
	const { html, word } = context;
	if (!view.options_valid || !view.configured) return undefined;
	return html`<h2 class="title">${sentenceOf(context, view)}</h2><p class="quiet"><span class="chip ${
		view.mode === "auto" ? "" : "strong"
	}">${word(`mode_${view.mode}`)}</span> ${word("safety_first")}</p>`;
}
