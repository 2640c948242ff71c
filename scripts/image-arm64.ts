import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LcusBoard } from "../test/fakes/lcus-board.ts";
import { FakeW1 } from "../test/fakes/w1.ts";
import { run } from "./child.ts";
import { debianPackages } from "./debian.ts";
import { arm64Tree } from "./image/arm64-tree.ts";
import { type Containers, containers } from "./image/containers.ts";

/**
 * `node scripts/image-arm64.ts`, once before a release: what the image for arm64 holds runs under an emulator, on a real
 * serial line and a 1-Wire bus, until its first decision has set both relays, is healthy, and ends with 0 and its outputs
 * at rest. No times are held to: an emulator is ten to thirty times slower than a machine.
 */
const WANTED = { "qemu-aarch64-static": "qemu-user-static", ip: "iproute2", curl: "curl", nsenter: "util-linux" };
const START = join(import.meta.dirname, "image/arm64-start");
const PATIENCE = 180_000;
const SENSORS = { collector: "28-0000000000c0", tank: "28-0000000000a0" };

async function main(): Promise<void> {
	const missing = await debianPackages(WANTED, console.log);
	if (missing !== undefined) throw new Error(missing);
	const at = await containers(console.log);
	const folder = await mkdtemp(join(at.folder, "arm64-"));
	const board = new LcusBoard();
	const bus = new FakeW1();
	try {
		const began = performance.now();
		const tree = await arm64Tree(at, folder, console.log);
		console.log(`tree made in ${seconds(began)}`);
		await compiledParts(tree);
		await lived(tree, await house(folder, board, bus), board, bus);
	} finally {
		board.close();
		bus.close();
		await removed(at, folder);
	}
}

/** Both compiled parts load, and a function of C is called. No GPIO chip or I2C bus is here, so the app does not load the second. */
async function compiledParts(tree: string): Promise<void> {
	const script = `const modules = "${join(tree, "opt/solar-heating/node_modules")}/";
		require(modules + "@serialport/bindings-cpp").autoDetect();
		const c = require(modules + "koffi").default.load(null);
		console.log(process.arch, c.func("int getpid()")() === process.pid);`;
	const { code, stdout, output } = await run("qemu-aarch64-static", [
		...["-L", tree, join(tree, "usr/local/bin/node")],
		...["-e", script],
	]);
	if (code !== 0 || stdout !== "arm64 true\n") throw new Error(`A compiled part does not load: ${output}`);
	console.log("compiled parts load");
}

/** A collector so hot that the pump has to run, and a heater that has to be let off. */
async function house(folder: string, board: LcusBoard, bus: FakeW1): Promise<string> {
	bus.set(SENSORS.collector, 70);
	bus.set(SENSORS.tank, 40);
	const data = join(folder, "data");
	await mkdir(data);
	const options = {
		one_wire: { root: bus.root, pace: 1 },
		sensors: Object.entries(SENSORS).map(([id, address]) => ({ id, role: id, source: `one_wire:${address}` })),
		outputs: ["pump", "heater"].map((id, i) => ({ id, role: id, target: `usb_relay:${board.path}/${i + 1}` })),
	};
	await writeFile(join(data, "options.json"), JSON.stringify(options), { mode: 0o600 });
	return data;
}

async function lived(tree: string, data: string, board: LcusBoard, bus: FakeW1): Promise<void> {
	board.coils[1] = true;
	const began = performance.now();
	const apart = ["--map-root-user", "--mount", "--pid", "--fork", "--net", "--kill-child", "--mount-proc"];
	const folders = [join(board.path, ".."), bus.root];
	const child = spawn("unshare", [...apart, START, tree, data, ...folders], { stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => {
			said += chunk;
		});
	const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
	try {
		await until("the first decision", child, () => board.coils[0] === true && board.coils[1] === false);
		console.log(`first decision after ${seconds(began)}`);
		const first = await firstProcess(child);
		const ask = ["-t", first, "-n", "curl", "-fsS", "http://127.0.0.1:8099/healthz"];
		await until("healthy", child, async () => (await run("nsenter", ask)).code === 0);
		console.log(`healthy after ${seconds(began)}`);
		const stopping = performance.now();
		process.kill(Number(first), "SIGTERM");
		const code = await ended;
		if (code !== 0 || board.coils.some(Boolean)) throw new Error(`Ended with ${code}, coils ${board.coils}`);
		console.log(`stopped at rest with 0 after ${seconds(stopping)}`);
	} catch (failed) {
		throw new Error(`${failed instanceof Error ? failed.message : failed}\n${said.slice(-5000)}`);
	} finally {
		child.kill("SIGKILL");
		await ended;
	}
}

/** The tree's own number one, by this machine's numbers. */
const firstProcess = async ({ pid }: ChildProcess) =>
	(await run("cat", [`/proc/${pid}/task/${pid}/children`])).stdout.trim();

async function until(what: string, child: ChildProcess, so: () => boolean | Promise<boolean>): Promise<void> {
	for (const began = performance.now(); !(await so()); await pause(50)) {
		if (child.exitCode !== null) throw new Error(`Not ${what}: it ended with ${child.exitCode}.`);
		if (performance.now() - began > PATIENCE) throw new Error(`Not within ${PATIENCE / 1000} s: ${what}.`);
	}
}

/** Nothing of it is mounted any more once its last process is gone. */
const removed = ({ folder }: Containers, own: string) =>
	own.startsWith(folder) ? rm(own, { recursive: true, force: true }) : undefined;

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

try {
	await main();
	console.log("arm64: fine");
} catch (failed) {
	console.error(failed instanceof Error ? failed.message : failed);
	process.exitCode = 1;
}
