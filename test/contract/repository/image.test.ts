import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";

const ROOT = join(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const dockerfile = read("Dockerfile").replaceAll("\\\n", " ");
const manifest = parse(read("config.yaml"));
const argument = (name: string) => new RegExp(`^ARG ${name}=(.+)$`, "m").exec(dockerfile)?.[1] ?? "";
const setting = (name: string) => new RegExp(`\\b${name}="?(\\d+)`).exec(dockerfile)?.[1];
/** What is taken from this folder, not from the stage before. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = ""]) => from.split(" "));

describe("the Dockerfile", () => {
	it("says what the manifest says", () => {
		expect(dockerfile).toContain(`io.hass.name="${manifest.name}"`);
		expect(dockerfile).toContain(`io.hass.description="${manifest.description}"`);
	});

	it("pins its base to a day, and brings the Node that this is developed on", () => {
		expect(argument("BUILD_FROM")).toMatch(/^ghcr\.io\/home-assistant\/base-debian:trixie-\d{4}\.\d{2}\.\d+$/);
		const { devDependencies } = JSON.parse(read("package.json"));
		expect(argument("NODE_FROM")).toBe(`node:${devDependencies.node.split(".")[0]}-trixie-slim`);
	});

	it("runs nothing on the base", () => {
		expect(dockerfile.slice(dockerfile.lastIndexOf("\nFROM "))).not.toMatch(/^RUN/m);
	});

	it("gets what it copies, and the build gets nothing else", () => {
		const let_in = [...read(".dockerignore").matchAll(/^!(.+)$/gm)].map(([, path]) => path);
		expect(read(".dockerignore")).toMatch(/^\*$/m);
		expect(let_in.toSorted()).toEqual(copied.toSorted());
	});

	it("leaves its services less time to stop than Home Assistant leaves the container", () => {
		const [services, kill] = [setting("S6_SERVICES_GRACETIME"), setting("S6_KILL_GRACETIME")];
		expect(Number(services) + Number(kill)).toBeLessThan(manifest.timeout * 1000);
		expect(Number(services)).toBeGreaterThanOrEqual(5000);
	});

	it("asks the health often enough for a start that is waited for 120 s", () => {
		const [, check = ""] = /^HEALTHCHECK (.+)$/m.exec(dockerfile) ?? [];
		expect(check).toContain("--start-interval=2s");
		expect(check).toContain("--start-period=60s");
		expect(check).toContain("http://127.0.0.1:8099/healthz");
	});
});
