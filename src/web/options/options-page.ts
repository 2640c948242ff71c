import type { ToldProblem } from "#texts/say.ts";
import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import { tabs } from "../tabs.ts";
import { found } from "./find.ts";
import { type Forms, groupIn } from "./group.ts";
import { HEADINGS, type Heading, type OptionGroup } from "./option-form.ts";

export interface OptionsShown extends Forms {
	readonly groups: readonly OptionGroup[];
	/** Other options are on Home Assistant's options page. */
	readonly elsewhere: boolean;
	/** Something saved waits for a restart. */
	readonly restart: boolean;
	/** Why nothing was saved, or nothing can be shown. */
	readonly problems?: readonly ToldProblem[];
}

/** A page of its own, without a script. Addresses are relative, because the path of an ingress changes. */
export function optionsPage(context: RenderContext, shown: OptionsShown): Html {
	const { html, word, language } = context;
	const { groups, restart, problems = [], find } = shown;
	const matching = found(groups, find);
	// What was refused is there to be corrected, whatever is looked for.
	const seen = groups.filter((group) => matching.includes(group) || group.key === shown.open?.group);
	return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${word("options")} – Solar Heating</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"></head>
<body>${tabs(context, "details")}<main><div class="view options" id="view-options"><h1>${word("options")}</h1><p class="quiet">${word("options_where")}${shown.elsewhere ? ` ${word("options_elsewhere")}` : ""}</p>
${problems.length === 0 ? undefined : refusedIn(context, problems, shown)}${restart ? restarting(context, shown) : undefined}
${groups.length === 0 ? undefined : finding(context, find, matching.length)}${find === "" && groups.length > 0 ? contents(context, groups) : undefined}
${HEADINGS.map((heading) => under(context, heading, seen, shown))}</div></main></body></html>
`;
}

/** Each problem, with a link to its field. */
function refusedIn(
	{ html, word }: RenderContext,
	problems: readonly ToldProblem[],
	{ open, groups }: OptionsShown,
): Html {
	const target = (path: string) => (open === undefined ? undefined : fieldOf(path, open, groups));
	const named = (path: string) => {
		const id = target(path);
		return id === undefined ? html`<code>${path}</code>` : html`<a href="#${id}"><code>${path}</code></a>`;
	};
	return html`<section id="problems" class="part" role="alert"><h2>${word("options_refused")}</h2><dl class="problems">${problems.map(
		({ path, value, remedy }) => html`<div><dt>${named(path)} ${value}</dt><dd>${remedy}</dd></div>`,
	)}</dl></section>`;
}

/** The id of the field that a problem is about, if it is in the form that was sent. */
function fieldOf(path: string, open: NonNullable<Forms["open"]>, groups: readonly OptionGroup[]): string | undefined {
	const { fields = [], list } = groups.find(({ key }) => key === open.group) ?? {};
	if (list === undefined) {
		const field = fields.find(({ key }) => path === `${open.group}.${key}` || (path === key && key === open.group));
		return field && `option-${open.group}-${field.key}`;
	}
	const at = list.rows.findIndex(({ key }) => key === open.row);
	const [nth, place] = at < 0 ? [list.rows.length, "new"] : [at, String(at + 1)];
	const field = list.blank.find(({ key }) => path === `${open.group}[${nth}].${key}`);
	return field && `option-${open.group}-${place}-${field.key}`;
}

const restarting = ({ html, word }: RenderContext, { token }: OptionsShown): Html =>
	html`<section class="part" role="status"><p>${word("options_saved")}</p><form method="post" action="options/restart"><input type="hidden" name="token" value="${token}"><button class="btn go">${word("options_restart")}</button></form></section>`;

function finding({ html, word }: RenderContext, find: string, count: number): Html {
	const said =
		count === 0
			? word("options_found_none", { text: find })
			: count === 1
				? word("options_found_one", { text: find })
				: word("options_found", { count, text: find });
	const result =
		find === "" ? undefined : html`<p role="status">${said} <a href="options">${word("options_found_all")}</a></p>`;
	return html`<form class="find" role="search" method="get" action="options"><label for="find">${word("options_find")}</label><div><input id="find" type="search" name="find" value="${find}" autocomplete="off" autocapitalize="none" spellcheck="false"><button class="btn">${word("options_find_go")}</button></div></form>${result}`;
}

/** Every group by its heading. A link opens nothing by itself: what it leads to can be opened there. */
const contents = ({ html, word }: RenderContext, groups: readonly OptionGroup[]): Html =>
	html`<nav class="contents" aria-label="${word("options_contents")}"><ul>${HEADINGS.filter((heading) =>
		groups.some((one) => one.heading === heading),
	).map((heading) => html`<li><a href="#heading-${heading}">${word(`options_h_${heading}`)}</a></li>`)}</ul></nav>`;

function under(
	context: RenderContext,
	heading: Heading,
	groups: readonly OptionGroup[],
	shown: OptionsShown,
): Html | undefined {
	const { html, word } = context;
	const its = groups.filter((one) => one.heading === heading);
	if (its.length === 0) return undefined;
	return html`<section aria-labelledby="heading-${heading}"><h2 id="heading-${heading}">${word(`options_h_${heading}`)}</h2><p class="quiet">${word(`options_h_${heading}_what`)}</p>${its.map((group) => groupIn(context, group, shown))}</section>`;
}
