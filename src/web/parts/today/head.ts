import { wishOf } from "../../acts/wish.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";
import { sentenceOf } from "../wall/now.ts";
import { button } from "./button.ts";

/** What the plant does, and in which mode, above the reasons. */
export function today(context: RenderContext, view: View): Html | undefined {
	const { html, word, may, owner } = context;
	if (!view.options_valid || !view.configured) return undefined;
	return html`<h2 class="title">${sentenceOf(context, view)}</h2><p class="quiet"><span class="chip ${
		view.mode === "auto" ? "" : "strong"
	}">${word(`mode_${view.mode}`)}</span> ${word("safety_first")}</p>${modes(context, view)}${
		may || owner === undefined ? undefined : html`<p class="quiet">${word("act_read_only")}</p>`
	}`;
}

/** Everything off, and back. */
function modes(context: RenderContext, { mode }: View): Html | undefined {
	const { html, word, may } = context;
	if (!may) return undefined;
	if (mode !== "auto")
		return html`<p class="buttons">${button(context, wishOf.mode("auto"), word("mode_to_auto"), { main: true })}</p>`;
	return html`<details class="hold" id="hold-all"><summary>${word("mode_change")}</summary><div class="panel"><p class="buttons">${button(context, wishOf.mode("off"), word("mode_to_off"))}</p><p class="quiet">${word("mode_off_means")}</p></div></details>`;
}
