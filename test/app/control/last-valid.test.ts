import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { lastValid, remember } from "../../../src/app/control/last-valid.ts";

it("no password or token of any group is in the options that are remembered", () => {
	const folder = mkdtempSync(join(tmpdir(), "solar-last-"));
	const secret = "canary-of-a-secret";
	const parsed = parse({
		mqtt: { username: "u", password: secret },
		home_assistant: { url: "http://home", token: secret },
		sensors: [{ id: "tank", role: "tank", source: "ha:sensor.tank" }],
	});
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	remember(folder, parsed.options, () => undefined);
	expect(readFileSync(join(folder, "last-valid-options.json"), "utf8")).not.toContain(secret);
	expect(lastValid(folder)?.sensors).toEqual(parsed.options.sensors);
	rmSync(folder, { recursive: true });
});

it("they are written when they changed, and not at every start", () => {
	const folder = mkdtempSync(join(tmpdir(), "solar-last-"));
	const remembered = (height: number) => {
		const parsed = parse({ sensors: [{ id: "tank", role: "tank", source: "simulated:tank", height }] }, [], () => true);
		if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
		remember(folder, parsed.options, () => undefined);
		return statSync(join(folder, "last-valid-options.json")).ino;
	};
	const first = remembered(80);
	expect(remembered(80)).toBe(first);
	expect(remembered(90)).not.toBe(first);
	expect(lastValid(folder)?.sensors[0]?.height).toBe(90);
	rmSync(folder, { recursive: true });
});
