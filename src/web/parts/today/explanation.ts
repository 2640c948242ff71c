import type { ToldExplanation } from "#texts/explanation.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import { margin } from "./margin.ts";

/** What would change it, the nearest first, with a bar of how far that is; and, to be opened, what was compared. */
export function explanation(
	context: RenderContext,
	id: string,
	told: ToldExplanation | undefined,
	on: boolean,
): Html | undefined {
	if (told === undefined) return undefined;
	const { html, word } = context;
	const { conditions, changes } = told;
	const [next] = changes;
	return html`${next === undefined ? undefined : html`<p class="change">${next.text}</p>`}${margin(context, told, on)}${
		conditions.length === 0
			? undefined
			: html`<details id="conditions-${id}"><summary>${word("conditions")}</summary><ul>${[...conditions, ...changes.slice(1)].map(({ text }) => html`<li>${text}</li>`)}</ul></details>`
	}`;
}
