import { engineerText } from "#texts/engineer.ts";
import { tools } from "../../engineer/frame.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";

/** Where to look closer. */
export function engineer(context: RenderContext): Html | undefined {
	const { html, language, engineer: live } = context;
	if (live === undefined) return undefined;
	const text = (key: Parameters<typeof engineerText>[1]) => engineerText(language, key);
	return html`<h2>${text("tools")}</h2>${tools({ ...context, text })}`;
}
