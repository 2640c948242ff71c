import { holds } from "#model/decision/condition.ts";
import type { ToldCondition } from "#texts/explanation.ts";
import { number } from "#texts/number.ts";
import { sayAny, timeText } from "#texts/say.ts";
import { type Html, sentence } from "../html.ts";
import type { EngineerContext } from "./frame.ts";

const SIGNS = { at_least: "≥", above: ">", at_most: "≤", below: "<" } as const;

/** Each condition with its value, its limit and what lies between them. */
export function conditions(
	context: EngineerContext,
	all: readonly ToldCondition[],
	title: string,
	id: string,
): Html | undefined {
	if (all.length === 0) return undefined;
	const { html, text } = context;
	return html`<h3 id="${id}">${title}</h3><div class="wide" role="region" tabindex="0" aria-labelledby="${id}"><table class="conditions" aria-labelledby="${id}"><thead><tr><th scope="col">${text("condition")}</th><th scope="col">${text("value")}</th><th scope="col">${text("limit")}</th><th scope="col">${text("margin")}</th></tr></thead><tbody>${all.map(
		(one) => row(context, one),
	)}</tbody></table></div>`;
}

function row(context: EngineerContext, condition: ToldCondition): Html {
	const { html, text, language } = context;
	const { what, met } = condition;
	const name = html`<th scope="row"><span class="mark ${met ? "met" : "unmet"}" role="img" aria-label="${text(met ? "met" : "not_met")}">${met ? "✓" : "–"}</span> ${sentence(sayAny(language, "condition", what))}</th>`;
	if (condition.is === "so")
		return html`<tr>${name}<td class="figure">${text(met ? "yes" : "no")}</td><td></td><td></td></tr>`;
	const { value, limit, unit, is } = condition;
	const apart = unit === "°C" ? "K" : unit;
	const sign = holds(is, value, limit) ? "+" : "−";
	return html`<tr>${name}<td class="figure">${amount(context, value, unit)}</td><td class="number">${SIGNS[is]} ${amount(context, limit, unit)}</td><td class="number">${sign}${amount(context, Math.abs(value - limit), apart)}</td></tr>`;
}

function amount({ language, decimal }: EngineerContext, value: number, unit: string): string {
	if (unit === "s") return timeText(language, Math.max(0, value));
	if (unit === "price") return number(language, value, 2);
	const shown = decimal(value, Number.isInteger(value) ? 0 : 1);
	return unit === "" ? shown : `${shown} ${unit}`;
}
