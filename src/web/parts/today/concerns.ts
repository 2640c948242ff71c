import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";

/** The wall explains these in more detail. */
const ABOVE: ReadonlySet<string> = new Set(["options_invalid", "nothing_configured"]);

/** What is not explained in more detail by another part of the wall. */
export const concernsShown = ({ concerns: found, configured, problems }: View): View["concerns"] =>
	found.filter(({ code }) => !(ABOVE.has(code) && (problems.length > 0 || !configured)));

/** Faults and findings with remedies, the worst first; or a message that there are none. */
export function concerns({ html, word }: RenderContext, view: View): Html | undefined {
	const { configured, problems } = view;
	// Who opens Today does not see what the wall explains of the options.
	const all = view.concerns.filter(({ code }) => configured || code !== "nothing_configured");
	if (all.length === 0)
		return configured && problems.length === 0
			? html`<p class="well"><span class="dot good" aria-hidden="true"></span> ${word("all_well")}</p>`
			: undefined;
	return html`<h2>${word("concerns")}</h2><ul class="concerns">${all.map(
		({ severity, text, remedy }) =>
			html`<li class="${severity}"><strong class="severity">${word(`severity_${severity}`)}</strong><div><p>${text}</p>${
				remedy === undefined ? undefined : html`<p class="remedy">${remedy}</p>`
			}</div></li>`,
	)}</ul>`;
}
