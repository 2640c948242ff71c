/** What `work` gives, or `otherwise` where it throws: for what the world may refuse, when the cause does not matter. */
export function caught<T, E>(work: () => T, otherwise: E): T | E {
	try {
		return work();
	} catch {
		return otherwise;
	}
}
