/** What a command may know of the machine that it runs on. Made in main.ts; tests hand in another one. */
export interface Machine {
	readonly argv: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
	readonly out: NodeJS.WritableStream;
	readonly err: NodeJS.WritableStream;
	/** A person looks at `out`. */
	readonly terminal: boolean;
	/** Called when somebody wants the process to end; may come more than once. */
	onStop(stop: () => void): void;
	/** Called with an exception that nothing caught; without a listener the process ends by it. */
	onBug?(heard: (bug: unknown) => void): void;
}

export const FINE = 0;
/** The thing checked is not fine. */
export const NOT_FINE = 1;
/** Usage or options are wrong. */
export const USAGE = 2;

export const print = ({ out }: Machine, text: string): void => void out.write(`${text}\n`);
export const complain = ({ err }: Machine, text: string): void => void err.write(`${text}\n`);
/** The last word of a command, and its exit code. */
export function fine(machine: Machine, text: string): typeof FINE {
	print(machine, text);
	return FINE;
}
export function notFine(machine: Machine, text: string): typeof NOT_FINE {
	complain(machine, text);
	return NOT_FINE;
}
/** Resolves once the text was taken, for what is said only once; rejects where it was not. */
export const shown = ({ out }: Machine, text: string): Promise<void> =>
	new Promise((resolve, reject) => {
		out.once("error", reject);
		out.write(`${text}\n`, (failed) => {
			out.off("error", reject);
			if (failed) reject(failed);
			else resolve();
		});
	});
