import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { esphomeIn } from "../../../scripts/esphome.ts";

const PACKAGE = new URL("../../../packaging/esphome", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "esphome-"));
cpSync(PACKAGE, folder, { recursive: true });
const secrets = ["mqtt_host: 192.0.2.1", "mqtt_username: solar-node", 'mqtt_password: "a"', "wifi_ssid: a"];
writeFileSync(
	join(folder, "secrets.yaml"),
	[...secrets, 'wifi_password: "12345678"', 'ota_password: "b"', ""].join("\n"),
);
afterAll(() => rmSync(folder, { recursive: true }));

const esphome = (...args: readonly string[]) =>
	spawnSync(esphomeIn(process.env), args, { cwd: folder, encoding: "utf8", timeout: 50_000 });

describe("packaging/esphome, as ESPHome itself reads it", () => {
	it("is valid", () => {
		const { status, stdout, stderr } = esphome("config", "example.yaml");
		expect([status, `${stdout}${stderr}`.includes("Configuration is valid")]).toEqual([0, true]);
	});

	it("starts with every output off, and gives them no switch without a time limit", () => {
		const { stdout } = esphome("config", "example.yaml");
		const relay = stdout.slice(stdout.indexOf("switch:"), stdout.indexOf("script:"));
		expect(relay).toMatch(/restore_mode: ALWAYS_OFF/);
		expect(relay).toMatch(/internal: true/);
		expect(stdout).toMatch(/discovery: false/);
	});

	it("is sent no command that the broker kept while it was away", () => {
		expect(esphome("config", "example.yaml").stdout).toMatch(/clean_session: true/);
	});

	it("becomes a program in which each command restarts the script that ends with off", () => {
		expect(esphome("compile", "--only-generate", "example.yaml").status).toBe(0);
		const program = readFileSync(join(folder, ".esphome/build/solar-node/src/main.cpp"), "utf8");
		for (const name of ["relay", "pump"])
			expect(program).toMatch(new RegExp(`RestartScript<[^>]*>\\(\\);\\s*${name}_set->`));
		for (const topic of ["switch/relay", "level/pump"])
			for (const order of ["set", "get", "state"]) expect(program).toContain(`solar-node/${topic}/${order}`);
	});

	it("has the topics that the driver speaks", async () => {
		const { esphome: driver } = await import("#drivers/esphome/esphome.ts");
		const { stdout } = esphome("config", "example.yaml");
		for (const address of ["solar-node/switch/relay", "solar-node/level/pump"])
			for (const topic of [...(driver.topics?.(address).read ?? []), ...(driver.topics?.(address).write ?? [])])
				expect(stdout).toContain(topic);
	});
});
