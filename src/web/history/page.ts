import { type Html, sentence } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import { tabs } from "../tabs.ts";
import { bars } from "./bars.ts";
import { later, SPANS, type Span } from "./calendar.ts";
import { curves } from "./curves.ts";
import { dateWriter } from "./dates.ts";
import type { HistoryPageView } from "./history-page-view.ts";
import { table } from "./table.ts";

/** A week, a month or a year. Complete without a script, which only reads values out. */
export function historyPage(context: RenderContext, view: HistoryPageView): Html {
	const { html, word } = context;
	const { curves: drawn, bars: heats, span } = view;
	const shown = drawn !== undefined && drawn.points.length > 0;
	return frame(
		context,
		html`${head(context, view)}${
			span === "all"
				? undefined
				: part(
						context,
						"history-curves",
						word("history_curves"),
						shown ? curves(context, drawn) : html`<p>${word("history_no_curves")}</p>`,
					)
		}${part(
			context,
			"history-bars",
			word("history_bars"),
			heats.length > 0 ? bars(context, heats) : html`<p>${word("history_no_bars")}</p>`,
		)}<section id="history-numbers" class="part">${table(context, view)}</section>`,
	);
}

/** What is told in place of it. */
export const insteadOfHistory = (context: RenderContext, text: string): Html =>
	frame(context, context.html`${spans(context, undefined, undefined)}<section class="part"><p>${text}</p></section>`);

function frame(context: RenderContext, content: Html): Html {
	const { html, word, language } = context;
	return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${word("history")} – Solar Heating</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"><script src="read.js" defer></script></head>
<body>${tabs(context, "today")}<main><div class="view history" id="view-history">${content}</div></main></body></html>
`;
}

const part = ({ html }: RenderContext, id: string, name: string, content: Html): Html =>
	html`<section id="${id}" class="part"><h2>${name}</h2>${content}</section>`;

function head(context: RenderContext, view: HistoryPageView): Html {
	const { html } = context;
	const step = (date: string | undefined, sign: string) =>
		date === undefined
			? html`<span class="btn none" aria-hidden="true">${sign}</span>`
			: html`<a class="btn" href="history?span=${view.span}&amp;date=${date}" aria-label="${titleOf(context, view.span, date)}">${sign}</a>`;
	return html`<div class="history-head"><h1>${titleOf(context, view.span, view.from)}</h1><p class="buttons">${step(view.before, "←")}${step(view.after, "→")}</p>${spans(context, view.span, view.from)}</div>`;
}

const NAMES = { week: "span_week", month: "span_month", year: "span_year", all: "span_all" } as const;

/** Links to the other spans, with the same date. Also on the page itself, where it is none of them. */
export function spans({ html, word }: RenderContext, here: Span | undefined, date: string | undefined): Html {
	return html`<ul class="spans">${SPANS.map((span) => {
		const at = date === undefined || span === "all" || here === "all" ? "" : html`&amp;date=${date}`;
		return span === here
			? html`<li><a class="btn go" href="history?span=${span}${at}" aria-current="page">${word(NAMES[span])}</a></li>`
			: html`<li><a class="btn" href="history?span=${span}${at}">${word(NAMES[span])}</a></li>`;
	})}</ul>`;
}

/** The first date of a span says which it is. */
function titleOf({ language, word }: RenderContext, span: Span, date: string): string {
	const write = dateWriter(language);
	switch (span) {
		case "week":
			return word("history_week", { from: write.dayOfMonth(date), to: write.whole(later(date, 6)) });
		case "month":
			return sentence(write.monthOfYear(date));
		case "year":
			return date.slice(0, 4);
		case "all":
			return word("span_all");
	}
}
