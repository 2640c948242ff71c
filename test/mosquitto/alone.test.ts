import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { alone } from "#broker/files/alone.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "alone-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("changing a broker", () => {
	test("is done by one at a time, and by the next one after it", async () => {
		const first = Promise.withResolvers<string>();
		const running = alone(folder, () => first.promise);
		while (readdirSync(folder).length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
		expect(await alone(folder, async () => "second")).toBeUndefined();
		first.resolve("first");
		expect(await running).toBe("first");
		expect(await alone(folder, async () => "third")).toBe("third");
	});

	test("is given back by one that failed", async () => {
		await expect(alone(folder, () => Promise.reject(new Error("x")))).rejects.toThrow("x");
		expect(await alone(folder, async () => "next")).toBe("next");
	});

	// The number of a process that is gone, one that another program has now, and rubbish.
	test.each(["4194303 77", "1 77", "x", ""])("is not held up by what %j left behind", async (left) => {
		writeFileSync(join(folder, "changing"), left);
		expect(await alone(folder, async () => "mine")).toBe("mine");
	});
});
