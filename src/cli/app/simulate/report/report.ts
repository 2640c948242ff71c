import { remarksIn } from "#app/words.ts";
import { remark, type Word } from "#model/sentences/sentence.ts";
import type { PlantFault } from "#simulation/faults/plant-fault.ts";
import type { Language } from "#texts/say.ts";
import { type Column, cellsOf } from "../figures/table.ts";
import type { DayFigures } from "../figures/tally.ts";
import type { Life } from "../life.ts";
import { STYLE } from "./style.ts";
import { bars, escaped, lines } from "./svg.ts";

/** What a report is about. */
export interface Reported {
	/** One sentence: place, days, pace. */
	readonly about: string;
	readonly columns: readonly (Column & Life)[];
	readonly language: Language;
	/** Day of the year on which it begins. */
	readonly from: number;
	readonly faults: readonly PlantFault[];
}

const DAY = 86_400;
/** Up to so many days the bars are days, beyond they are months of 30 days. */
const MOST_DAYS = 62;
const MONTH = 30;

/** A page of its own: no script, and nothing is loaded from anywhere. */
export function reportOf({ about, columns, language, from, faults }: Reported): string {
	const word = remarksIn(language);
	const title = word(remark("sim_title"));
	const several = columns.length > 1;
	const plots = columns.map(
		(column) => `${several ? `<h2>${escaped(column.title)}</h2>` : ""}${plotsOf(column, from, word, language)}`,
	);
	return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(about)}</p>
${table(columns, language)}
${listOf(faults, word)}
${plots.join("\n")}
<p class="note">${escaped(word(remark("sim_limits")))}</p></main></body></html>
`;
}

function table(columns: readonly Column[], language: Language): string {
	const cells = cellsOf(columns, language);
	const [titles = [], ...rest] = columns.length > 1 ? cells : [[], ...cells];
	const head =
		titles.length === 0 ? "" : `<thead><tr>${titles.map((one) => `<th>${escaped(one)}</th>`).join("")}</tr></thead>`;
	const rows = rest.map(
		([label = "", ...values]) =>
			`<tr><th scope="row">${escaped(label)}</th>${values.map((one) => `<td>${escaped(one)}</td>`).join("")}</tr>`,
	);
	return `<div class="wide"><table>${head}<tbody>${rows.join("")}</tbody></table></div>`;
}

function listOf(faults: readonly PlantFault[], word: Word): string {
	if (faults.length === 0) return "";
	const told = faults.map(({ fault, of, from, until }) => {
		const day = from / DAY;
		const when = until === undefined ? remark("sim_day", { day }) : remark("sim_days", { day, until: until / DAY });
		return `<li><code>${escaped([fault, of].filter(Boolean).join(" "))}</code> ${escaped(word(when))}</li>`;
	});
	return `<h2>${escaped(word(remark("sim_faults")))}</h2><ul>${told.join("")}</ul>`;
}

function plotsOf({ points, days }: Life, from: number, word: Word, language: Language): string {
	const last = points.at(-1)?.day ?? 1;
	const curve = (pick: (point: Life["points"][number]) => number) => points.map(pick);
	const temperatures = lines(
		{ title: word(remark("sim_temperatures")), unit: "°C", marks: marksOf(last, from, language) },
		[
			{ label: word(remark("sim_collector")), colour: "c1", values: curve(({ collector }) => collector) },
			{ label: word(remark("sim_top")), colour: "c2", values: curve(({ top }) => top) },
			{ label: word(remark("sim_bottom")), colour: "c3", values: curve(({ bottom }) => bottom) },
			{ label: word(remark("sim_outdoor")), colour: "c4", values: curve(({ outdoor }) => outdoor) },
		],
	);
	if (days.length === 0) return temperatures;
	const groups = grouped(days);
	const bar = (pick: (day: DayFigures) => number) =>
		groups.map((group) => group.reduce((sum, day) => sum + pick(day), 0));
	const marks = marksOf(days.length, from, language);
	const heat = bars({ title: word(remark("sim_heat")), unit: "kWh", marks }, [
		{ label: word(remark("sim_solar")), colour: "c1", values: bar(({ solar_kwh }) => solar_kwh) },
		{ label: word(remark("sim_heater")), colour: "c2", values: bar(({ heater_kwh }) => heater_kwh) },
		{ label: word(remark("sim_draw")), colour: "c3", values: bar(({ draw_kwh }) => draw_kwh) },
		{ label: word(remark("sim_loss")), colour: "c4", values: bar(({ loss_kwh }) => loss_kwh) },
	]);
	const pump = bars({ title: word(remark("sim_pump")), unit: "", marks }, [
		{ label: word(remark("sim_pump_hours")), colour: "c3", values: bar(({ pump_hours }) => pump_hours) },
		{ label: word(remark("sim_starts")), colour: "c1", values: bar(({ starts }) => starts) },
	]);
	return `${temperatures}${heat}${pump}`;
}

/** Days, or months of 30 days where there are many. */
function grouped(days: readonly DayFigures[]): readonly (readonly DayFigures[])[] {
	const size = days.length > MOST_DAYS ? MONTH : 1;
	return Array.from({ length: Math.ceil(days.length / size) }, (_, nth) => days.slice(nth * size, (nth + 1) * size));
}

/** Dates below a plot, no more than fit. */
function marksOf(days: number, from: number, language: Language) {
	const every = [1, 2, 5, 10, 15, 30, 60].find((one) => days / one <= 13) ?? 90;
	const date = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
		day: "numeric",
		month: "short",
		timeZone: "UTC",
	});
	return Array.from({ length: Math.floor(days / every) + 1 }, (_, nth) => ({
		at: (nth * every) / days,
		label: date.format(Date.UTC(2026, 0, from + nth * every)),
	})).filter(({ at }) => at < 0.98);
}
