import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { nextOf, passwordsAt } from "#app/login/next-password.ts";

describe("of two passwords, the one in the file and the one beside it,", () => {
	let folder: string;
	let path: string;
	let now: number;
	let ask: ReturnType<typeof passwordsAt>;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "next-"));
		path = join(folder, "password");
		now = 0;
		ask = passwordsAt(path, () => now);
		write("old", "new");
	});
	afterEach(() => rmSync(folder, { recursive: true }));
	const write = (current: string, next?: string) => {
		rmSync(nextOf(path), { force: true });
		writeFileSync(path, `${current}\n`, { mode: 0o600 });
		if (next !== undefined) writeFileSync(nextOf(path), `${next}\n`, { mode: 0o600 });
	};

	it("takes the first at a start, and stays with it while nothing happens", () => {
		expect([ask(), ask(), ask()]).toEqual([{ password: "old" }, { password: "old" }, { password: "old" }]);
	});

	it("takes the other one at once after a refusal, and after the broker ended the connection", () => {
		ask();
		expect(ask("refused")).toEqual({ password: "new" });
		expect(ask("lost")).toEqual({ password: "old" });
		expect(ask("lost")).toEqual({ password: "new" });
	});

	it("stays with one where both are refused, so that the waits grow, and tries the other again after a quarter of an hour", () => {
		ask();
		const asked = ["refused", "refused", "refused"].map(() => ask("refused"));
		expect(asked.map((read) => "password" in read && read.password)).toEqual(["new", "new", "new"]);
		now = 899;
		expect(ask("refused")).toEqual({ password: "new" });
		now = 900;
		expect(ask("refused")).toEqual({ password: "old" });
		expect(ask("refused")).toEqual({ password: "old" });
	});

	it("comes back from a new one that the broker does not have yet", () => {
		ask();
		expect(ask("lost")).toEqual({ password: "new" });
		expect(ask("refused")).toEqual({ password: "old" });
	});

	it("knows the one in the file alone once the change is over, whichever it had", () => {
		ask();
		ask("refused");
		write("new");
		expect([ask(), ask("lost"), ask("refused")]).toEqual([
			{ password: "new" },
			{ password: "new" },
			{ password: "new" },
		]);
	});

	it("does not use one that others can read", () => {
		ask();
		chmodSync(nextOf(path), 0o644);
		expect(ask("refused")).toEqual({ password: "old" });
	});

	it("says what is wrong where there is neither", () => {
		for (const gone of [path, nextOf(path)]) rmSync(gone);
		expect(ask()).toMatchObject({ problem: { path: "mqtt.password_file" } });
	});
});
