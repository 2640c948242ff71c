import { type Html, sentence } from "../html.ts";
import { conditions } from "./conditions.ts";
import type { Band, DecisionsView, Lane, Moment } from "./decisions-view.ts";
import { type EngineerContext, page } from "./frame.ts";

/** The decisions of a day, with one of them explained. */
export const decisionsPage = (context: EngineerContext, view: DecisionsView): Html =>
	page(context, "decisions", [
		["day", day(context, view)],
		["moment", view.moment && moment(context, view, view.moment)],
		["around", view.moment && around(context, view, view.moment)],
	]);

function day(context: EngineerContext, view: DecisionsView): Html {
	const { html, text } = context;
	const { date, lanes } = view;
	const count = lanes.reduce((sum, { bands }) => sum + Math.max(0, bands.length - 1), 0);
	const drawn = lanes.some(({ bands }) => bands.length > 0)
		? html`${timeline(context, view)}${unrecorded(context, view)}${list(context, view)}`
		: html`<p>${text("no_history")}</p>`;
	return html`<div class="headed"><h2>${date}</h2><p class="quiet">${text("changes_of", { count })}</p></div>${chooser(context, view)}${drawn}`;
}

/** Most gaps that are named one by one. */
const MOST_GAPS = 6;

function unrecorded({ html, text }: EngineerContext, { gaps, clock }: DecisionsView): Html | undefined {
	if (gaps.length === 0) return undefined;
	const short = (ms: number) => clock(ms).slice(0, 5);
	const spans = gaps.slice(0, MOST_GAPS).map(({ from, to }) => `${short(from)} – ${short(to)}`);
	return html`<p class="quiet">${text("not_recorded", { spans: `${spans.join(", ")}${gaps.length > MOST_GAPS ? ", …" : ""}` })}</p>`;
}

/** Another day, or a moment of it. */
export function chooser({ html, text }: EngineerContext, view: DecisionsView): Html {
	const { date, earlier, later, moment, clock } = view;
	const link = (to: string, label: string) => html`<a class="btn" href="decisions?date=${to}">${label}</a>`;
	return html`<form class="chooser" action="decisions" method="get"><label>${text("day")} <input type="date" name="date" value="${date}"></label><label>${text("time")} <input type="time" name="time" value="${moment && clock(moment.at).slice(0, 5)}"></label>${
		moment && html`<input type="hidden" name="output" value="${moment.output}">`
	}<button class="btn go">${text("show")}</button>${earlier && link(earlier, text("earlier", { date: earlier }))}${later && link(later, text("later", { date: later }))}</form>`;
}

/** Of the names, and of the day. Together they are as wide as a desk's page. */
const LEFT = 130;
const WIDTH = 1030;
const LANE = 36;
const BAR = 28;
/** Pixels of a letter, at most. */
const LETTER = 7.4;
/** Parts of a day, one of which a narrow screen opens at. */
const PARTS = 24;

/** The names stay while the day is scrolled. */
function timeline(context: EngineerContext, view: DecisionsView): Html {
	const { html, text } = context;
	const height = view.lanes.length * LANE + 30;
	const names = view.lanes.map(
		({ name }, n) =>
			html`<text class="name" x="0" y="${n * LANE + 19}">${shortened(name, LEFT - 8)}<title>${name}</title></text>`,
	);
	return html`<div class="wide lanes" role="group" aria-label="${text("tool_decisions")}"><svg class="decisions names" viewBox="0 0 ${LEFT} ${height}">${names}</svg><div class="day">${opensAt(context, view)}${bands(context, view, height)}</div></div>`;
}

/** A narrow screen shows a part of the day: at first the last hours of today, or around the moment that was asked for. It snaps there when it is laid out, without a script, and scrolls freely after that. */
function opensAt({ html }: EngineerContext, { from, to, until, opens }: DecisionsView): Html {
	const part = Math.min(PARTS - 1, Math.max(0, Math.ceil(((opens - from) / (to - from)) * PARTS) - 1));
	const parts = Array.from(
		{ length: PARTS },
		(_, n) => html`<i${n === part ? html` class="${opens === until ? "now" : "at"}"` : undefined}></i>`,
	);
	return html`<div class="parts" aria-hidden="true">${parts}</div>`;
}

function bands({ html, text }: EngineerContext, view: DecisionsView, height: number): Html {
	const { lanes, from, to, hours, moment } = view;
	const x = (ms: number) => Math.round(((ms - from) / (to - from)) * (WIDTH - 1) * 10) / 10;
	return html`<svg class="decisions" viewBox="0 0 ${WIDTH} ${height}" role="presentation">${lanes.map((lane, n) =>
		lane.bands.map((band) => bandOf({ html, text }, view, lane, band, n * LANE, x)),
	)}${hours.map(({ at, name }) => html`<text class="hour" x="${Math.max(8, x(at))}" y="${height - 8}">${name}</text>`)}${
		moment && html`<path class="chosen" d="M${x(moment.at)} 0V${height - 24}"/>`
	}</svg>`;
}

function bandOf(
	{ html, text }: Pick<EngineerContext, "html" | "text">,
	{ clock, moment }: DecisionsView,
	lane: Lane,
	band: Band,
	y: number,
	x: (ms: number) => number,
): Html {
	const [left, right] = [x(band.from), x(band.to)];
	const wide = Math.max(1, right - left - 1);
	const name = text("band", {
		name: lane.name,
		state: band.state,
		from: clock(band.from),
		to: clock(band.to),
		text: [band.text, band.code && `(${band.code})`].filter(Boolean).join(" "),
	});
	const chosen = moment?.output === lane.id && moment.band === band;
	const kind = `${band.runs ? (lane.role === "heater" ? "heats" : "runs") : "rests"}${band.rank === "manual" ? " held" : ""}`;
	// What is seen is part of the name, so it stands there whole or not at all.
	const seen = band.code ?? band.state;
	const label = seen.length * LETTER + 12 > wide ? "" : seen;
	return html`<a href="${hrefOf(lane.id, band)}"${chosen ? html` aria-current="true"` : undefined}><title>${name}</title><rect class="${kind}" x="${left}" y="${y}" width="${Math.round(wide * 10) / 10}" height="${BAR}" rx="${Math.min(4, wide / 2)}"/>${
		label === ""
			? undefined
			: html`<text aria-hidden="true" class="${band.runs ? "in" : ""}" x="${left + 7}" y="${y + 19}">${label}</text>`
	}</a>`;
}

const hrefOf = (output: string, { from }: Band) => `decisions?output=${encodeURIComponent(output)}&at=${from}`;

function shortened(text: string, room: number): string {
	const letters = Math.floor(room / LETTER);
	return text.length <= letters ? text : letters < 4 ? "" : `${text.slice(0, letters - 1)}…`;
}

/** The same as a table, for those who read it. */
function list({ html, text }: EngineerContext, { lanes, clock }: DecisionsView): Html {
	const all = lanes
		.flatMap((lane) => lane.bands.map((band) => ({ lane, band })))
		.sort((a, b) => a.band.from - b.band.from);
	return html`<details><summary>${text("whole_day")}</summary><div class="wide"><table><thead><tr><th scope="col">${text("time")}</th><th scope="col">${text("output")}</th><th scope="col">${text("state")}</th><th scope="col">${text("why")}</th></tr></thead><tbody>${all.map(
		({ lane, band }) =>
			html`<tr><th scope="row"><a href="${hrefOf(lane.id, band)}">${clock(band.from)}</a></th><td>${lane.name}</td><td>${band.state}</td><td>${band.text} <code>${band.code}</code></td></tr>`,
	)}</tbody></table></div></details>`;
}

function moment(context: EngineerContext, { clock }: DecisionsView, { name, at, band, played }: Moment): Html {
	const { html, text, word } = context;
	const { code, rank } = band;
	const told =
		code === undefined
			? undefined
			: rank === undefined
				? text("code_alone", { code })
				: text("code_rank", { code, rank: word(`rank_${rank}`) });
	return html`<div class="headed"><h2>${sentence(text("moment", { time: clock(at), name, state: band.state }))}</h2><p class="quiet">${told}</p></div>${band.text && html`<p class="line">${band.text}</p>`}${
		played === undefined
			? html`<p class="quiet">${text("not_played")}</p>`
			: html`${conditions(context, played.conditions, text("what_decided"), "decided")}${conditions(
					context,
					played.others.map(({ condition }) => condition),
					text("what_else"),
					"else",
				)}<ul class="else">${played.others.map((one) => html`<li>${one.text}</li>`)}</ul><p class="quiet">${
					played.agrees
						? text("played_agrees", { time: clock(played.at) })
						: text("played_differs", { time: clock(played.at), state: played.state, text: played.text })
				}</p>`
	}`;
}

function around(
	{ html, text }: EngineerContext,
	{ clock }: DecisionsView,
	{ around: all, band, output, name }: Moment,
): Html {
	return html`<h2 id="around-title">${text("before_after")}</h2><table aria-labelledby="around-title" class="around"><thead><tr><th scope="col">${text("time")}</th><th scope="col">${name}</th><th scope="col">${text("why")}</th></tr></thead><tbody>${all.map(
		(one) =>
			html`<tr class="${one === band ? "here" : ""}"><th scope="row"><a href="${hrefOf(output, one)}">${clock(one.from)}</a>${one === band ? html` <span>◂ ${text("here")}</span>` : undefined}</th><td>${one.state}</td><td>${one.text}</td></tr>`,
	)}</tbody></table>`;
}
