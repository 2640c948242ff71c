import { decimal } from "#texts/number.ts";
import type { Html } from "../html.ts";
import { type EngineerContext, page } from "./frame.ts";
import type { Span, Tried, WhatIfAsked, WhatIfResult } from "./what-if-view.ts";

/** Days that can be chosen. */
export const SPANS = [7, 14, 31, 92] as const;
type Told = Extract<WhatIfResult, { kind: "told" }>;

/** Other settings to try on the recorded weeks, and what they would have made of them. */
export function whatIfPage(
	context: EngineerContext,
	all: readonly Tried[],
	asked: WhatIfAsked,
	result: WhatIfResult | undefined,
): Html {
	const { html, text } = context;
	return page(context, "what-if", [
		[
			"try",
			all.length === 0
				? html`<p>${text("cannot_no_field")}</p>`
				: html`${form(context, all, asked)}<p class="quiet">${text("what_if_means")}</p>`,
		],
		["result", result && shown(context, result)],
	]);
}

function form({ html, text, language }: EngineerContext, all: readonly Tried[], { values, days }: WhatIfAsked): Html {
	const fields = all.map(({ rule, field, name, value, unit, min, max, step }) => {
		const path = `${rule}.${field}`;
		return html`<label>${name}, ${unit} <input type="number" name="${path}" min="${min}" max="${max}" step="${step}" value="${values[path] ?? value}" required><span class="quiet">${text("today_is", { value: `${decimal(language, String(value)).replace(/^-/, "−")} ${unit}` })}</span></label>`;
	});
	const spans = SPANS.map(
		(span) =>
			html`<option value="${span}"${span === days ? html` selected` : undefined}>${text("last_days", { days: span })}</option>`,
	);
	return html`<form class="chooser" action="what-if" method="get">${fields}<label>${text("weeks")} <select name="days">${spans}</select></label><button class="btn go">${text("what_if_do")}</button></form>`;
}

function shown(context: EngineerContext, result: WhatIfResult): Html {
	const { html, text } = context;
	switch (result.kind) {
		case "told":
			return told(context, result);
		case "cannot":
			return html`<p class="line">${text(`cannot_${result.why}`)}</p>`;
		case "busy":
			return html`<p class="line">${text("what_if_busy")}</p>`;
		case "refused":
			return html`<p class="line">${text("what_if_refused")}</p>`;
	}
}

function told(context: EngineerContext, result: Told): Html {
	const { html, text, decimal } = context;
	const { heat, kwh, starts, hours, days, today, recorded, runs, stops, took, proof } = result;
	const row = (name: string, span: Span, digits: number, unit: string) => {
		const amount = (value: number) => `${signed(context, value, digits)}${unit}`;
		return html`<tr><th scope="row">${name}</th><td class="figure">${amount(span.likely)}</td><td class="number">${`${amount(span.low)} … ${amount(span.high)}`}</td></tr>`;
	};
	const facts = [
		text("what_if_recorded", { days: decimal(days, 1), starts: recorded.starts, hours: decimal(recorded.hours, 0) }),
		text("what_if_model", { starts: today.starts, hours: decimal(today.hours, 0) }),
		text("what_if_proof", { again: decimal(proof.again, 0), checked: decimal(proof.checked, 0) }),
		text("what_if_measured", { runs, stops, took: decimal(took, 1) }),
	];
	return html`<h2 id="result-title">${sum(context, result)}</h2><div class="wide" role="region" tabindex="0" aria-labelledby="result-title"><table class="counts" aria-labelledby="result-title"><thead><tr><th scope="col">${text("change")}</th><th scope="col">${text("likely")}</th><th scope="col">${text("between")}</th></tr></thead><tbody>${row(text("solar_heat"), heat, 1, " %")}${kwh && row(text("solar_heat"), kwh, 1, " kWh")}${row(text("starts_all"), starts, 0, "")}${row(text("hours"), hours, 1, " h")}</tbody></table></div><ul class="else">${facts.map((fact) => html`<li>${fact}</li>`)}</ul><p class="quiet">${text("what_if_limits")}</p>`;
}

/** `+0.2 % of solar heat, +120 starts`, where the recorded days say so much. */
function sum(context: EngineerContext, { heat, starts }: Told): string {
	const { text } = context;
	const unclear = (span: Span, least: number) => span.low * span.high <= 0 || Math.abs(span.likely) < least;
	const facts = { heat: signed(context, heat.likely, 1), starts: signed(context, starts.likely, 0) };
	if (unclear(heat, 0.05) && unclear(starts, 1)) return text("sum_nothing");
	if (unclear(heat, 0.05)) return text("sum_starts", facts);
	return text(unclear(starts, 1) ? "sum_heat" : "sum_both", facts);
}

const signed = ({ decimal }: EngineerContext, value: number, digits: number): string => {
	const shownAs = decimal(value, digits);
	return Number(value.toFixed(digits)) > 0
		? `+${shownAs}`
		: Number(value.toFixed(digits)) === 0
			? decimal(0, digits)
			: shownAs;
};
