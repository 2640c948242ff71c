/** For what only listens: its bug is nobody's trouble, least of all control's. */
export function contained(run: () => void): void {
	try {
		run();
	} catch {
		return;
	}
}
