import { type ChildProcess, spawn } from "node:child_process";
import { codeOf } from "#model/untyped/error-code.ts";
import type { Refusal } from "./native/file.ts";

/** Most bytes of one file. A sensor's reading has 150. */
const MOST = 4096;

/**
 * The text of a file whose read may hang, as files of a bus do. A separate process, `cat`, reads it. A thread of ours that
 * hangs in the kernel would keep this process from ending, even after a kill, and Node has only four. The signal kills the
 * reader; the call returns once it is gone.
 */
export function readApart(path: string, signal: AbortSignal): Promise<string | Refusal> {
	return new Promise((resolve) => {
		let text = "";
		let said = "";
		const child = started([path], "pipe");
		if ("code" in child) return resolve(child);
		const kill = () => leave(child);
		signal.addEventListener("abort", kill, { once: true });
		child.stdout?.setEncoding("latin1").on("data", (chunk: string) => {
			if (text.length < MOST) text += chunk;
			else kill();
		});
		child.stderr?.setEncoding("latin1").on("data", (chunk: string) => {
			said = (said + chunk).slice(0, MOST);
		});
		const over = (result: string | Refusal) => {
			signal.removeEventListener("abort", kill);
			resolve(result);
		};
		child.once("error", (error) => over({ code: `cat: ${codeOf(error)}` }));
		child.once("close", (code) => over(code === 0 ? text : { code: meant(said) }));
	});
}

/** A file that is to be read, and one beside it that holds nothing but the line `label`. */
export interface Labelled {
	readonly path: string;
	readonly labelPath: string;
	readonly label: string;
}

/**
 * The same for several files, read one after another by one process, as starting one costs more than reading. Each call of
 * the function that it returns gives the text of the next file as soon as that is there, and an empty one where it did not
 * come. A text counts only if the file's own label follows it, so that none is ever taken for that of another file: a file
 * may be empty or gone.
 */
export function readApartInTurn(files: readonly Labelled[], signal: AbortSignal): () => Promise<string> {
	const texts = files.map(() => Promise.withResolvers<string>());
	let at = 0;
	const told = (upTo: number, text: string) => {
		for (; at < upTo; at++) texts[at]?.resolve("");
		texts[at++]?.resolve(text);
	};
	const child = started(
		files.flatMap(({ path, labelPath }) => [path, labelPath]),
		"ignore",
	);
	const over = () => told(files.length, "");
	if ("code" in child) over();
	else {
		const kill = () => leave(child);
		signal.addEventListener("abort", kill, { once: true });
		const ended = () => {
			signal.removeEventListener("abort", kill);
			over();
		};
		let [text, line] = ["", ""];
		child.stdout?.setEncoding("latin1").on("data", (chunk: string) => {
			const lines = (line + chunk).split("\n");
			line = lines.pop() ?? "";
			for (const one of lines) {
				const nth = files.findIndex(({ label }, i) => i >= at && label === one);
				if (nth >= 0) told(nth, text);
				text = nth >= 0 ? "" : `${text}${one}\n`;
			}
			if (text.length + line.length > MOST) kill();
		});
		child.once("error", ended);
		child.once("close", ended);
	}
	let next = 0;
	return () => texts[next++]?.promise ?? Promise.resolve("");
}

/** A copy of our environment would give it our secrets. */
function started(paths: readonly string[], errors: "pipe" | "ignore"): ChildProcess | Refusal {
	try {
		return spawn("/bin/cat", ["--", ...paths], { stdio: ["ignore", "pipe", errors], env: { LC_ALL: "C" } });
	} catch (failed) {
		return { code: `cat: ${codeOf(failed)}` };
	}
}

function leave(child: ChildProcess): void {
	child.kill("SIGKILL");
	child.stdout?.destroy();
	child.stderr?.destroy();
	child.unref();
}

/** The texts of strerror(3), in the C locale and from BusyBox. */
const WORDS: readonly (readonly [RegExp, string])[] = [
	[/No such file or directory/, "ENOENT"],
	[/Not a directory/, "ENOTDIR"],
	[/No such device or address/, "ENXIO"],
	[/No such device/, "ENODEV"],
	[/Permission denied/, "EACCES"],
	[/Operation not permitted/, "EPERM"],
	[/Input\/output error|I\/O error/, "EIO"],
	[/timed out/, "ETIMEDOUT"],
	[/Is a directory/, "EISDIR"],
];
const meant = (said: string): string =>
	WORDS.find(([words]) => words.test(said))?.[1] ?? (said.slice(0, 120) || "killed");
