import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse as csv } from "csv-parse";
import { Mistake, remark, type Sentence } from "#model/sentences/sentence.ts";

export type Row = Readonly<Record<string, string>>;
/** A row, and the number of lines read when it was complete. */
export interface Found {
	readonly record: Row;
	readonly info: { readonly lines: number };
}

/** A table of readings as spreadsheets write it: with commas, or with semicolons or tabs and then decimal commas. */
export interface Table {
	readonly decimal_comma: boolean;
	/** The line of the header. Lines above it, such as a logger's title, are skipped. */
	readonly header: number;
	readonly rows: AsyncIterable<Found>;
}

/** Most characters and lines before the end of the header. */
const LONGEST_HEADER = 65_536;
const MOST_ABOVE = 20;

/** Opens the table and reads its header. An unreadable line throws a `Mistake` with its number. */
export async function tableOf(file: string): Promise<Table> {
	const chunks: AsyncIterator<string> = createReadStream(file, { encoding: "utf8" })[Symbol.asyncIterator]();
	let head = "";
	let whole = false;
	try {
		while (headerIn(head) === undefined && head.split("\n").length <= MOST_ABOVE && head.length < LONGEST_HEADER) {
			const chunk = await chunks.next();
			whole = chunk.done === true;
			if (whole) break;
			head += chunk.value;
		}
	} catch (failed) {
		throw told(failed);
	}
	if (head.includes("\0")) throw new Mistake(remark("table_utf16"));
	if (/^\uFEFF?"?sep=/i.test(head)) throw new Mistake(remark("table_sep"));
	const found = headerIn(whole ? `${head}\n` : head);
	if (found === undefined) throw new Mistake(remark(head.trim() === "" ? "table_empty" : "row_no_time"));
	const { delimiter, above } = found;
	const columns = named(above + 1);
	const table = csv({ columns, trim: true, bom: true, info: true, skip_empty_lines: true, delimiter });
	// Empty lines replace those above, so that line numbers stay right. The library assumes that all line ends are like the
	// first.
	const lines = head.split("\n").slice(above);
	const below = (lines[0]?.endsWith("\r") ? "\r\n" : "\n").repeat(above) + lines.join("\n");
	Readable.from(joined(below, chunks))
		.on("error", (failed) => table.destroy(failed))
		.pipe(table);
	return { decimal_comma: delimiter !== ",", header: above + 1, rows: rowsOf(table) };
}

/** The library would take the last of two columns with the same name. */
const named =
	(line: number) =>
	(header: readonly string[]): string[] => {
		const names = header.map((name) => (TIME.test(name) ? "time" : name));
		const twice = names.find((name, i) => name !== "" && names.indexOf(name) !== i);
		if (twice !== undefined) throw new Mistake(remark("column_twice", { line, column: twice }));
		return names;
	};

const TIME = /^time$/i;
type Delimiter = "," | ";" | "\t";

/** The first complete line with a column called time, and the number of lines above it. */
function headerIn(head: string): { readonly delimiter: Delimiter; readonly above: number } | undefined {
	const lines = head.replace(/^\uFEFF/, "").split("\n");
	const above = lines.slice(0, -1).findIndex((line) => {
		const cells = line.split(delimiterOf(line)).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
		return cells.some((cell) => TIME.test(cell.trim()));
	});
	return above < 0 || above >= MOST_ABOVE ? undefined : { delimiter: delimiterOf(lines[above] ?? ""), above };
}

const delimiterOf = (header: string): Delimiter => (header.includes(";") ? ";" : header.includes("\t") ? "\t" : ",");

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
	yield head;
	for (let chunk = await rest.next(); !chunk.done; chunk = await rest.next()) yield chunk.value;
}

async function* rowsOf(table: AsyncIterable<Found>): AsyncGenerator<Found> {
	let rows = 0;
	try {
		for await (const row of table) {
			rows += 1;
			yield row;
		}
	} catch (failed) {
		throw told(failed);
	}
	if (rows === 0) throw new Mistake(remark("table_empty"));
}

/** Messages of the library and the system are in English. */
function told(failed: unknown): Mistake {
	if (failed instanceof Mistake) return failed;
	if (failed instanceof CsvError) return new Mistake(flawOf(failed.code, lineOf(failed)));
	const why = typeof failed === "object" && failed !== null && "code" in failed ? String(failed.code) : String(failed);
	return new Mistake(remark("table_unreadable", { why }));
}

const flawOf = (code: string, line: number): Sentence => {
	if (/COLUMNS/.test(code)) return remark("row_cells", { line });
	return /QUOTE/.test(code) ? remark("row_quotes", { line }) : remark("row_unreadable", { line });
};

const lineOf = (failed: CsvError): number => {
	const { lines } = failed as { readonly lines?: unknown };
	return typeof lines === "number" ? lines : 1;
};
