import type { Html } from "../html.ts";
import { type EngineerContext, page } from "./frame.ts";
import type { ReplayView } from "./replay-view.ts";

/** A day as recorded beside the same day decided anew. */
export function replayPage(context: EngineerContext, view: ReplayView): Html {
	const { html, text } = context;
	const { date, minutes } = view;
	const chooser = html`<form class="chooser" action="replay" method="get"><label>${text("day")} <input type="date" name="date" value="${date}"></label><button class="btn go">${text("replay_do")}</button></form>`;
	if (minutes === 0) return page(context, "replay", [["day", html`${chooser}<p>${text("no_history")}</p>`]]);
	return page(context, "replay", [
		[
			"day",
			html`<div class="headed"><h2>${date}</h2><p class="quiet">${text("replay_minutes", { minutes })}</p></div>${chooser}${outputs(context, view)}<p class="quiet">${text("replay_means")}</p>`,
		],
		["differences", differences(context, view)],
	]);
}

function outputs({ html, text, decimal, word }: EngineerContext, { outputs: all }: ReplayView): Html {
	const both = (was: string, is: string) => html`<td class="number">${was}</td><td class="number">${is}</td>`;
	const rows = all.map(
		({ name, recorded, replayed, same }) =>
			html`<tr><th scope="row">${name}</th>${both(String(recorded.starts), String(replayed.starts))}${both(decimal(recorded.hours, 1), decimal(replayed.hours, 1))}<td class="number">${`${decimal(same * 100, 1)} %`}</td></tr>`,
	);
	const title = text("tool_replay");
	return html`<div class="wide" role="region" tabindex="0" aria-label="${title}"><table class="counts" aria-label="${title}"><thead><tr><th scope="col">${word("outputs")}</th><th scope="col">${text("starts_recorded")}</th><th scope="col">${text("starts_replayed")}</th><th scope="col">${text("hours_recorded")}</th><th scope="col">${text("hours_replayed")}</th><th scope="col">${text("same")}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function differences({ html, text }: EngineerContext, { differences: all, more, clock }: ReplayView): Html {
	const title = text("differences", { count: all.length + more });
	if (all.length === 0) return html`<h2>${title}</h2><p>${text("no_differences")}</p>`;
	return html`<h2 id="differences-title">${title}</h2><div class="wide" role="region" tabindex="0" aria-labelledby="differences-title"><table class="plain" aria-labelledby="differences-title"><thead><tr><th scope="col">${text("time")}</th><th scope="col">${text("output")}</th><th scope="col">${text("recorded")}</th><th scope="col">${text("replayed")}</th><th scope="col">${text("why")}</th></tr></thead><tbody>${all.map(
		({ from, to, name, was, is, text: why }) =>
			html`<tr><th scope="row">${clock(from).slice(0, 5)} – ${clock(to).slice(0, 5)}</th><td>${name}</td><td>${was}</td><td>${is}</td><td>${why}</td></tr>`,
	)}</tbody></table></div>${more > 0 ? html`<p class="quiet">${text("more", { count: more })}</p>` : undefined}`;
}
