import { TOKEN } from "../../acts/form.ts";
import { wishOf } from "../../acts/wish.ts";
import type { Html } from "../../html.ts";
import type { Hours, Target } from "../../owner-view.ts";
import type { RenderContext } from "../../render-context.ts";
import { button } from "./button.ts";

/** Limits of daily life, each with a step down and one up, and times with a field. */
export function targets(context: RenderContext): Html | undefined {
	const { html, word, owner } = context;
	const { targets: all = [], hours = [] } = owner ?? {};
	if (all.length + hours.length === 0) return undefined;
	return html`<h2>${word("targets")}</h2><dl class="targets">${all.map((target) => html`<div><dt>${target.name}</dt>${row(context, target)}</div>`)}${hours.map(
		(one) => html`<div><dt>${one.name}</dt>${when(context, one)}</div>`,
	)}</dl>`;
}

/** A field of the clock where it is one time each day; else what the manual writes. It has a form of its own, so that Enter sends it. */
function when(context: RenderContext, { rule, field, name, value, example, moment }: Hours): Html {
	const { html, raw, may, word } = context;
	const said = value === "never" ? word("target_never") : value === "always" ? word("target_always") : value;
	if (!may) return html`<dd><strong>${said}</strong></dd>`;
	const daily = moment && /^(?:never|\d\d:\d\d)$/.test(value);
	const id = `when-${rule}-${field}`;
	const input = daily
		? html`<input id="${id}" name="value" type="time" value="${value === "never" ? "" : value}" aria-label="${name}">`
		: html`<input id="${id}" name="value" type="text" value="${value}" placeholder="${example}" maxlength="255" aria-label="${name}" autocomplete="off" autocapitalize="none" spellcheck="false">`;
	const none =
		value === "never" || !moment
			? undefined
			: html`<button class="btn" name="do" value="${wishOf.say(rule, field, "never")}" aria-label="${name}: ${word("target_never")}">${word("target_never")}</button>`;
	const hint = daily ? undefined : html`<p class="quiet">${word("target_example", { example })}</p>`;
	return html`<dd class="when"><form class="write" method="post" action="act">${raw(TOKEN)}${input}<button class="btn" name="do" value="${wishOf.say(rule, field)}" aria-label="${word("target_save")}: ${name}">${word("target_save")}</button>${none}</form>${hint}</dd>`;
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
