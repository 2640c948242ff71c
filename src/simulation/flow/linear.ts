/**
 * Solves `x = known + matrix * x` in place: `known` becomes x, `matrix` is used up. Rows of the matrix are shares of mixed
 * flows, which are not negative and add up to less than 1, so the elimination needs no pivots.
 */
export function solve(matrix: Float64Array, known: Float64Array): void {
	const many = known.length;
	for (let at = 0; at < many; at++) {
		const own = 1 - (matrix[at * many + at] ?? 0);
		known[at] = (known[at] ?? 0) / own;
		for (let column = at + 1; column < many; column++)
			matrix[at * many + column] = (matrix[at * many + column] ?? 0) / own;
		for (let row = at + 1; row < many; row++) {
			const through = matrix[row * many + at] ?? 0;
			if (through === 0) continue;
			known[row] = (known[row] ?? 0) + through * (known[at] ?? 0);
			for (let column = at + 1; column < many; column++)
				matrix[row * many + column] = (matrix[row * many + column] ?? 0) + through * (matrix[at * many + column] ?? 0);
		}
	}
	for (let at = many - 2; at >= 0; at--)
		for (let column = at + 1; column < many; column++)
			known[at] = (known[at] ?? 0) + (matrix[at * many + column] ?? 0) * (known[column] ?? 0);
}
