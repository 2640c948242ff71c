import { LANGUAGES, type Language } from "#texts/say.ts";
import { Html, htmlFor, type Piece } from "#web/html.ts";
import { HEADERS } from "#web/http/headers.ts";
import { READ_SCRIPT } from "#web/http/read-script.ts";
import { SCRIPT } from "#web/http/script.ts";
import { STYLE } from "#web/style/index.ts";
import { DEMO_TEXTS } from "./demo-texts.ts";
import { type Chosen, PLANTS, SEASONS, USUAL } from "./plants.ts";
import { RunningDemo } from "./running.ts";

const html = htmlFor((text) => text);
const NAMES: Readonly<Record<Language, string>> = { en: "English", sv: "Svenska", de: "Deutsch" };
/** Seconds of the plant in one of the machine. */
export const SPEEDS = { paused: 0, normal: 60, fast: 600 } as const;

export const fileFor = (language: Language): string => (language === "en" ? "index.html" : `${language}.html`);
export const scriptFor = (language: Language): string => `demo-${language}.js`;

/** The files of the site, but for the scripts that are built: pages that can be read before any script has run. */
export async function siteFiles(): Promise<Readonly<Record<string, string>>> {
	const pages = await Promise.all(LANGUAGES.map(async (one) => [fileFor(one), await pageIn(one)] as const));
	const scripts = { "page.js": SCRIPT, "read.js": READ_SCRIPT };
	return { ...Object.fromEntries(pages), ...scripts, "page.css": `${STYLE}\n${FRAME_STYLE}` };
}

async function pageIn(language: Language): Promise<string> {
	const page = (await RunningDemo.begun(USUAL, language)).page();
	// A static site has no headers of ours. In a document, frame-ancestors has no effect.
	const policy = String(HEADERS["content-security-policy"]).replace(/; frame-ancestors.*$/, "");
	const head = html`<meta http-equiv="content-security-policy" content="${policy}"><script src="${scriptFor(language)}" defer></script>`;
	return [
		['<script src="page.js"', `${head.text}<script src="page.js"`],
		['<noscript><meta http-equiv="refresh" content="30"></noscript>', ""],
		["<nav", `${frame(language).text}<nav`],
	].reduce((text, [part = "", by = ""]) => {
		if (!text.includes(part)) throw new Error(`The page has no ${part}`);
		return text.replace(part, by);
	}, page);
}

/** What surrounds the page of the app: that it is a demo, and what is simulated how fast. */
function frame(language: Language): Html {
	const texts = DEMO_TEXTS[language];
	const choice = (name: keyof Chosen, label: string, options: readonly (readonly [string, string])[]): Html =>
		html`<label>${label} <select name="${name}">${options.map(([value, text]) => html`<option value="${value}"${selected(value === USUAL[name])}>${text}</option>`)}</select></label>`;
	const speeds = Object.entries(SPEEDS).map(
		([name, speed]) =>
			html`<label><input type="radio" name="speed" value="${speed}"${checked(name === "normal")}> ${texts[name as keyof typeof SPEEDS]}</label>`,
	);
	return html`<aside id="demo" aria-label="Demo"><p>${texts.about}</p><time id="demo-time"></time><form><fieldset><legend>${texts.speed}</legend>${speeds}</fieldset></form><details><summary>${texts.other}</summary><form action="${fileFor(language)}" method="get">${choice(
		"plant",
		texts.plant,
		PLANTS.map((one) => [one, texts.plants[one]]),
	)}${choice(
		"season",
		texts.season,
		(Object.keys(SEASONS) as (keyof typeof SEASONS)[]).map((one) => [one, texts.seasons[one]]),
	)}<button>${texts.begin}</button></form></details><p aria-label="${texts.languages}">${LANGUAGES.filter((one) => one !== language).map((one): Piece => html`<a href="${fileFor(one)}" hreflang="${one}" lang="${one}">${NAMES[one]}</a> `)}</p><p id="demo-failed" role="alert" hidden>${texts.failed}</p></aside>`;
}

const attribute = (name: string) => (so: boolean) => new Html(so ? ` ${name}` : "");
const selected = attribute("selected");
const checked = attribute("checked");

const FRAME_STYLE = `#demo { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 20px; padding: 8px 24px; background: var(--shade); border-bottom: 1px solid var(--line); font-size: 14px; }
#demo form, #demo fieldset { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; border: 0; margin: 0; padding: 0; } #demo legend { float: left; padding: 0 8px 0 0; } #demo label { display: flex; align-items: center; gap: 6px; min-height: 32px; }
#demo select, #demo button { font: inherit; min-height: 32px; padding: 2px 10px; color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: 8px; } #demo time { font-weight: 700; font-variant-numeric: tabular-nums; min-width: 9em; } #demo summary { min-height: 32px; padding: 6px 0; } #demo-failed { color: var(--bad); font-weight: 700; }
@media (pointer: coarse) { #demo label, #demo select, #demo button { min-height: 44px; } }
@media (max-width: 599px) { #demo { padding: 8px 12px; } }
`;
