import type { Html } from "../../html.ts";
import { type EngineerContext, page } from "../frame.ts";
import type { CircuitYields, DayYield, YieldsView } from "./view.ts";

const TALL = 180;
const FOOT = 26;
const LEFT = 38;
const WHY_NOT = {
	ran_little: "yield_ran_little",
	little_light: "yield_little_light",
	light_lost: "yield_light_lost",
	learning: "yield_learning",
} as const;
const tenth = (value: number) => Math.round(value * 10) / 10;

/** Expected against measured heat, day by day, for each collector field. */
export function yieldsPage(context: EngineerContext, { circuits }: YieldsView): Html {
	const { html, text } = context;
	if (circuits.length === 0) return page(context, "yield", [["none", html`<p>${text("yield_no_field")}</p>`]]);
	return page(
		context,
		"yield",
		circuits.map((one, n) => [`field-${n}`, circuit(context, one, `field-${n}`)]),
	);
}

function circuit(context: EngineerContext, one: CircuitYields, id: string): Html {
	const { html, text } = context;
	const { name, by, days, usual } = one;
	if (by === undefined) return html`<h2>${name}</h2><p>${text("yield_not_measured")}</p>`;
	const head = html`<div class="headed"><h2 id="${id}-title">${name}</h2>${ratio(context, one)}</div>`;
	const means = text(by === "light" ? "yield_by_light" : "yield_by_own", {
		low: Math.round(100 * usual[0]),
		high: Math.round(100 * usual[1]),
	});
	if (days.length === 0) return html`${head}<p>${text("yield_no_days")}</p><p class="quiet">${means}</p>`;
	return html`${head}${picture(context, one, 1160, "day wide")}${picture(context, one, 360, "day small")}${key(context, one)}<p class="quiet">${means}</p>${table(context, one, id)}`;
}

/** How the last day that was compared did. */
function ratio({ html, text }: EngineerContext, { days, by }: CircuitYields): Html | undefined {
	const last = days.findLast(({ share }) => share !== undefined);
	if (by !== "light" || last?.share === undefined) return undefined;
	return html`<p class="quiet">${text("yield_last", { day: last.title, percent: Math.round(100 * last.share) })}</p>`;
}

/** What expectation may differ by without being told of; only by the light a day is expected to give so much. */
const band = ({ by, usual }: CircuitYields, { expected }: DayYield) =>
	by === "light" && expected !== undefined ? { low: expected * usual[0], high: expected * usual[1] } : undefined;

function picture(context: EngineerContext, one: CircuitYields, width: number, kind: string): Html {
	const { html, decimal } = context;
	const { days } = one;
	const most = Math.max(1, ...days.flatMap((day) => [day.measured, day.expected ?? 0, band(one, day)?.high ?? 0]));
	const step = [1, 2, 5, 10, 20, 50, 100, 200].find((kwh) => most / kwh <= 4.5) ?? 500;
	const y = (kwh: number) => tenth(12 + (1 - kwh / most) * (TALL - 12));
	const room = (width - LEFT - 12) / Math.max(7, days.length);
	const thick = Math.min(40, Math.max(3, room * 0.6));
	const named = Math.ceil(days.length / (width / 46));
	const lines = Array.from({ length: Math.floor(most / step) + 1 }, (_, n) => n * step);
	return html`<svg class="${kind} yields-by-day" viewBox="0 0 ${width} ${TALL + FOOT}" role="img" aria-label="${labelOf(context, one)}">${lines.map(
		(kwh) =>
			html`<path class="grid" d="M${LEFT} ${y(kwh)}H${width - 12}"/><text class="end" x="${LEFT - 8}" y="${y(kwh) + 4}">${decimal(kwh, 0)}</text>`,
	)}${days.map((day, n) => {
		const middle = tenth(LEFT + (n + 0.5) * room);
		const x = tenth(middle - thick / 2);
		const around = band(one, day);
		const wide = tenth(Math.min(room, thick + 6));
		const left = tenth(middle - wide / 2);
		return html`<g>${
			around &&
			html`<rect class="usual" x="${left}" y="${y(around.high)}" width="${wide}" height="${tenth(y(around.low) - y(around.high))}"/>`
		}<rect class="bar sun" x="${x}" y="${y(day.measured)}" width="${tenth(thick)}" height="${tenth(y(0) - y(day.measured))}"/>${
			day.expected === undefined
				? undefined
				: html`<path class="expected ${one.by}" d="M${left} ${y(day.expected)}h${wide}"/>`
		}</g>${n % named === 0 ? html`<text class="mid" x="${middle}" y="${TALL + FOOT - 6}">${day.label}</text>` : undefined}`;
	})}</svg>`;
}

/** One sentence; the days are in the table. */
function labelOf({ text, decimal }: EngineerContext, { name, days }: CircuitYields): string {
	const compared = days.filter(({ expected }) => expected !== undefined);
	const sum = (all: readonly number[]) => all.reduce((total, kwh) => total + kwh, 0);
	return text("yield_label", {
		name,
		days: days.length,
		compared: compared.length,
		measured: decimal(sum(compared.map(({ measured }) => measured)), 1),
		expected: decimal(sum(compared.map(({ expected = 0 }) => expected)), 1),
	});
}

function key({ html, text }: EngineerContext, { by }: CircuitYields): Html {
	const expected = text(by === "light" ? "yield_expected" : "yield_clear");
	return html`<ul class="key yield-key"><li><svg class="sw" viewBox="0 0 12 12" aria-hidden="true"><rect class="bar sun" width="12" height="12" rx="3"/></svg>${text("yield_measured")}</li><li><svg class="sw" viewBox="0 0 12 12" aria-hidden="true"><path class="expected ${by}" d="M0 6h12"/></svg>${expected}</li>${
		by !== "light"
			? undefined
			: html`<li><svg class="sw" viewBox="0 0 12 12" aria-hidden="true"><rect class="usual" width="12" height="12"/></svg>${text("yield_usual")}</li>`
	}</ul>`;
}

function table(context: EngineerContext, one: CircuitYields, id: string): Html {
	const { html, text, decimal } = context;
	const expected = text(one.by === "light" ? "yield_expected" : "yield_clear");
	return html`<details id="${id}-days"><summary>${text("yield_table")}</summary><div class="wide" role="region" tabindex="0" aria-labelledby="${id}-title"><table class="counts yields-table"><thead><tr><th scope="col">${text("day")}</th><th scope="col">${text("yield_measured")}</th><th scope="col">${expected}</th><th scope="col">${text("yield_share")}</th></tr></thead><tbody>${one.days
		.toReversed()
		.map(({ title, measured, expected: kwh, share, why }) => {
			const rest =
				kwh === undefined || share === undefined
					? html`<td colspan="2">${text(WHY_NOT[why ?? "learning"])}</td>`
					: html`<td class="number">${decimal(kwh, 1)} kWh</td><td class="number">${decimal(100 * share, 0)} %</td>`;
			return html`<tr><th scope="row">${title}</th><td class="number">${decimal(measured, 1)} kWh</td>${rest}</tr>`;
		})}</tbody></table></div></details>`;
}
