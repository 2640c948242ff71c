import type { Facts } from "#model/sentences/facts.ts";
import { type EngineerKey, engineerText } from "#texts/engineer.ts";
import type { Language } from "#texts/say.ts";
import type { Html, Piece } from "../html.ts";
import { type RenderContext, renderContext } from "../render-context.ts";
import { tabs } from "../tabs.ts";

/** What the views for an engineer need. */
export interface EngineerContext extends RenderContext {
	/** A text of these views. */
	text(key: EngineerKey, facts?: Facts): string;
}

export const engineerContext = (
	language: Language,
	clean: (text: string) => string,
	now: () => Date,
	may: boolean,
): EngineerContext => ({
	...renderContext(language, clean, now),
	may,
	text: (key, facts) => engineerText(language, key, facts),
});

/** The views, by their addresses beside the page. */
const VIEWS = {
	decisions: "tool_decisions",
	replay: "tool_replay",
	"what-if": "tool_what_if",
	yield: "tool_yield",
	records: "tool_records",
	export: "tool_csv",
} as const satisfies Readonly<Record<string, EngineerKey>>;
export type ViewName = keyof typeof VIEWS;

/** Links to all of them. The records are for administrators. */
export function tools({ html, text, may }: EngineerContext, here?: ViewName): Html {
	const shown = (Object.keys(VIEWS) as ViewName[]).filter((name) => may || name !== "records");
	return html`<ul class="tools">${shown.map((name) =>
		name === here
			? html`<li><a class="btn" href="${name}" aria-current="page">${text(VIEWS[name])}</a></li>`
			: html`<li><a class="btn" href="${name}">${text(VIEWS[name])}</a></li>`,
	)}</ul>`;
}

/**
 * A page of its own, without a script. Addresses are relative, because the path of an ingress changes.
 * @param cards what is on it, each with its id
 */
export function page(
	context: EngineerContext,
	view: ViewName,
	cards: readonly (readonly [id: string, content: Html | undefined])[],
): Html {
	const { html, text, language } = context;
	const title = text(VIEWS[view]);
	const shown = cards.flatMap(([id, content]): Piece[] =>
		content === undefined ? [] : [html`<section id="${id}" class="part">${content}</section>`],
	);
	return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title} – Solar Heating</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"></head>
<body>${tabs(context, "details")}<main><div class="view engineer" id="view-engineer"><h1>${title}</h1>${tools(context, view)}${shown}</div></main></body></html>
`;
}
