import type { Html } from "../../html.ts";
import type { Legionella } from "../../owner-view.ts";
import type { RenderContext } from "../../render-context.ts";

const WIDTH = 360;

/** When each tank was hot enough last, and until when it has to be again. Nothing where the function is off. */
export function legionella(context: RenderContext): Html | undefined {
	const { html, word, owner } = context;
	const all = owner?.legionella ?? [];
	if (all.length === 0) return undefined;
	return html`<h2>${word("legionella")}</h2>${all.map((one) => tank(context, one))}`;
}

function tank({ html, word, decimal }: RenderContext, { name, target, days, every, date }: Legionella): Html {
	const degrees = decimal(target, 0);
	const whole = days === undefined ? undefined : Math.floor(days);
	const share = days === undefined ? 1 : Math.min(1, days / every);
	const said =
		whole === undefined
			? word("legionella_never", { target: degrees })
			: whole === 0
				? word("legionella_today", { target: degrees })
				: date === undefined
					? word("legionella_days", { target: degrees, days: whole })
					: word("legionella_date", { target: degrees, days: whole, date });
	return html`<div class="legionella"><p>${name === undefined ? undefined : html`<strong>${name}:</strong> `}${said}</p><svg class="progress${share >= 1 ? " due" : ""}" viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="${WIDTH}" height="8" rx="4"/><rect class="fill" width="${Math.round(share * WIDTH)}" height="8" rx="4"/></svg><p class="quiet">${whole === undefined ? undefined : `${word("legionella_of", { days: whole, every })} `}${word("legionella_then")}</p></div>`;
}
