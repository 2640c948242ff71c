/** Does something with each of a list, so many at a time. */
export async function each<T>(list: readonly T[], jobs: number, work: (one: T) => Promise<void>): Promise<void> {
	const left = list[Symbol.iterator]();
	const worker = async (): Promise<void> => {
		for (const one of left) await work(one);
	};
	await Promise.all(Array.from({ length: jobs }, worker));
}
