import { describe, expect, test } from "@jest/globals";
import { sleepsIn } from "../../../scripts/sleeps.ts";

/** A test with this body. */
const inTest = (body: string) => `it("waits", async () => {\n${body}\n});`;

describe("the check for tests that sleep", () => {
	test.each([
		["await pause(50);"],
		["await sleep(1);"],
		["await setTimeout(1000, undefined);"],
		["await new Promise((resolve) => setTimeout(resolve, 50));"],
		["await new Promise<void>((done) => void setTimeout(done, 50));"],
		["while (!so) { call(async () => { await pause(10); }); }"],
		["if (late) await pause(5);"],
	])("finds %s", (body) => {
		expect(sleepsIn("a.test.ts", inTest(body))).toEqual([2]);
	});

	test.each([
		["while (!so()) await pause(10);"],
		["for (let tries = 0; tries < 9; tries += 1) { if (so) return; await pause(10); }"],
		["for (; !so(); await pause(10)) look();"],
		["await until(() => so());"],
		["const timer = setTimeout(run, 10);"],
		["await jest.advanceTimersByTimeAsync(1000);"],
	])("lets %s be", (body) => {
		expect(sleepsIn("a.test.ts", inTest(body))).toEqual([]);
	});
});
