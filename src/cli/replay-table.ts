import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse as csv } from "csv-parse";
import { remark, type Sentence } from "#model/sentence.ts";
import { Mistake } from "./words.ts";

export type Row = Readonly<Record<string, string>>;
/** A row, and how many lines of the file were read when it was complete. */
export interface Found {
	readonly record: Row;
	readonly info: { readonly lines: number };
}

/** A table of readings as spreadsheets write it: with commas, or with semicolons or tabs and then a decimal comma. */
export interface Table {
	readonly decimal_comma: boolean;
	readonly rows: AsyncIterable<Found>;
}

/** Characters in which the header has to end. */
const LONGEST_HEADER = 65_536;

/** Opens the table as far as its header. What cannot be read is a `Mistake`, with its line. */
export async function tableOf(file: string): Promise<Table> {
	const chunks: AsyncIterator<string> = createReadStream(file, { encoding: "utf8" })[Symbol.asyncIterator]();
	let head = "";
	try {
		while (!/\S[^\n]*\n/.test(head) && head.length < LONGEST_HEADER) {
			const chunk = await chunks.next();
			if (chunk.done) break;
			head += chunk.value;
		}
	} catch (failed) {
		throw told(failed);
	}
	if (head.includes("\0")) throw new Mistake(remark("table_utf16"));
	if (/^\uFEFF?"?sep=/i.test(head)) throw new Mistake(remark("table_sep"));
	const delimiter = delimiterOf(head);
	const table = csv({ columns: named, trim: true, bom: true, info: true, skip_empty_lines: true, delimiter });
	Readable.from(whole(head, chunks))
		.on("error", (failed) => table.destroy(failed))
		.pipe(table);
	return { decimal_comma: delimiter !== ",", rows: rowsOf(table) };
}

/** Of two columns with one name the library would take the last one. */
function named(header: readonly string[]): string[] {
	const names = header.map((name) => (/^time$/i.test(name) ? "time" : name));
	const twice = names.find((name, i) => name !== "" && names.indexOf(name) !== i);
	if (twice !== undefined) throw new Mistake(remark("column_twice", { column: twice }));
	return names;
}

const delimiterOf = (head: string): "," | ";" | "\t" => {
	const header = head.trimStart().split("\n")[0] ?? "";
	return header.includes(";") ? ";" : header.includes("\t") ? "\t" : ",";
};

async function* whole(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
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

/** The library's and the system's own words are English. */
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
