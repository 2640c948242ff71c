import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { openDatabase } from "#store/database.ts";
import { STORE_FILE } from "#store/files/files.ts";
import { found } from "../../scripts/debian.ts";
import { freePort } from "../../test/fakes/mosquitto.ts";
import { type Bar, type Bench, limit, type Row, steady } from "../harness/figures.ts";
import { simulatedHouse } from "../harness/plants.ts";
import { type Program, start } from "../harness/program.ts";

const HOST = "127.0.0.1";
/** How much slower a wall tablet is than this machine. */
const SLOWER = 4;
const YEAR = 525_600;
const MINUTE = 60_000;

export const page: Bar = {
	id: "page",
	title: "The page on a processor four times slower, a year of minutes asked for and drawn",
	async run(bench) {
		const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "bench-page-"));
		const [port, nobody] = [await freePort(), await freePort()];
		const house = simulatedHouse(nobody);
		const options = house.args[house.args.indexOf("--options") + 1] ?? "";
		bench.tell("a year of minutes is written");
		await seed(join(folder, STORE_FILE));
		const program = start(bench.app, ["run", "--options", options, "--data", folder, "--http-port", String(port)], {});
		const executablePath = process.env["CHROMIUM"] || (found("chromium") ?? "/usr/bin/chromium");
		const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
		try {
			const password = await passwordIn(folder, port, program);
			return await measured({ url: `http://${HOST}:${port}/`, password, browser }, bench);
		} catch (failed) {
			throw new Error(`${failed instanceof Error ? failed.message : failed}\n${program.output()}`, { cause: failed });
		} finally {
			await browser.close();
			await program.end("SIGKILL");
			house.close();
			rmSync(folder, { recursive: true, force: true });
		}
	},
};

/** What runs in the browser is text here, because this project has no types of a browser. */
const TIMES = `new Promise((done) => {
	const [load] = performance.getEntriesByType("navigation");
	const tell = (paint) => done({ interactive: load.domContentLoadedEventEnd, paint });
	new PerformanceObserver((list) => {
		const [first] = list.getEntriesByName("first-contentful-paint");
		if (first) tell(first.startTime);
	}).observe({ type: "paint", buffered: true });
})`;
const FRAME = "new Promise((done) => requestAnimationFrame(() => done()))";
/** The first event has all parts, which the page has shown already. */
const NEXT_FRAME = `new Promise((done) => {
	const source = new EventSource("parts");
	let first = true;
	source.addEventListener("parts", () => {
		if (first) return (first = false);
		const heard = performance.now();
		requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - heard)));
	});
})`;

interface Scene {
	readonly url: string;
	readonly password: string;
	readonly browser: Browser;
}

async function measured(scene: Scene, { rounds }: Bench): Promise<readonly Row[]> {
	const each = async (one: () => Promise<number>) => {
		const taken: number[] = [];
		// The first is thrown away.
		for (let n = 0; n <= Math.max(4, rounds); n += 1) taken.push(await one());
		return taken.slice(1);
	};
	const scripts = await Promise.all(["page.js", "read.js"].map(async (name) => (await ask(scene, name)).text()));
	const bytes = scripts.reduce((sum, text) => sum + gzipSync(text).length, 0);
	const [to, from] = [Date.now(), Date.now() - YEAR * MINUTE];
	const first = await loads(scene, each);
	return [
		limit("scripts, gzipped", bytes / 1000, "kB", 120),
		steady("first paint", first.paint, "ms", 1500),
		steady("interactive", first.interactive, "ms", 2000),
		steady("an event until the frame after it", await each(() => toPixel(scene)), "ms", 200),
		steady(
			"history of a year",
			await each(() => timed(() => ask(scene, `api/history?from=${from}&to=${to}&step=360`))),
			"ms",
			100,
		),
		steady("a year asked for and drawn", await each(() => drawn(scene, "history?span=year")), "ms", 300),
	];
}

const timed = async (run: () => Promise<Response>): Promise<number> => {
	const began = performance.now();
	await (await run()).text();
	return performance.now() - began;
};

const ask = ({ url, password }: Scene, path: string): Promise<Response> =>
	fetch(`${url}${path}`, {
		headers: { authorization: `Basic ${Buffer.from(`solar:${password}`).toString("base64")}` },
	});

async function opened({ browser, password }: Scene, slower: number): Promise<{ page: Page; close(): Promise<void> }> {
	const authorization = `Basic ${Buffer.from(`solar:${password}`).toString("base64")}`;
	const context = await browser.newContext({ extraHTTPHeaders: { authorization } });
	const page = await context.newPage();
	const session: CDPSession = await context.newCDPSession(page);
	await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
	return { page, close: () => context.close() };
}

/** ms from the request until something is painted, and until the document and its script are there. */
async function loads(scene: Scene, each: (one: () => Promise<number>) => Promise<readonly number[]>) {
	const interactive: number[] = [];
	const paint = await each(async () => {
		const { page, close } = await opened(scene, SLOWER);
		await page.goto(scene.url);
		const times = (await page.evaluate(TIMES)) as { readonly interactive: number; readonly paint: number };
		interactive.push(times.interactive);
		await close();
		return times.paint;
	});
	return { paint, interactive: interactive.slice(1) };
}

/** ms from the arrival of a change until the next frame after it shows it; a turn comes each second. */
async function toPixel(scene: Scene): Promise<number> {
	const { page, close } = await opened(scene, SLOWER);
	await page.goto(scene.url);
	const took = (await page.evaluate(NEXT_FRAME)) as number;
	await close();
	return took;
}

/** ms from the request until the frame in which the curves are. */
async function drawn(scene: Scene, path: string): Promise<number> {
	const { page, close } = await opened(scene, 1);
	await page.goto(`${scene.url}page.css`);
	const began = performance.now();
	await page.goto(`${scene.url}${path}`);
	await page.locator(".curve.collector:visible").first().waitFor();
	await page.evaluate(FRAME);
	const took = performance.now() - began;
	await close();
	return took;
}

async function passwordIn(folder: string, port: number, program: Program): Promise<string> {
	while (program.runs()) {
		const password = (await readFile(join(folder, "page-first-password"), "utf8").catch(() => "")).trim();
		const answer = await ask({ url: `http://${HOST}:${port}/`, password } as Scene, "api/snapshot").catch(
			() => undefined,
		);
		if (password !== "" && answer?.status === 200) return password;
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error("the app has ended");
}

const IDS = ["collector", "tank", "return_line", "outdoor_air", "exhaust_air", "supply_air", "extract_air"];
const LAYERS = [0, 20, 40, 60, 80, 100, 120, 140].map((height) => `tank_${height}`);

/** A year of 15 sensors up to now, with its hours, as the app would have written it. */
async function seed(path: string): Promise<void> {
	const opened = openDatabase(path, 0);
	if (opened.kind !== "open") throw new Error(opened.cause);
	const end = Math.floor(Date.now() / MINUTE);
	let generation = 1;
	const value = (id: string, minute: number) =>
		30 +
		20 * Math.sin(minute / 229) +
		15 * Math.sin(minute / 83_000) +
		(id.startsWith("tank_") ? Number(id.slice(5)) / 10 : 0);
	for (let from = end - YEAR; from < end; from += 360) {
		const minutes = Array.from({ length: 360 }, (_, n) => ({
			kind: "minute" as const,
			minute: from + n,
			means: [...IDS, ...LAYERS].map((id) => [id, value(id, from + n)] as const),
		}));
		const switched = [0, 100].map((percent, n) => ({
			kind: "switched" as const,
			at: (from + n * 180) * MINUTE,
			output: "pump",
			percent,
		}));
		opened.database.write({ changes: new Map(), recorded: [...minutes, ...switched], days: 365 }, generation++);
	}
	opened.database.close();
}
