import type { Roots } from "#model/plant/found.ts";

/** Everything that a command knows about its machine. Made in main.ts; tests pass their own. */
export interface Machine {
	readonly argv: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
	readonly out: NodeJS.WritableStream;
	readonly err: NodeJS.WritableStream;
	/** What is typed, or sent to the command. Absent: nothing. */
	readonly in?: NodeJS.ReadableStream & { readonly isTTY?: boolean };
	/** `out` is a terminal. */
	readonly terminal: boolean;
	/** Registers a function that is called when the process should end, perhaps more than once. */
	onStop(stop: () => void): void;
	/** Registers a function for uncaught exceptions. Without one they end the process. */
	onBug?(heard: (bug: unknown) => void): void;
	/** Called when a controller has loaded all of its parts. */
	onStarted?(): void;
	/** Where the system's folders are. Absent: at `/`. */
	readonly roots?: Roots;
}

export const FINE = 0;
/** What was checked is not fine. */
export const NOT_FINE = 1;
/** Usage or options are wrong. */
export const USAGE = 2;

export const print = ({ out }: Machine, text: string): void => void out.write(`${text}\n`);
export const complain = ({ err }: Machine, text: string): void => void err.write(`${text}\n`);
/** Prints the result of a command and gives its exit code. */
export function fine(machine: Machine, text: string): typeof FINE {
	print(machine, text);
	return FINE;
}
export function notFine(machine: Machine, text: string): typeof NOT_FINE {
	complain(machine, text);
	return NOT_FINE;
}
/** Resolves once the text was written; rejects if it was not. For what is shown only once. */
export const shown = ({ out }: Machine, text: string): Promise<void> =>
	new Promise((resolve, reject) => {
		out.once("error", reject);
		out.write(`${text}\n`, (failed) => {
			out.off("error", reject);
			if (failed) reject(failed);
			else resolve();
		});
	});
