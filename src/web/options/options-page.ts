import type { ToldProblem } from "#texts/say.ts";
import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import { tabs } from "../tabs.ts";
import type { OptionField, OptionGroup } from "./option-form.ts";

export interface OptionsShown {
	readonly groups: readonly OptionGroup[];
	readonly revision: string;
	/** Of the person, against forged requests. */
	readonly token: string;
	/** Other options are on Home Assistant's options page. */
	readonly elsewhere: boolean;
	/** Something saved waits for a restart. */
	readonly restart: boolean;
	/** The group that is open: it was saved, or refused. */
	readonly open?: string;
	readonly problems?: readonly ToldProblem[];
	/** What was sent and refused, by field. */
	readonly sent?: Readonly<Record<string, string>>;
}

/** A page of its own, without a script. Addresses are relative, because the path of an ingress changes. */
export function optionsPage(context: RenderContext, shown: OptionsShown): Html {
	const { html, word, language } = context;
	const { groups, restart, problems = [] } = shown;
	return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${word("options")} – Solar Heating</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"></head>
<body>${tabs(context, "details")}<main><div class="view options" id="view-options"><h1>${word("options")}</h1><p class="quiet">${word("options_where")}${shown.elsewhere ? ` ${word("options_elsewhere")}` : ""}</p>
${problems.length === 0 ? undefined : refusedIn(context, problems)}${restart ? restarting(context, shown) : undefined}
${groups.map((group) => groupIn(context, group, shown))}</div></main></body></html>
`;
}

const refusedIn = ({ html, word }: RenderContext, problems: readonly ToldProblem[]): Html =>
	html`<section id="problems" class="part" role="alert"><h2>${word("options_refused")}</h2><dl class="problems">${problems.map(
		({ path, value, remedy }) => html`<div><dt><code>${path}</code> ${value}</dt><dd>${remedy}</dd></div>`,
	)}</dl></section>`;

const restarting = ({ html, word }: RenderContext, { token }: OptionsShown): Html =>
	html`<section class="part" role="status"><p>${word("options_saved")}</p><form method="post" action="options/restart"><input type="hidden" name="token" value="${token}"><button class="btn">${word("options_restart")}</button></form></section>`;

function groupIn(context: RenderContext, group: OptionGroup, { token, revision, open, sent }: OptionsShown): Html {
	const { html, raw, word } = context;
	const { key, name, description, fields, list, set } = group;
	const mine = open === key ? sent : undefined;
	const inside =
		fields === undefined
			? html`<label>${name} <textarea name="list" rows="12" spellcheck="false">${mine?.["list"] ?? list}</textarea></label>`
			: fields.map((field) => fieldIn(context, field, `option-${key}-${field.key}`, mine?.[field.key]));
	const count = set === 0 ? undefined : html` <span class="chip">${word("options_set", { count: set })}</span>`;
	return html`<details class="part" id="option-${key}"${raw(open === key ? " open" : "")}><summary>${name}${count}</summary>
<form id="option-${key}-form" method="post" action="options"><input type="hidden" name="token" value="${token}"><input type="hidden" name="revision" value="${revision}"><input type="hidden" name="group" value="${key}">
${description === "" ? undefined : html`<p class="quiet">${description}</p>`}${inside}<button class="btn">${word("options_save")}</button></form></details>`;
}

function fieldIn(context: RenderContext, field: OptionField, id: string, sent: string | undefined): Html {
	const { html } = context;
	return html`<div class="field"><label for="${id}">${field.name}</label>${inputIn(context, { ...field, value: sent ?? field.value }, id)}<p class="quiet" id="${id}-about">${field.description}</p></div>`;
}

function inputIn(
	{ html, raw, word }: RenderContext,
	{ key, kind, choices, value, initial }: OptionField,
	id: string,
): Html {
	const of = html`id="${id}" name="${key}" aria-describedby="${id}-about"`;
	const initially = word("options_default", { value: kind === "switch" ? onOff(word, initial) : initial });
	if (kind === "switch" || kind === "choice") {
		const all = kind === "switch" ? ["true", "false"] : choices;
		const option = (one: string) =>
			html`<option value="${one}"${raw(one === value ? " selected" : "")}>${kind === "switch" ? onOff(word, one) : one}</option>`;
		return html`<select ${of}><option value="">${initially}</option>${all.map(option)}</select>`;
	}
	const type = kind === "secret" ? "password" : "text";
	const mode = kind === "number" ? html` inputmode="decimal"` : undefined;
	return html`<input ${of} type="${type}"${mode} value="${value}" placeholder="${initial === "" ? "" : initially}" autocomplete="off" spellcheck="false">`;
}

const onOff = (word: RenderContext["word"], value: string): string =>
	value === "true" ? word("options_on") : value === "false" ? word("options_off") : value;
