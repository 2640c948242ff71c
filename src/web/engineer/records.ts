import type { Html } from "../html.ts";
import { type EngineerContext, page } from "./frame.ts";
import type { RecordsView } from "./records-view.ts";

/** Who did what, and what the app says, for administrators. */
export const recordsPage = (context: EngineerContext, view: RecordsView): Html =>
	page(context, "records", [
		["trail", trail(context, view)],
		["log", log(context, view)],
	]);

function trail(context: EngineerContext, { trail: all, earlier, moment, proven }: RecordsView): Html {
	const { html, text, ago, since } = context;
	const proof =
		proven === undefined
			? text("trail_unproven")
			: proven.broken
				? text("trail_broken", { ago: ago(since(proven.when)) })
				: text("trail_whole", { ago: ago(since(proven.when)), rows: proven.rows });
	const head = html`<div class="headed"><h2 id="trail-title">${text("trail")}</h2><p class="quiet">${proof}</p></div>`;
	if (all === undefined) return html`${head}<p>${text("trail_unreadable")}</p>`;
	const more = earlier && html`<p><a class="btn" href="records?before=${earlier}">${text("trail_earlier")}</a></p>`;
	return html`${head}<div class="wide" role="region" tabindex="0" aria-labelledby="trail-title"><table class="plain entries" aria-labelledby="trail-title"><thead><tr><th scope="col">${text("time")}</th><th scope="col">${text("who")}</th><th scope="col">${text("what")}</th><th scope="col">${text("facts")}</th></tr></thead><tbody>${all.map(
		({ at, who, what, facts }) =>
			html`<tr><th scope="row">${moment(at)}</th><td>${who}</td><td><code>${what}</code></td><td>${facts}</td></tr>`,
	)}</tbody></table></div>${more}${proven && html`<p class="quiet">${text("trail_head")} <code>${proven.head}</code></p>`}`;
}

function log({ html, text, word }: EngineerContext, { log: all, moment }: RecordsView): Html {
	if (all.length === 0) return html`<h2>${text("log")}</h2><p>${text("log_empty")}</p>`;
	const level = { error: "severity_alarm", warning: "severity_warning" } as const;
	return html`<h2 id="log-title">${text("log")}</h2><ol class="log" aria-labelledby="log-title">${all.map(
		({ at, level: how, text: line }) =>
			html`<li class="${how}"><span class="quiet">${moment(at)}</span> ${how === "info" ? undefined : html`<strong>${word(level[how])}</strong> `}${line}</li>`,
	)}</ol>`;
}
