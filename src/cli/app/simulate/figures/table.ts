import { remarksIn } from "#app/words.ts";
import { remark } from "#model/sentences/sentence.ts";
import { number } from "#texts/number.ts";
import type { Language } from "#texts/say.ts";
import { aligned } from "../../aligned.ts";
import { ROWS } from "./rows.ts";
import type { Figures } from "./tally.ts";

/** A simulation with the name of its column. */
export interface Column {
	readonly title: string;
	readonly figures: Figures;
}

/** Labels, a cell for each column and, of two columns, one for the difference. The first line has the titles. */
export function cellsOf(columns: readonly Column[], language: Language): readonly (readonly string[])[] {
	const word = remarksIn(language);
	const [first, second] = columns;
	const compared = first !== undefined && second !== undefined;
	const titles = ["", ...columns.map(({ title }) => title), ...(compared ? [word(remark("sim_difference"))] : [])];
	const shown = ROWS.filter(({ rare, of }) => !rare || columns.some(({ figures }) => of(figures) !== 0));
	const lines = shown.map(({ label, unit, digits, of }) => {
		const cell = (value: number) => `${number(language, value, digits)}${unit === "" ? "" : ` ${unit}`}`;
		const difference = compared ? of(second.figures) - of(first.figures) : 0;
		const signed = `${difference > 0 ? "+" : ""}${cell(difference)}`;
		return [word(label), ...columns.map(({ figures }) => cell(of(figures))), ...(compared ? [signed] : [])];
	});
	return columns.length > 1 ? [titles, ...lines] : lines;
}

/** The same as aligned lines for a terminal. */
export function tableOf(columns: readonly Column[], language: Language): readonly string[] {
	return aligned(cellsOf(columns, language));
}
