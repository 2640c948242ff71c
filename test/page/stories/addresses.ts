import { expect } from "@jest/globals";
import type { Opened } from "./person.ts";

/** An address in a page, and the tag that has it. */
interface Named {
	readonly tag: string;
	readonly address: string;
}

const TAG = /<(?:a|link|script|img|form|iframe|source|use)\b[^>]*?\s(?:href|src|action)="([^"]*)"[^>]*>/g;
const OUT = /^[a-z][a-z0-9+.-]*:/i;

const namedIn = (html: string): readonly Named[] =>
	[...html.matchAll(TAG)].map(([tag, address = ""]) => ({ tag, address: address.replaceAll("&amp;", "&") }));
/** Only a build makes it. */
const BUILT = "solar-heating-card.js";
/** Same page, whatever was asked of it. */
const pageOf = (url: URL): string => `${url.pathname}?${[...url.searchParams.keys()].sort().join("&")}`;

/**
 * Follows every link from the page on: each stays below the page's own folder, whose path an ingress chooses, and leads to something.
 * What leads elsewhere opens a window of its own, as no other site can be shown in Home Assistant's frame.
 * @returns the pages that were seen
 */
export async function followEveryLink({ page, view }: Opened): Promise<readonly string[]> {
	const base = new URL("./", view.url());
	const seen = new Map<string, URL>([["", base]]);
	const wrong: string[] = [];
	for (const url of seen.values()) {
		const answer = await page.request.get(url.href, { maxRedirects: 0 });
		if (answer.status() !== 200 && !url.pathname.endsWith(BUILT)) wrong.push(`${url.pathname}: ${answer.status()}`);
		if (!(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
		for (const { tag, address } of namedIn(await answer.text())) {
			if (address.startsWith("data:") || address.startsWith("#")) continue;
			if (OUT.test(address)) {
				if (!/^<a\b[^>]* target="_blank"/.test(tag)) wrong.push(`${url.pathname}: ${tag} leaves the frame`);
				continue;
			}
			const to = new URL(address, url);
			if (address.startsWith("/") || !to.pathname.startsWith(base.pathname) || to.pathname.slice(1).includes("//"))
				wrong.push(`${url.pathname}: ${tag} leads out`);
			else if (!/^<form\b[^>]* method="post"/.test(tag) && !seen.has(pageOf(to))) seen.set(pageOf(to), to);
		}
	}
	expect(wrong).toEqual([]);
	return [...seen.values()].map(({ href }) => href.slice(base.href.length));
}
