import { wishOf } from "../../acts/wish.ts";
import type { Html } from "../../html.ts";
import type { Target } from "../../owner-view.ts";
import type { RenderContext } from "../../render-context.ts";
import { button } from "./button.ts";

/** Limits of daily life, each with a step down and one up. */
export function targets(context: RenderContext): Html | undefined {
	const { html, word, owner } = context;
	const all = owner?.targets ?? [];
	if (all.length === 0) return undefined;
	return html`<h2>${word("targets")}</h2><dl class="targets">${all.map((target) => html`<div><dt>${target.name}</dt>${row(context, target)}</div>`)}</dl>`;
}

function row(context: RenderContext, { rule, field, name, value, unit, min, max, step }: Target): Html {
	const { html, may, word } = context;
	const shown = (number: number) => `${context.decimal(number, Number.isInteger(number) ? 0 : 1)} ${unit}`;
	const figure = html`<strong>${shown(value)}</strong>`;
	if (!may) return html`<dd>${figure}</dd>`;
	const by = (sign: string, next: number) =>
		next < min || next > max
			? html`<span class="btn none" aria-hidden="true">${sign}</span>`
			: button(context, wishOf.set(rule, field, next), sign, {
					label: word("target_set", { name, value: shown(next) }),
				});
	const stride = unit === "°C" ? Math.max(1, step) : step;
	return html`<dd class="step">${by("−", rounded(value - stride))}${figure}${by("+", rounded(value + stride))}</dd>`;
}

const rounded = (value: number) => Math.round(value * 100) / 100;
