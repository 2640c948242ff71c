import { copyFileSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { inContainer, podman } from "../../test/e2e/container.ts";
import type { House, Start } from "./plants.ts";
import type { Ending, Program } from "./program.ts";

/** The app in its container. */
export interface Contained extends Program {
	readonly container: string;
}

const Options = z.object({ one_wire: z.object({ root: z.string() }) });

/** Starts the image as the Supervisor would, on what `start` would give a process. */
export function startContained(image: string, { board }: House, { args }: Start): Contained {
	const options = after(args, "--options");
	const folder = after(args, "--data");
	copyFileSync(options, join(folder, "options.json"));
	const { one_wire } = Options.parse(JSON.parse(readFileSync(options, "utf8")));
	const began = performance.now();
	const { child, container } = inContainer(image).start({ folder, sees: [dirname(board.path), one_wire.root] });
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text: string) => {
			output = (output + text).slice(-20_000);
		});
	const ended = new Promise<Ending>((resolve) => {
		child.on("error", () => resolve({ code: undefined, at: performance.now() }));
		child.on("exit", (code) => resolve({ code: code ?? undefined, at: performance.now() }));
	});
	const runs = () => child.exitCode === null && child.signalCode === null;
	return {
		began,
		container,
		pid: child.pid ?? 0,
		output: () => output,
		runs,
		end: async (signal, within = 5000) => {
			const timer = setTimeout(() => void podman("kill", container).catch(() => undefined), within);
			if (runs()) await podman("kill", `--signal=${signal}`, container).catch(() => undefined);
			const ending = await ended;
			clearTimeout(timer);
			return ending;
		},
	};
}

function after(args: readonly string[], flag: string): string {
	const value = args[args.indexOf(flag) + 1];
	if (value === undefined) throw new Error(`No ${flag} in ${args.join(" ")}`);
	return value;
}
