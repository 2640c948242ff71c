import { say } from "#texts/say.ts";
import type { Html } from "./html.ts";
import type { RenderContext } from "./render-context.ts";

const ICONS = {
	wall: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.400 1.400M17.600 17.600 19 19M5 19l1.400-1.400M17.600 6.400 19 5",
	today: "M3 20h18M4 15l5-6 4 4 7-8",
	details: "M4 6h16M4 12h10m4-2v4M4 18h16",
	setup:
		"M14.500 5.500a4 4 0 0 0 4.900 5.200l-9.200 9.200a2 2 0 0 1-2.900-2.900l9.200-9.200a4 4 0 0 0-2-2.300zM19.400 10.700l1.600-3-2.200.3-1.300-1.300.5-2.300-3.500 1.100",
} as const;
export type Tab = keyof typeof ICONS;

/** @param from on a page of its own, the view that it belongs to. On the page itself the fragment of the address says it. */
export function tabs(
	{ html, word, language, may, setup, setsUp = setup !== undefined }: RenderContext,
	from?: Tab,
): Html {
	const page = from === undefined ? "" : "./";
	const tab = (view: Tab, name: string) => {
		const inside = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[view]}"/></svg>${name}`;
		return view === from
			? html`<a href="${page}#view-${view}" aria-current="page">${inside}</a>`
			: html`<a href="${page}#view-${view}">${inside}</a>`;
	};
	return html`<nav aria-label="${word("tabs")}"><strong>Solar Heating</strong>${tab("wall", word("tab_now"))}${tab("today", word("tab_today"))}${tab("details", word("tab_details"))}${may && setsUp ? tab("setup", say(language, "setup", "tab")) : undefined}</nav>`;
}
