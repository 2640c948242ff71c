import { phrase, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { type Line, lineWords } from "./checklist.ts";
import type { Report } from "./verified.ts";

const MARKS: Readonly<Record<Line["status"], Sentence>> = {
	ok: phrase("mark_ok"),
	fail: phrase("mark_fail"),
	not_measured: phrase("mark_not_measured"),
};

const STYLE = `
body { font: 11pt/1.4 sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
h1 { font-size: 1.5rem } table { border-collapse: collapse; width: 100% } caption { text-align: left; padding: .5rem 0 }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top }
td.fail { font-weight: bold } .sign td { height: 3rem }
@page { size: A4; margin: 15mm }
@media print { body { font-size: 9pt; margin: 0; max-width: none } tr { break-inside: avoid } thead { display: table-header-group } }
`;

/** The report as a single page: to print, sign and file. */
export function verifiedPage(report: Report, language: string, word: Word): string {
	const { at, broker, version, count, lines } = report;
	const shown = (sentence: Sentence) => text(word(sentence));
	const all = (sentences: readonly Sentence[]) => sentences.map(shown).join(" ");
	const rows = lines.map(
		({ id, status, tried, seen }) =>
			`<tr><td>${text(id)}</td><td>${shown(lineWords(id))}</td><td>${all(tried)}</td><td>${all(seen)}</td><td class="${status}">${shown(MARKS[status])}</td></tr>`,
	);
	const title = shown(phrase("page_title", { broker }));
	const judged = report.ok ? phrase("page_fine") : phrase("page_failed", { count: count.fail });
	const heads = [
		phrase("head_line"),
		phrase("head_step"),
		phrase("head_tried"),
		phrase("head_seen"),
		phrase("head_result"),
	];
	const sign = [phrase("sign_name"), phrase("sign_date"), phrase("sign_signature")];
	return `<!doctype html>
<html lang="${text(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLE}</style></head>
<body><h1>${title}</h1>
<p>${shown(phrase("page_made", { at, version }))} <strong>${shown(judged)}</strong> ${shown(phrase("counts", count))}</p>
${[word(lastChange(report)), ...comparison(report, word)].map((line) => `<p>${text(line)}</p>`).join("\n")}
<table><caption>${shown(phrase("page_caption"))}</caption><thead><tr>${heads.map((head) => `<th scope="col">${shown(head)}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>
<table class="sign"><caption>${shown(phrase("seen_by"))}</caption><tbody><tr>${sign.map((cell) => `<td>${shown(cell)}</td>`).join("")}</tr></tbody></table>
</body></html>
`;
}

/** How long no login was accepted. */
export function lastChange({ last_change }: Pick<Report, "last_change">): Sentence {
	if (last_change === undefined) return phrase("no_change_known");
	const { why, at, downtime_ms } = last_change;
	return downtime_ms === 0
		? phrase("change_serving", { change: why, at })
		: phrase("change_down", { change: why, at, ms: downtime_ms });
}

/** What changed since the earlier report; empty without one. */
export function comparison({ compared }: Pick<Report, "compared">, word: Word): readonly string[] {
	if (compared === undefined) return [];
	const { days, changes } = compared;
	const since = word(
		days === 1 ? phrase("since_day", { at: compared.with }) : phrase("since_days", { at: compared.with, days }),
	);
	if (changes.length === 0) return [`${since} ${word(phrase("unchanged"))}`];
	const each = changes.map(({ id, was, is }) =>
		word(phrase("line_changed", { line: id, was: word(MARKS[was]), is: word(MARKS[is]) })),
	);
	return [`${since} ${each.join("; ")}.`];
}

const CHARACTERS: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};
const text = (raw: string) => raw.replaceAll(/[&<>"']/g, (one) => CHARACTERS[one] ?? "");
