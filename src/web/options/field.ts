import type { ToldProblem } from "#texts/say.ts";
import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import { IS, type OptionField, WAS } from "./option-form.ts";

/** A field in its form. */
export interface Placed {
	readonly id: string;
	/** What was typed and refused. */
	readonly sent?: string;
	/** What is wrong with it. */
	readonly problem?: ToldProblem;
}

/** A label, a field of the option's type, what it means, and what is wrong with it. */
export function fieldIn(context: RenderContext, field: OptionField, { id, sent, problem }: Placed): Html {
	const { html, word } = context;
	const name = field.needed ? html`${field.name} <span class="quiet">(${word("options_needed")})</span>` : field.name;
	const wrong =
		problem &&
		html`<p class="wrong" id="${id}-wrong"><code>${problem.path}</code> ${problem.value}: ${problem.remedy}</p>`;
	// Untouched, it sends nothing anew, whatever has become of the option meanwhile.
	const was = html`<input type="hidden" name="${WAS}${field.key}" value="${field.value}">`;
	const shown = sent === undefined ? field : { ...field, value: sent };
	return html`<div class="field${problem ? " refused" : ""}"><label for="${id}">${name}</label>${inputIn(context, shown, { id, ...(problem && { problem }) })}${was}${wrong}<p class="quiet" id="${id}-about">${field.description}</p></div>`;
}

function inputIn(
	{ html, raw, word }: RenderContext,
	{ key, kind, choices, value, initial, suggested, needed }: OptionField,
	{ id, problem }: Placed,
): Html {
	const about = `${id}-about${problem ? ` ${id}-wrong` : ""}`;
	const of = html`id="${id}" name="${IS}${key}" aria-describedby="${about}"${raw(problem ? ' aria-invalid="true"' : "")}${raw(needed ? ' aria-required="true"' : "")}`;
	const text = new Map([["true", word("options_on")], ["false", word("options_off")], ...choices]);
	const initially = initial === "" ? "" : word("options_default", { value: text.get(initial) ?? initial });
	if (kind === "switch" || kind === "choice") {
		const all = kind === "switch" ? ["true", "false"] : choices.map(([one]) => one);
		// What is written and no choice is shown too, so that it is not lost by looking at it.
		const option = (one: string) =>
			html`<option value="${one}"${raw(one === value ? " selected" : "")}>${text.get(one) ?? one}</option>`;
		return html`<select ${of}><option value="">${initially}</option>${[...new Set([...all, ...(value === "" ? [] : [value])])].map(option)}</select>`;
	}
	const type = kind === "secret" ? "password" : "text";
	const mode = kind === "number" ? html` inputmode="decimal"` : undefined;
	const list = suggested && html` list="${id}-list"`;
	const found =
		suggested &&
		html`<datalist id="${id}-list">${suggested.map((one) => html`<option value="${one}"></option>`)}</datalist>`;
	return html`<input ${of} type="${type}"${mode}${list} value="${value}" placeholder="${initially}" autocomplete="off" autocapitalize="none" spellcheck="false">${found}`;
}
