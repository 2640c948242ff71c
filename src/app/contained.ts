/** For listeners: a bug in one must not reach its caller, least of all control. */
export function contained(run: () => void): void {
	try {
		run();
	} catch {
		return;
	}
}
