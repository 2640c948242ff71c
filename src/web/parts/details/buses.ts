import { engineerText } from "#texts/engineer.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";

/** How well the buses are read, and how regularly the loop turns. */
export function buses({ html, engineer, language, decimal }: RenderContext): Html | undefined {
	if (engineer === undefined || engineer.buses.length === 0) return undefined;
	const text = (key: Parameters<typeof engineerText>[1], facts = {}) => engineerText(language, key, facts);
	const { hours, loop } = engineer;
	const count = (n: number) => decimal(n, 0);
	const rows = engineer.buses.map(
		({ id, reads, corrupt, silent, other }) =>
			html`<tr><th scope="row">${id}</th><td class="number">${count(reads)}</td><td class="number">${count(corrupt)}</td><td class="number">${count(silent)}</td><td class="number">${count(other)}</td></tr>`,
	);
	const turns =
		loop &&
		html`<p class="loop">${text("longest_turn", { longest: decimal(loop.longest / 1000, 2), period: decimal(loop.period / 1000, 1) })}</p>`;
	return html`<h2 id="buses-title">${text("buses", { hours })}</h2><div class="wide" role="region" tabindex="0" aria-label="${text("buses", { hours })}"><table class="counts" aria-labelledby="buses-title"><thead><tr><th scope="col">${text("bus")}</th><th scope="col">${text("reads")}</th><th scope="col">${text("corrupt")}</th><th scope="col">${text("silent")}</th><th scope="col">${text("failed_otherwise")}</th></tr></thead><tbody>${rows}</tbody></table></div>${turns}`;
}
