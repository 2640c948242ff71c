import type { Line } from "./checklist.ts";
import type { Report } from "./verified.ts";

const MARKS: Readonly<Record<Line["status"], string>> = { ok: "ok", fail: "FAIL", not_measured: "not measured" };

const STYLE = `
body { font: 11pt/1.4 sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
h1 { font-size: 1.5rem } table { border-collapse: collapse; width: 100% } caption { text-align: left; padding: .5rem 0 }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top }
td.fail { font-weight: bold } .sign td { height: 3rem }
@page { size: A4; margin: 15mm }
@media print { body { font-size: 9pt; margin: 0; max-width: none } tr { break-inside: avoid } thead { display: table-header-group } }
`;

/** The report as a page that stands by itself: to print, to sign and to put away. */
export function verifiedPage(report: Report): string {
	const { at, broker, version, count, lines } = report;
	const rows = lines.map(
		(line) =>
			`<tr><td>${text(line.id)}</td><td>${text(line.words)}</td><td>${text(line.tried)}</td><td>${text(line.seen)}</td><td class="${line.status}">${MARKS[line.status]}</td></tr>`,
	);
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The broker ${text(broker)}, verified</title><style>${STYLE}</style></head>
<body><h1>The broker ${text(broker)}, verified</h1>
<p>${text(at)}, by Solar Heating ${text(version)}. <strong>${report.ok ? "Nothing failed" : `${count.fail} failed`}</strong>: ${count.ok} ok, ${count.fail} failed, ${count.not_measured} not measured.</p>
${[lastChange(report), ...comparison(report)].map((line) => `<p>${text(line)}</p>`).join("\n")}
<table><caption>The deployment guide, line by line</caption><thead><tr><th scope="col">Line</th><th scope="col">Step</th><th scope="col">Tried</th><th scope="col">Seen</th><th scope="col">Result</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>
<table class="sign"><caption>Seen by</caption><tbody><tr><td>Name</td><td>Date</td><td>Signature</td></tr></tbody></table>
</body></html>
`;
}

/** For how long nobody got in, in a sentence. */
export function lastChange({ last_change }: Pick<Report, "last_change">): string {
	if (last_change === undefined) return "No change by solar-heating broker is on record, so no downtime was measured.";
	const { why, at, downtime_ms } = last_change;
	const down = downtime_ms === 0 ? "the broker went on serving" : `the broker let nobody in for ${downtime_ms} ms`;
	return `The last change (${why}, ${at}): ${down}.`;
}

/** What changed since the report before, in sentences; none where there was none. */
export function comparison({ compared }: Pick<Report, "compared">): readonly string[] {
	if (compared === undefined) return [];
	const { days, changes } = compared;
	const since = `Since the report of ${compared.with}, ${days} ${days === 1 ? "day" : "days"} ago`;
	if (changes.length === 0) return [`${since}, nothing has changed.`];
	return [`${since}: ${changes.map(({ id, was, is }) => `${id} was ${was}, is ${is}`).join("; ")}.`];
}

const CHARACTERS: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};
const text = (raw: string) => raw.replaceAll(/[&<>"']/g, (one) => CHARACTERS[one] ?? "");
