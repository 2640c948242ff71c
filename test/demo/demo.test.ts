import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { ask, basic } from "../web/ask.ts";
import { type As, type At, listen, say, until, Watcher } from "./visitor.ts";

const MAIN = join(import.meta.dirname, "../../src/main.ts");

/** The demo as a process of its own, with a place for temporary folders of its own. */
class Demo {
	out = "";
	err = "";
	readonly temporary = mkdtempSync(join(tmpdir(), "demo-test-"));
	readonly #child: ChildProcess;
	readonly ended: Promise<number | null>;

	constructor(...args: readonly string[]) {
		const env = { ...process.env, TMPDIR: this.temporary, DEBUG: "*" };
		const child = spawn(process.execPath, [MAIN, "demo", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
		child.stdout.on("data", (chunk: Buffer) => {
			this.out += chunk;
		});
		child.stderr.on("data", (chunk: Buffer) => {
			this.err += chunk;
		});
		this.ended = new Promise((resolve) => child.once("close", (code) => resolve(code)));
		this.#child = child;
	}

	signal(name: "SIGTERM" | "SIGINT"): void {
		this.#child.kill(name);
	}

	async close(): Promise<void> {
		if (this.#child.exitCode === null) this.#child.kill("SIGKILL");
		await this.ended;
		rmSync(this.temporary, { recursive: true, force: true });
	}
}

const EXAMPLE = join(import.meta.dirname, "../../examples/options.two-tanks.json");

describe("demo --json", () => {
	let demo: Demo;
	let watcher: Watcher;
	let at: At;
	let visitor: As;
	let root = "";
	let page = "";

	beforeAll(async () => {
		demo = new Demo("--json", "--minutes", "2");
		await until("the line with the login", () => demo.out.includes("\n"));
		const line: unknown = JSON.parse(demo.out);
		expect(line).toEqual({
			broker: { host: "127.0.0.1", port: expect.any(Number), username: "visitor", password: expect.any(String) },
			page: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
		});
		const { broker, page: url } = line as { broker: At & As; page: string };
		page = url;
		at = { host: broker.host, port: broker.port };
		visitor = { username: broker.username, password: broker.password };
		watcher = new Watcher(at, visitor, "#");
		await until("availability", () => [...watcher.seen.keys()].some((t) => t.endsWith("/availability")));
		root =
			[...watcher.seen.keys()].find((t) => /^solar\/\w+\/availability$/.test(t))?.replace("/availability", "") ?? "";
	});
	afterAll(async () => {
		watcher.close();
		await demo.close();
	});

	it("has announced the device and its entities by the time the line is there", async () => {
		await until(
			"all states",
			() => watcher.seen.has(`${root}/heater`) && watcher.seen.has(`${root}/tank_140_temperature`),
		);
		const discovery = [...watcher.seen.keys()].find((t) =>
			/^homeassistant\/device\/\w+\/solar_heating\/config$/.test(t),
		);
		const { payload, retained } = watcher.seen.get(discovery ?? "") ?? {};
		expect(retained).toBe(true);
		const { cmps, ...shared } = JSON.parse(payload ?? "");
		// What a component does not say itself is said once for all.
		const pump = { ...shared, ...cmps.pump };
		expect(pump.cmd_t.replace(/^~/, pump["~"])).toBe(`${root}/pump/set`);
		expect(watcher.seen.get(`${root}/availability`)).toEqual({ payload: "online", retained: true });
		expect(Number(watcher.payload(`${root}/collector_temperature`))).toBeGreaterThan(0);
	});

	it("speaks MQTT 3.1.1 to a broker that refuses 5", async () => {
		await until("the broker's entity", () =>
			/"protocol":"3\.1\.1"/.test([...watcher.seen.values()].map((s) => s.payload).join()),
		);
	});

	it("refuses strangers and wrong passwords", async () => {
		const stranger = await listen(at, undefined, "#");
		const wrong = await listen(at, { ...visitor, password: "guess" }, "#");
		const app = await listen(at, { username: "solar_heating", password: visitor.password }, "#");
		expect([stranger.code, wrong.code, app.code]).toEqual([5, 5, 5]);
		expect(stranger.text).toMatch(/not authori[sz]ed/i);
	});

	it("shows its page to the visitor's login, and to nobody without one", async () => {
		const { username, password } = visitor;
		const shown = await ask(page, basic(username, password));
		expect([shown.status, shown.text]).toEqual([200, expect.stringContaining("Tank 140\u00a0cm")]);
		expect((await ask(page)).status).toBe(401);
		// Nothing is kept of a demo, so there is nothing to be set in it.
		expect(shown.text).not.toContain('href="options"');
		expect((await ask(`${page}options`, basic(username, password))).status).toBe(404);
	});

	it("has one clock: the page tells the plant's time, a morning in June", async () => {
		const { username, password } = visitor;
		const { text } = await ask(`${page}api/history`, basic(username, password));
		const { to } = JSON.parse(text) as { to: number };
		const at = new Date(to);
		expect([at.getMonth(), at.getDate()]).toEqual([5, 21]);
		expect(at.getHours()).toBeGreaterThanOrEqual(8);
	});

	it("starts the pump by itself, as the morning sun is about to", async () => {
		await until("the pump runs", () => watcher.payload(`${root}/pump`) === "ON", 60_000);
		expect(watcher.payload(`${root}/pump_reason`)).toBe("gain");
	});

	it("takes the visitor's command, and not the visitor's lies", async () => {
		expect(await say(at, visitor, `${root}/pump/set`, "OFF")).toEqual({ code: 0, text: "" });
		await until("the pump is held off", () => watcher.payload(`${root}/pump_reason`) === "held_off");
		await until("the pump rests", () => watcher.payload(`${root}/pump`) === "OFF");
		await say(at, visitor, `${root}/availability`, "forged", "-r");
		expect((await listen(at, visitor, `${root}/availability`)).text).toBe(`${root}/availability online\n`);
	});

	it("on SIGTERM says offline, ends by 0, and leaves nothing behind", async () => {
		expect(readdirSync(demo.temporary)).toHaveLength(1);
		demo.signal("SIGTERM");
		expect(await demo.ended).toBe(0);
		await until("the last word", () => watcher.payload(`${root}/availability`) === "offline");
		expect(readdirSync(demo.temporary)).toEqual([]);
	});

	it("has written nothing but that one line", () => {
		expect(demo.out.trimEnd().split("\n")).toHaveLength(1);
		expect(demo.err).toBe("");
	});
});

describe("demo without a terminal", () => {
	let demo: Demo | undefined;
	const started = (...args: readonly string[]) => {
		demo = new Demo(...args);
		return demo;
	};
	afterEach(() => demo?.close());

	it("tells in lines what happens, shows the login once, ends by itself with a summary", async () => {
		const running = started("--minutes", "0.12", "--speed", "300");
		expect(await running.ended).toBe(0);
		expect(readdirSync(running.temporary)).toEqual([]);
		const { out, err } = running;
		expect(err).toBe("");
		expect(out).toContain("a stranger was refused (code 5), a wrong password was refused (code 5)");
		expect(out).toMatch(/^08:3\d Pump on: The collector is/m);
		expect(out).toMatch(/^The pump started \d+ times?, and ran \d+ min\.$/m);
		expect(out).toMatch(/^Highest: collector [\d.]+ °C, tank [\d.]+ °C\.$/m);
		const password = / -P (\w+) /.exec(out)?.[1] ?? "?";
		const lines = out.split("\n").filter((line) => line.includes(password));
		expect(lines.map((line) => line.split(" ")[0])).toEqual(["mosquitto_sub", "mosquitto_pub"]);
		expect(out).not.toContain("\x1b");
	});

	it("ends by 0 on Ctrl-C, however early", async () => {
		const { ended } = started();
		await until("something is there", () => readdirSync(demo?.temporary ?? "").length > 0);
		demo?.signal("SIGINT");
		expect(await ended).toBe(0);
		expect(readdirSync(demo?.temporary ?? "")).toEqual([]);
	});

	it("says what to do about a port that is taken", async () => {
		const server = createServer();
		const port = await new Promise<number>((resolve) => {
			server.listen(0, "127.0.0.1", () => {
				const address = server.address();
				resolve(typeof address === "object" && address !== null ? address.port : 0);
			});
		});
		const { ended } = started("--port", String(port));
		expect(await ended).toBe(1);
		expect(demo?.err).toContain(`cannot listen on 127.0.0.1:${port} (EADDRINUSE). Give --port`);
		server.close();
	});

	it("runs the plant of an options file, and says how to hold its pump", async () => {
		const { ended } = started("--options", EXAMPLE, "--minutes", "0.05", "--speed", "60");
		expect(await ended).toBe(0);
		expect(demo?.err).toBe("");
		expect(demo?.out).toContain("/solar_pump/set");
		expect(demo?.out).toMatch(/^06:\d\d .*controls 4 outputs with 9 sensors\.$/m);
		expect(demo?.out).toMatch(/^Solar pump: /m);
	});

	it("says what is wrong with an options file, and starts nothing", async () => {
		expect(await started("--options", `${EXAMPLE}.missing`).ended).toBe(2);
		expect(demo?.err).toContain(`${EXAMPLE}.missing`);
		expect(demo?.out).toBe("");
	});

	it("says how fast it can be", async () => {
		expect(await started("--speed", "601").ended).toBe(2);
		expect(demo?.err).toContain("Give at most 600.");
	});
});
