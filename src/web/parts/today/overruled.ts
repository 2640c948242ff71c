import { limitText } from "#texts/names.ts";
import type { Html } from "../../html.ts";
import type { OverruledView } from "../../plant-view.ts";
import type { RenderContext } from "../../render-context.ts";

/** What keeps it from running as fast as is asked. */
export const limit = ({ html, language }: RenderContext, limited: OverruledView | undefined): Html | undefined =>
	limited && html`<p class="quiet">${limitText(limited.text, language)}</p>`;

/** What was overruled, to be opened. */
export function overruled({ html, word }: RenderContext, id: string, all: readonly OverruledView[]): Html | undefined {
	if (all.length === 0) return undefined;
	return html`<details id="overruled-${id}"><summary>${word("overruled", { count: all.length })}</summary><ul>${all.map(
		({ want_text, rank, text }) =>
			html`<li><span class="quiet">${word("overruled_one", { want: want_text, rank: word(`rank_${rank}`) })}</span> ${text}</li>`,
	)}</ul></details>`;
}
