/** By device: calls that the kernel has not answered in time. Each blocks one of Node's four file threads. */
const hanging = new Map<string, number>();
/** Files, name lookups and the page need a thread too. */
const MOST_HANGING = 3;

/** A hanging device is tried once more, because it may have been replaced, unless other devices hang too. */
export function mayTry(path: string): boolean {
	const all = [...hanging.values()].reduce((sum, count) => sum + count, 0);
	return hanging.has(path) ? all === 1 : all < MOST_HANGING;
}

/** Whether a call of this device hangs. */
export const isHanging = (path: string): boolean => hanging.has(path);

/** One call of this device more, or less, hangs. */
export function hangs(path: string, by: 1 | -1): void {
	const count = (hanging.get(path) ?? 0) + by;
	if (count > 0) hanging.set(path, count);
	else hanging.delete(path);
}
