import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { instant } from "#model/quantities/units.ts";
import { momentIn } from "../../../src/cli/app/replay/moments.ts";
import { tableOf } from "../../../src/cli/app/replay/table.ts";

const folder = mkdtempSync(join(tmpdir(), "replay-table-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (bytes: string | Buffer) => {
	writeFileSync(join(folder, "t.csv"), bytes);
	return join(folder, "t.csv");
};
const rowsIn = async (bytes: string | Buffer) => {
	const records: unknown[] = [];
	for await (const { record } of (await tableOf(file(bytes))).rows) records.push(record);
	return records;
};

test.each([
	["1590141600", 1590141600],
	["1590141600.5", 1590141600.5],
	["1590141600000", 1590141600],
	["1590141600000000", 1590141600],
	["1590141600000000000", 1590141600],
	["01.06.2019 12:00:00", 1559383200],
	["1.6.2019 12:00", 1559383200],
])("the time %s is %d", (text, seconds) => {
	expect(momentIn(text, "Europe/Stockholm", undefined)).toBe(instant(seconds));
});

test.each(["31.02.2019.1 12:00", "01.13.2019 12:00:00", "01.06.19 12:00"])("the time %s is none", (text) => {
	expect(momentIn(text, "Europe/Stockholm", undefined)).toBeUndefined();
});

test("a column `Time` is the time", async () => {
	expect(await rowsIn("Time,tank\n0,40\n")).toEqual([{ time: "0", tank: "40" }]);
});

test.each([
	["two columns of one name", "time,tank,tank\n0,40,90\n", "column_twice"],
	["two columns of time", "time,Time,tank\n0,1,90\n", "column_twice"],
	["UTF-16", Buffer.from("\uFEFFtime,tank\n0,40\n", "utf16le"), "table_utf16"],
	["a line sep=", "sep=;\ntime;tank\n0;40\n", "table_sep"],
])("%s is told", async (_, bytes, code) => {
	await expect(rowsIn(bytes)).rejects.toMatchObject({ sentence: { code } });
});
