import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";

/** All faults of the options: where, what was found, and what to write instead. */
export function problems({ html, word }: RenderContext, { problems: all, options_valid }: View): Html | undefined {
	if (all.length === 0) return undefined;
	return html`<h2>${word("problems")}</h2><dl class="problems">${all.map(
		({ path, value, remedy }) =>
			html`<div><dt><code>${path}</code> <span class="quiet">${word("problem_found", { value })}</span></dt><dd>${remedy}</dd></div>`,
	)}</dl>${options_valid ? undefined : html`<p class="quiet">${word("problems_then")}</p>`}`;
}
