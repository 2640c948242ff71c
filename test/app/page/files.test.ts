import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { fastify } from "fastify";
import { parse } from "yaml";
import { source } from "#app/login/source.ts";
import { pageFiles } from "#app/page/files.ts";
import { serveFiles } from "#web/http/files.ts";
import { Desk } from "../../cli/desk.ts";

const OWNERS = JSON.parse(readFileSync(join(import.meta.dirname, "../../../examples/options.owner.json"), "utf8"));

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());

/** The page's answers for these options. */
async function asked(options: object, ...paths: readonly string[]) {
	const file = desk.file("solar.json", options);
	const app = fastify({ logger: false });
	serveFiles(app, pageFiles(source(desk.machine(), { options: file, data: desk.data })));
	const answers = await Promise.all(paths.map((url) => app.inject({ url })));
	await app.close();
	return answers;
}

describe("what a person takes along to Home Assistant", () => {
	it("is the dashboard of the plant, with and without the drawing, as text to copy", async () => {
		const [plain, drawn] = await asked(OWNERS, "/dashboard.yaml", "/dashboard-drawn.yaml");
		for (const answer of [plain, drawn]) {
			expect(answer?.headers["content-type"]).toBe("text/plain; charset=utf-8");
			expect(parse(answer?.body ?? "").views).toHaveLength(1);
		}
		expect(plain?.body).not.toContain("custom:");
		expect(drawn?.body).toContain("custom:solar-heating-card");
	});

	it("has no dashboard while the options are wrong", async () => {
		const [answer] = await asked({ ...OWNERS, outputs: [{ id: "x" }] }, "/dashboard.yaml");
		expect(answer?.statusCode).toBe(404);
	});

	it("holds no secret", async () => {
		const [answer] = await asked(
			{ ...OWNERS, mqtt: { ...OWNERS.mqtt, password: "a-canary" } },
			"/dashboard-drawn.yaml",
		);
		expect(answer?.statusCode).toBe(200);
		expect(answer?.body).not.toMatch(/canary|192\.168|solar_heating_user/);
	});
});
