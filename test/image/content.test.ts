import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { ARCH } from "../../scripts/image.ts";
import { inContainer, LIMITS, podman } from "../e2e/container.ts";
import { CANARY, Installation, until } from "../e2e/installation.ts";
import { IMAGE, untilHealthy } from "./inside.ts";

const ROOT = join(import.meta.dirname, "../..");
const manifest = parse(readFileSync(join(ROOT, "config.yaml"), "utf8"));
const shell = (script: string) =>
	podman("run", "--rm", "--network=none", "--read-only", "--entrypoint=sh", IMAGE, "-c", script);

describe("the image", () => {
	it("says of itself what the manifest says", async () => {
		const [{ Labels: labels }] = JSON.parse(await podman("image", "inspect", IMAGE));
		expect(labels).toMatchObject({
			"io.hass.type": "app",
			"io.hass.name": manifest.name,
			"io.hass.description": manifest.description,
			"io.hass.version": manifest.version,
			"io.hass.arch": ARCH,
		});
	});

	// #asks-health-often-while
	it("asks for its health often while it starts, and seldom after", async () => {
		const [{ HealthCheck: check, Healthcheck = check }] = JSON.parse(await podman("image", "inspect", IMAGE));
		const second = 1e9;
		expect(Healthcheck).toMatchObject({ Interval: 30 * second, Timeout: 5 * second, StartPeriod: 60 * second });
		expect(readFileSync(join(ROOT, "Dockerfile"), "utf8")).toContain("--start-interval=2s");
	});

	test.each(["npm", "npx", "gcc", "g++", "cc", "make", "python3", "git"])("holds no %s", async (program) => {
		await expect(shell(`command -v ${program}`)).rejects.toThrow();
	});

	it("holds compiled parts for this machine only", async () => {
		const found = (await shell("find /opt -name '*.node'")).trim().split("\n").toSorted();
		const serial = `@serialport/bindings-cpp/prebuilds/linux-${process.arch}/`;
		expect(found).toEqual([
			expect.stringMatching(new RegExp(`/${serial}[^/]+\\.glibc\\.node$`)),
			expect.stringMatching(new RegExp(`/koffi/build/koffi/linux_${process.arch}/koffi\\.node$`)),
		]);
	});

	it("holds the code of a first life, and takes it from a folder that it cannot write", async () => {
		const trace = `const vm=require("vm");vm.Script=class extends vm.Script{constructor(code,how){super(code,how);console.error(how.filename,this.cachedDataRejected)}}`;
		const told = await shell(
			`echo '${trace}' >/tmp/trace.cjs; node --require /tmp/trace.cjs /opt/solar-heating/solar-heating.cjs --version 2>&1`,
		);
		expect(told).toContain("/app.cjs false\n");
		const kept = await shell("ls /opt/solar-heating/.cache/*");
		for (const file of [
			"page.cjs",
			"simulated-device.cjs",
			"usb-relay-codec.cjs",
			"modbus-board-board.cjs",
			"gpio-lines.cjs",
		])
			expect(kept).toContain(file);
	});

	// #loads-one-language
	it.each(["en", "sv"])("loads the texts of %s alone where a command answers in it", async (language) => {
		const trace = `const fs=require("fs"),read=fs.readFileSync;fs.readFileSync=(...a)=>(console.error(String(a[0])),read(...a))`;
		const told = await shell(
			`echo '${trace}' >/tmp/trace.cjs; LC_ALL=${language} node --require /tmp/trace.cjs /opt/solar-heating/solar-heating.cjs explain --data /tmp/none 2>&1 || true`,
		);
		expect(told.match(/texts-[a-z-]+/g)).toEqual([`texts-${language}`]);
	});

	// #knows-nothing-machine-built
	it("knows nothing of the machine that built it, and no secret", async () => {
		const said = [
			await podman("history", "--no-trunc", IMAGE),
			await podman("image", "inspect", IMAGE),
			await shell("env; ls -A /root; cat /root/.npmrc 2>/dev/null; true"),
		].join("\n");
		expect(said).not.toMatch(/password|passwd|token|secret|_auth|npmrc|_proxy|cafile|BEGIN/i);
		for (const name of ["HTTPS_PROXY", "https_proxy", "NODE_EXTRA_CA_CERTS"]) {
			const own = process.env[name];
			if (own !== undefined) expect(said).not.toContain(own);
		}
	});
});

describe("a running container", () => {
	// #writes-data-tmp-run
	it("writes to /data, /tmp and /run alone, even where it may write more", async () => {
		const house = await Installation.open();
		house.collector(70);
		house.tank(50);
		const container = inContainer(
			IMAGE,
			LIMITS.filter((limit) => limit !== "--read-only"),
		);
		const app = container.start(house.place);
		let log = "";
		app.child.stdout.on("data", (chunk: Buffer) => {
			log += chunk;
		});
		try {
			await until("the pump runs", () => house.board.coils[0] === true);
			await until("it is connected", () => log.includes("MQTT Connection Successful"));
			await untilHealthy(app.container);
			// It has saved what control knows, and answered a command.
			await until("it has saved", () => existsSync(join(house.folder, "solar-heating.db-wal")));
			await container.command(house.place, "explain");
			const changed = (await podman("diff", app.container)).trim().split("\n");
			const elsewhere = changed.filter((line) => !/^[CA] \/(?:data|tmp|run|dev)(?:\/|$)/.test(line));
			// Of these the container's engine writes its own: names, and places to mount at.
			expect(elsewhere.filter((line) => !/^[CA] \/(?:etc|proc|sys)(?:\/[\w.]+)?$/.test(line))).toEqual([]);
			expect(log).not.toContain(CANARY);
		} finally {
			const ended = new Promise((done) => app.child.once("exit", done));
			app.signal("SIGTERM");
			await ended;
			await house.close();
		}
	});
});
