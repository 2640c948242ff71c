import { FORM } from "../../acts/form.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";

interface Look {
	/** What it is about, for those who do not see where it stands. */
	readonly about?: string;
	/** Filled. */
	readonly main?: boolean;
	/** Said in place of the text. */
	readonly label?: string;
}

/** A button that sends a wish, with and without a script. */
export function button({ html }: RenderContext, wish: string, text: string, { about, main, label }: Look = {}): Html {
	const said = label ?? (about === undefined ? undefined : `${about}: ${text}`);
	return html`<button class="btn${main ? " go" : ""}" form="${FORM}" name="do" value="${wish}"${
		said === undefined ? undefined : html` aria-label="${said}"`
	}>${text}</button>`;
}
