/** The result of `work`, or `otherwise` if it throws. For failures whose cause does not matter. */
export function caught<T, E>(work: () => T, otherwise: E): T | E {
	try {
		return work();
	} catch {
		return otherwise;
	}
}
