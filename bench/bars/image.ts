import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { image as build, type Image } from "../../scripts/image.ts";
import { podman, processesIn } from "../../test/e2e/container.ts";
import { startBroker } from "../harness/broker.ts";
import { startContained } from "../harness/contained.ts";
import { type Bar, type Bench, limit, median, ratio, short, steady } from "../harness/figures.ts";
import { defined, wrongWay } from "../harness/first-step.ts";
import { type House, openHouse, type Start } from "../harness/plants.ts";
import { type Program, start } from "../harness/program.ts";
import { interleaved } from "../harness/rounds.ts";

/** ms until all that is loaded late is loaded, and the plant rests. */
const SETTLED = 8000;

/** What an owner's machine downloads, waits for, and holds in memory. */
export const image: Bar = {
	id: "image",
	title: "The container: its image without the base, from start to first decision, and all its memory at rest",
	async run(bench) {
		const made = await build(bench.tell);
		// By these podman finds our images; nothing else in this process starts it.
		Object.assign(process.env, made.at.env);
		const broker = await startBroker();
		const house = openHouse();
		try {
			return [
				await size(made),
				...(await starts(bench, made, house, () => house.options(broker.port))),
				...(await memory(made, house, house.options(broker.port))),
			];
		} finally {
			house.close();
			await broker.stop();
		}
	},
};

const Manifest = z.object({ layers: z.array(z.object({ size: z.number() })) });

/** As a registry would keep it: every layer on top of the base, compressed by gzip. */
async function size({ name, base }: Image) {
	const folder = mkdtempSync(join(tmpdir(), "bench-image-"));
	try {
		await podman("push", "--quiet", "--compress", name, `dir:${folder}`);
		const { layers } = Manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
		const below = Number(await podman("image", "inspect", "--format={{len .RootFS.Layers}}", base));
		const ours = layers.slice(below).map((layer) => layer.size / 1e6);
		const sum = ours.reduce((all, one) => all + one, 0);
		return limit("image without its base, gzip", sum, "MB", 90, { layers: ours.map(short).join(" + ") });
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function starts({ app, rounds, tell }: Bench, { name }: Image, house: House, options: () => Start) {
	const first = async (begin: () => Program) => {
		wrongWay(house);
		const program = begin();
		try {
			return (await defined(house, program)) - program.began;
		} finally {
			await program.end("SIGKILL");
		}
	};
	const process = ({ args, env }: Start) => start(app, args, env);
	const found = await interleaved(
		{
			container: () => first(() => startContained(name, house, options())),
			process: () => first(() => process(options())),
			bare: async () => (await bareNode()).ms,
		},
		rounds,
		tell,
	);
	const behind = { process: `${short(median(found.process))} ms` };
	return [
		steady("start to first decision", found.container, "ms", 1500, behind),
		ratio("the same, to a bare Node", found.container, found.bare),
	];
}

async function memory({ name }: Image, house: House, options: Start) {
	house.set("collector", 20);
	const program = startContained(name, house, options);
	try {
		await pause(SETTLED);
		const samples: number[] = [];
		while (samples.length < 5) {
			const all = (await processesIn(program.container)).map(resident);
			samples.push(all.length === 0 ? Number.NaN : all.reduce((sum, one) => sum + one, 0));
			await pause(500);
		}
		const bare = (await bareNode()).resident;
		return [
			steady("memory of all its processes", samples, "MB", 110, { bare: `${short(bare)} MB` }),
			ratio("the same, to a bare Node", samples, [bare], undefined, "MB"),
		];
	} finally {
		await program.end("SIGTERM");
	}
}

/** A Node that says one word and then waits: ms from spawn to the word, and MB that it holds. */
async function bareNode() {
	const began = performance.now();
	const child = spawn(process.execPath, ["-e", 'process.stdout.write("x");setInterval(()=>{},1e9)']);
	await new Promise((said) => child.stdout.once("data", said));
	const ms = performance.now() - began;
	await pause(300);
	const found = { ms, resident: resident(child.pid ?? 0) };
	child.kill("SIGKILL");
	return found;
}

/** MB; what processes share counts for each. */
function resident(pid: number): number {
	try {
		return Number(/^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
	} catch {
		return 0;
	}
}
