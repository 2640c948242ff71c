import type { Bare } from "#words/keys.ts";
import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import type { View } from "../view.ts";
import { scheme } from "./scheme.ts";

/** What the plant is doing, in a sentence and a picture. */
export function now({ html, word, ...context }: RenderContext, view: View): Html {
	const { mode, options_valid, configured } = view;
	const chip = mode === "auto" ? undefined : "strong";
	return html`<div class="now">
<h1 aria-live="polite">${word(sentenceKey(view))}</h1>
${options_valid ? html`<p class="quiet">${configured ? html`<span class="chip ${chip}">${word(`mode_${mode}`)}</span> ` : undefined}${word("safety_first")}</p>` : undefined}
</div>${scheme({ html, word, ...context }, view)}`;
}

function sentenceKey({ alive, options_valid, configured, activity }: View): Bare<"page"> {
	if (!alive) return "now_hung";
	if (!options_valid) return "now_invalid";
	return configured ? `now_${activity}` : "now_unconfigured";
}
