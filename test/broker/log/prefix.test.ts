import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ownOf } from "#broker/log/count/own.ts";
import { lineOf } from "#broker/log/read/line.ts";
import { bare } from "#broker/log/read/prefix.ts";
import { unstamped } from "#broker/log/read/stamp.ts";
import { begins } from "#broker/log/read/words.ts";
import { isUnderstood, Watch } from "#broker/log/watch.ts";

const TODAY = Date.UTC(2025, 0, 30) / 1000;
const NOBODY = ownOf(() => false);
const lines = (name: string) =>
	readFileSync(join(import.meta.dirname, "../../fixtures/broker-log", name), "utf8")
		.trimEnd()
		.split("\n");
/** All of a log, read long after. */
function read(log: readonly string[], today = TODAY) {
	const watch = new Watch({ own: NOBODY, today });
	for (const line of log) watch.hear(line);
	watch.settle();
	return watch.heard;
}

const LOG = lines("2.0.20.log");
const REFUSED = { refusals: 4, refused_ids: 3, logins: 1, by_address: { "198.51.100.66": 3, "198.51.100.90": 1 } };
const epochOf = (line: string) => Number(line.slice(0, 10));
const textOf = (line: string) => line.slice(12);
const at = (line: string) => new Date(epochOf(line) * 1000);
const iso = (line: string) => at(line).toISOString();
const month = (line: string) => {
	const [, name = "", day = "", year = "", time = ""] = / (\w+) (\d+) (\d+) (\S+)/.exec(at(line).toString()) ?? [];
	return { year, syslog: `${name} ${String(Number(day)).padStart(2)} ${time}` };
};
const local = (line: string, format: (parts: Readonly<Record<string, string>>) => string) => {
	const date = at(line);
	const two = (n: number) => String(n).padStart(2, "0");
	const [Y, m, d] = [String(date.getFullYear()), two(date.getMonth() + 1), two(date.getDate())];
	return format({ Y, m, d, T: [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":") });
};

/** A way in which a log comes, the line before the broker's own words, and whether it has the time. */
const WAYS: readonly (readonly [string, (line: string) => string])[] = [
	["as Mosquitto writes it", (line) => line],
	["with CR at the line ends taken off", (line) => line],
	[
		"log_timestamp_format %Y-%m-%dT%H:%M:%S",
		(line) => `${local(line, ({ Y, m, d, T }) => `${Y}-${m}-${d}T${T}`)}: ${textOf(line)}`,
	],
	[
		"log_timestamp_format %Y-%m-%d %H:%M:%S",
		(line) => `${local(line, ({ Y, m, d, T }) => `${Y}-${m}-${d} ${T}`)}: ${textOf(line)}`,
	],
	["log_timestamp_format %Y-%m-%dT%H:%M:%S%z", (line) => `${iso(line).slice(0, 19)}+0000: ${textOf(line)}`],
	[
		"log_timestamp_format %d.%m.%Y %H:%M:%S",
		(line) => `${local(line, ({ Y, m, d, T }) => `${d}.${m}.${Y} ${T}`)}: ${textOf(line)}`,
	],
	[
		"log_timestamp_format %d/%m/%Y %H:%M:%S",
		(line) => `${local(line, ({ Y, m, d, T }) => `${d}/${m}/${Y} ${T}`)}: ${textOf(line)}`,
	],
	[
		"log_timestamp_format %Y/%m/%d %H:%M:%S",
		(line) => `${local(line, ({ Y, m, d, T }) => `${Y}/${m}/${d} ${T}`)}: ${textOf(line)}`,
	],
	["log_timestamp_format %b %d %H:%M:%S", (line) => `${month(line).syslog}: ${textOf(line)}`],
	["log_timestamp_format %c", (line) => `Wed ${month(line).syslog} ${month(line).year}: ${textOf(line)}`],
	["docker compose logs", (line) => `broker-1  | ${line}`],
	["docker compose logs, in colour", (line) => `\u001b[36mbroker-1  | \u001b[0m${line}`],
	["docker compose logs -t", (line) => `mosquitto  | ${iso(line).replace("Z", "123456Z")} ${line}`],
	["docker logs -t", (line) => `${iso(line)} ${line}`],
	["docker logs -t, log_timestamp false", (line) => `${iso(line)} ${textOf(line)}`],
	["docker's own file", (line) => JSON.stringify({ log: `${line}\n`, stream: "stderr", time: iso(line) })],
	["Kubernetes", (line) => `${iso(line)} stderr F ${line}`],
	["journalctl", (line) => `${month(line).syslog} pi mosquitto[612]: ${line}`],
	["journalctl, log_timestamp false", (line) => `${month(line).syslog} pi mosquitto[612]: ${textOf(line)}`],
	["journalctl -o short-iso", (line) => `${iso(line).slice(0, 19)}+00:00 pi mosquitto[612]: ${textOf(line)}`],
	[
		"journalctl -o short-full",
		(line) => `Wed ${iso(line).slice(0, 19).replace("T", " ")} UTC pi mosquitto[612]: ${textOf(line)}`,
	],
	["journalctl -o short-unix", (line) => `${epochOf(line)}.123456 pi mosquitto[612]: ${textOf(line)}`],
	[
		"journalctl -o json",
		(line) =>
			JSON.stringify({
				MESSAGE: textOf(line),
				SYSLOG_IDENTIFIER: "mosquitto",
				__REALTIME_TIMESTAMP: `${epochOf(line)}000000`,
			}),
	],
	["a container in the journal", (line) => `${month(line).syslog} pi addon_core_mosquitto[573]: ${line}`],
	["RFC 3164", (line) => `<29>${month(line).syslog} pi mosquitto[612]: ${textOf(line)}`],
	["RFC 5424", (line) => `<29>1 ${iso(line)} pi mosquitto 612 - - ${textOf(line)}`],
	[
		"RFC 5424 with data and a mark",
		(line) => `<29>1 ${iso(line)} pi mosquitto 612 ID1 [a@1 b="c\\]d"][e] \uFEFF${textOf(line)}`,
	],
];

describe("the same log is read alike", () => {
	test.each(WAYS)("%s", (_, way) => {
		const heard = read(LOG.map(way));
		expect(heard).toMatchObject({ ...REFUSED, release: "2.0", lines: LOG.length, understood: LOG.length, untimed: 0 });
		const times = LOG.map((line) => Math.floor(lineOf(way(line), "2.0.13", TODAY).at ?? 0));
		expect(times).toEqual(LOG.map(epochOf));
	});

	test("without any time, all but when", () => {
		expect(read(LOG.map(textOf))).toMatchObject({ ...REFUSED, untimed: LOG.length, understood: LOG.length });
	});

	test("among the lines of other programs, which are not counted", () => {
		const mixed = LOG.flatMap((line) => [
			`${month(line).syslog} pi sshd[9]: Client x disconnected, not authorised.`,
			`${month(line).syslog} pi mosquitto[612]: ${line}`,
			`${month(line).syslog} pi kernel: [  12.3] usb 1-1: new device`,
		]);
		expect(read(mixed)).toMatchObject({ ...REFUSED, lines: LOG.length, understood: LOG.length });
	});
});

describe("a log that is not Mosquitto's", () => {
	test.each([
		["of a web server", '198.51.100.1 - - [29/Jan/2025:12:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "curl"'],
		["of words", "hello world"],
		[
			"of another broker",
			"2025-01-29 12:00:00.123 [info] <0.123.0> MQTT client probe-a failed to log in: not authorised",
		],
	])("%s is not understood", (_, line) => {
		expect(isUnderstood(read(Array.from({ length: 40 }, () => line)))).toBe(false);
	});

	// #under-half-understood
	test("nor one of which under half is", () => {
		const noise = Array.from({ length: LOG.length + 1 }, (_, n) => `web-1  | GET /${n}`);
		expect(isUnderstood(read([...LOG, ...noise]))).toBe(false);
		expect(isUnderstood(read([...LOG, ...noise.slice(1)]))).toBe(true);
	});

	test("but older than 2.0 is known as that, also without its first line", () => {
		const old = lines("1.6.12.log");
		expect(read(old)).toMatchObject({ release: "1.6", refusals: 0, old: old.length });
		expect(read(old.slice(3)).old).toBeGreaterThan(0);
		expect(read([...old, ...LOG])).toMatchObject({ ...REFUSED, release: "2.0", old: old.length });
	});
});

describe("nobody puts words before the broker's", () => {
	test("what the broker writes is never cut, whatever ids are in it (property)", () => {
		const id = fc.oneof(
			fc.string({ unit: "grapheme" }),
			fc.constantFrom(
				"a-1  | Client z",
				"mqtt: Client",
				"Jan  1 00:00:00 h mosquitto[1]: Client z",
				"2025-01-29T12:00:00Z Client",
				"foo:",
			),
		);
		const stamp = fc.constantFrom("1738151100: ", "2025-01-29T12:00:00: ", "29/01/2025 12:00:00: ", "");
		fc.assert(
			fc.property(stamp, id, (time, client) => {
				const line = `${time}Client ${client} disconnected, not authorised.`;
				expect(bare(line)).toEqual({ text: line });
				const { text } = bare(`2025-01-29T12:00:00Z ${line}`);
				expect(unstamped(text, begins).text).toBe(line.slice(time.length));
			}),
		);
	});
});
