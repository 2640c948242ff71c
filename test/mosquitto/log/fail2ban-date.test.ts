import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { fail2banFilter } from "#broker/log/fail2ban.ts";
import { datePatterns } from "#broker/log/fail2ban-date.ts";

/** 2026-11-05 03:07:09 UTC: a day and an hour of one digit. */
const AT = 1_793_848_029;
const REFUSED = "Client x [127.0.0.2:40000] disconnected: not authorised.";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "fail2ban-date-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

// #fail2ban-configured-times
describe("fail2ban's own fail2ban-regex reads the time of a line", () => {
	test.each([
		"%s",
		"%Y-%m-%dT%H:%M:%S",
		"%d.%m.%Y %H:%M:%S",
		"%d/%m/%Y %H:%M:%S",
		"%m/%d/%Y, %I:%M:%S %p",
		"[%Y-%m-%d %H:%M:%S]",
		"%F %T",
		"%D %T",
		"%c",
		"%a %e %B %Y %k:%M:%S",
		"%Y%m%dT%H%M%SZ",
		"%Y-%m-%dT%H:%M:%S%z",
		"%h %d %Y %l:%M:%S %p (%Z)",
	])("of log_timestamp_format %s", (format) => {
		expect(seen(format, AT)).toEqual(["127.0.0.2", AT]);
	});

	test("that does not name the year: it is the last such day", () => {
		const yesterday = Math.floor(Date.now() / 1000) - 86_400;
		expect(seen("%b %e %H:%M:%S", yesterday)).toEqual(["127.0.0.2", yesterday]);
	});
});

const UTC = { ...process.env, TZ: "UTC", LC_ALL: "C" };

/** Whom fail2ban would blame, and when that was. */
function seen(format: string, at: number): readonly [string | undefined, number] {
	const stamp = execFileSync("date", ["-d", `@${at}`, `+${format}`], { env: UTC, encoding: "utf8" }).trimEnd();
	const [log, conf] = [join(folder, "m.log"), join(folder, "filter.conf")];
	writeFileSync(log, `${stamp}: ${REFUSED}\n`);
	writeFileSync(conf, fail2banFilter("2.1", datePatterns(format)));
	const out = execFileSync("fail2ban-regex", ["--out", "<ip> <time>", log, conf], { env: UTC, encoding: "utf8" });
	const [address, time] = out.trim().split(" ");
	return [address, Number(time)];
}
