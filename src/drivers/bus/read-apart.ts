import { type ChildProcess, spawn } from "node:child_process";
import { codeOf } from "#model/untyped/error-code.ts";
import type { Refusal } from "./native/file.ts";

/** Most bytes. A sensor's reading has 150. */
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
		const child = started(path);
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

/** A copy of our environment would give it our secrets. */
function started(path: string): ChildProcess | Refusal {
	try {
		return spawn("/bin/cat", ["--", path], { stdio: ["ignore", "pipe", "pipe"], env: { LC_ALL: "C" } });
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
