import { appendFileSync } from "node:fs";
import type { Alert } from "./alert.ts";

/** The texts of an alert. */
export interface Words {
	readonly happened: string;
	readonly means: string;
	readonly remedy: string;
}

/** An alert as one line of JSON with the same fields for every kind: `at` in ISO 8601, `window_s` in seconds. */
export function alertLine(alert: Alert, { happened, means, remedy }: Words): string {
	const { kind, at, count, window, ...who } = alert;
	return JSON.stringify({
		at: new Date(at * 1000).toISOString(),
		event: kind,
		count,
		window_s: window,
		...who,
		happened,
		means,
		remedy,
	});
}

/** Appends a line to a file that only its owner may read. Throws what the file system throws. */
export const appendLine = (path: string, line: string): void => appendFileSync(path, `${line}\n`, { mode: 0o600 });
