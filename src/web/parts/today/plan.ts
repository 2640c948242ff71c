import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";

/** What is expected, the next first. */
export function plan({ html, word, owner }: RenderContext): Html | undefined {
	const all = owner?.plan ?? [];
	if (all.length === 0) return undefined;
	return html`<h2>${word("plan")}</h2><ul class="plan">${all.map(
		({ at, text }) => html`<li><strong>${at ?? word("plan_soon")}</strong><span>${text}</span></li>`,
	)}</ul>`;
}
