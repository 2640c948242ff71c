import type { ToldExplanation } from "#texts/explanation.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";

/** What would change it, the nearest first; and, to be opened, what was compared. */
export function explanation(
	{ html, word }: RenderContext,
	id: string,
	told: ToldExplanation | undefined,
): Html | undefined {
	if (told === undefined) return undefined;
	const { conditions, changes } = told;
	const [next] = changes;
	return html`${next === undefined ? undefined : html`<p class="quiet">${next.text}</p>`}${
		conditions.length === 0
			? undefined
			: html`<details id="conditions-${id}"><summary>${word("conditions")}</summary><ul>${[...conditions, ...changes.slice(1)].map(({ text }) => html`<li>${text}</li>`)}</ul></details>`
	}`;
}
