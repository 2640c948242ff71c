import { engineerText } from "#texts/engineer.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";

const HOUR = 3600;

/** How often and how long each output ran. */
export function relays(
	{ html, engineer, language, decimal, word }: RenderContext,
	{ outputs }: View,
): Html | undefined {
	if (engineer === undefined || outputs.length === 0) return undefined;
	const text = (key: Parameters<typeof engineerText>[1], facts = {}) => engineerText(language, key, facts);
	const rows = outputs.map(({ id, name }) => {
		const { today, hour, limit = 0, starts = 0, seconds = 0 } = engineer.outputs.get(id) ?? {};
		const lately = hour === undefined ? "–" : limit > 0 ? text("of_limit", { count: hour, limit }) : String(hour);
		return html`<tr><th scope="row">${name}</th><td class="number">${today ?? "–"}</td><td class="number">${lately}</td><td class="number">${decimal(starts, 0)}</td><td class="number">${decimal(seconds / HOUR, seconds < 100 * HOUR ? 1 : 0)}</td></tr>`;
	});
	return html`<h2 id="relays-title">${text("relays")}</h2><div class="wide" role="region" tabindex="0" aria-label="${text("relays")}"><table class="counts" aria-labelledby="relays-title"><thead><tr><th scope="col">${word("outputs")}</th><th scope="col">${text("starts_today")}</th><th scope="col">${text("starts_hour")}</th><th scope="col">${text("starts_all")}</th><th scope="col">${text("hours")}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
