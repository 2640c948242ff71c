import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { finding } from "#model/findings/finding.ts";
import { redactor } from "#runtime/log/redact.ts";
import { openStore } from "#store/store.ts";
import type { Store } from "#store/store-contract.ts";
import { calendarIn } from "../../../../src/app/page/engineer/local-day.ts";
import { LogTail, recordsOf } from "../../../../src/app/page/engineer/records.ts";
import { CANARY } from "../../../cli/desk.ts";
import { seen } from "../../../fakes/owners-plant.ts";

const NOON = Date.UTC(2026, 5, 1, 12);
const calendar = calendarIn("UTC");
const clean = redactor(() => [CANARY]).data;
let folder = "";
let store: Store;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "records-"));
	store = openStore(folder, () => undefined);
});
afterEach(() => {
	store.close();
	rmSync(folder, { recursive: true, force: true });
});
const records = (log = new LogTail(clean, () => NOON), before?: number, ...findings: ReturnType<typeof finding>[]) =>
	recordsOf(store, log, { ...seen({}), findings }, calendar, "en", before);

describe("the audit trail", () => {
	const entry = (n: number) => ({
		at: NOON + n,
		source: "page" as const,
		actor: "Anna (0a1b)",
		what: "setting",
		facts: { n },
	});

	it("is there with what is not written yet, the newest first, and earlier pages behind it", () => {
		store.append(
			Array.from({ length: 120 }, (_, n) => entry(n + 1)),
			365,
		);
		const first = records();
		expect(first.trail?.length).toBe(50);
		expect(first.trail?.[0]).toEqual({
			seq: 120,
			at: NOON + 120,
			who: "Anna (0a1b) (page)",
			what: "setting",
			facts: "n=120",
		});
		expect(first.earlier).toBe(71);
		const last = records(undefined, records(undefined, first.earlier).earlier);
		expect(last.trail?.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => 20 - n));
		expect(last.earlier).toBeUndefined();
	});

	it("says how its chain was found, and nothing of a chain that was not checked", () => {
		expect(records().proven).toBeUndefined();
		const proof = finding("info", "audit_trail", {
			when: "2026-06-01T02:40:00Z",
			rows: 7,
			seq: 7,
			head: "ab",
			broken: false,
		});
		expect(records(undefined, undefined, proof).proven).toEqual({
			when: "2026-06-01T02:40:00Z",
			rows: 7,
			head: "ab",
			broken: false,
		});
	});

	it("is missing where it cannot be read, and the log is not", () => {
		store.close();
		expect(records().trail).toBeUndefined();
		expect(records().log).toEqual([]);
	});
});

describe("the end of the log", () => {
	it("has sentences in the reader's language, the newest first, and as many lines as there is room for", () => {
		const log = new LogTail(clean, () => NOON);
		for (let n = 0; n < 300; n += 1) log.heard({ level: "info", code: "unheard_of", facts: { n } });
		log.heard({ level: "info", code: "mode", facts: { mode: "off" } });
		const lines = log.lines(seen({}).plant, "en");
		expect(lines.length).toBe(200);
		expect(lines[0]?.text).toBe("The mode is off.");
		expect(lines[0]?.text).not.toBe(log.lines(seen({}).plant, "de")[0]?.text);
		expect(lines[1]).toEqual({ at: NOON, level: "info", text: "unheard_of n=299" });
	});

	it("keeps no secret, also not one that is known by its name alone, and no endless facts", () => {
		const log = new LogTail(clean, () => NOON);
		log.heard({ level: "error", code: "x", facts: { text: `login ${CANARY}`, password: "never told" } });
		log.heard({ level: "error", code: "y", facts: { text: "z".repeat(100_000) } });
		const kept = JSON.stringify(log);
		const told = JSON.stringify(log.lines(seen({}).plant, "en"));
		for (const text of [kept, told]) {
			expect(text).not.toContain(CANARY);
			expect(text).not.toContain("never told");
			expect(text.length).toBeLessThan(5000);
		}
	});
});
