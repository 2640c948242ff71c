import type { Html } from "../html.ts";
import { STEPS } from "./csv-asked.ts";
import { type EngineerContext, page } from "./frame.ts";

/** Which days to take along, how finely, and in which form. */
export function exportPage(context: EngineerContext, today: string, month: string): Html {
	const { html, text, decimal } = context;
	// As the language writes numbers, so does its spreadsheet.
	const usual = decimal(0.5, 1).includes(",") ? "comma" : "point";
	const option = (form: string, name: string) =>
		html`<option value="${form}"${form === usual ? html` selected` : undefined}>${name}</option>`;
	const decimals = [option("point", text("decimal_point")), option("comma", text("decimal_comma"))];
	const date = (name: string, label: string, value: string) =>
		html`<label>${label} <input type="date" name="${name}" value="${value}" required></label>`;
	const steps = STEPS.map((step) => html`<option value="${step}">${text(`step_${step}`)}</option>`);
	const form = html`<form class="chooser" action="history.csv" method="get">${date("from", text("from_day"), month)}${date("to", text("to_day"), today)}<label>${text("step")} <select name="step">${steps}</select></label><label>${text("decimals")} <select name="decimal">${decimals}</select></label><button class="btn go">${text("download")}</button></form>`;
	return page(context, "export", [
		["export", html`${form}<p class="quiet">${text("csv_columns")}</p><p class="quiet">${text("csv_times")}</p>`],
	]);
}
