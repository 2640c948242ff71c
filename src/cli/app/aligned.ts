/** Rows of a table as lines of a terminal: the first column to the left, `left` columns too, others to the right. */
export function aligned(rows: readonly (readonly string[])[], left: readonly number[] = []): readonly string[] {
	const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
	const cellOf = (cell: string, at: number) => {
		const width = widths[at] ?? 0;
		if (at === 0) return cell.padEnd(width);
		return left.includes(at) ? `  ${cell.padEnd(width)}` : cell.padStart(width + 2);
	};
	return rows.map((row) => row.map(cellOf).join("").trimEnd());
}
