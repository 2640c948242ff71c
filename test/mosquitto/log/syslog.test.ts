import { afterEach, describe, expect, it, test } from "@jest/globals";
import type { SecurityEvent } from "#syslog/message.ts";
import { Syslog } from "#syslog/syslog.ts";
import { type Authority, authority } from "../../fakes/certificates.ts";
import { until } from "../../mqtt/witness.ts";
import { Collector } from "../machine/collector.ts";

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
	for (const one of opened.splice(0).reverse()) await one.close();
});

const signer: Authority = authority("Collectors");
const collecting = async (how: "tcp" | "tls"): Promise<Collector> => {
	const collector = await Collector.start(how === "tls" ? { ...signer.sign("collector"), ca: signer.ca } : undefined);
	opened.push(collector);
	return collector;
};

const heard: (string | undefined)[] = [];
const sending = (port: number, tls?: { readonly ca?: string }, host = "localhost"): Syslog => {
	heard.length = 0;
	const { ca } = tls ?? {};
	const syslog = new Syslog(
		{ host, port, ...(tls && { tls: ca === undefined ? {} : { ca: () => ({ ca }) } }) },
		{
			sender: { host: "house", app: "solar-heating", process: "4711" },
			after(seconds, run) {
				const timer = setTimeout(run, seconds * 100);
				return () => clearTimeout(timer);
			},
			now: () => performance.now() / 1000,
			random: () => 0,
			heard: (cause) => heard.push(cause),
		},
	);
	opened.push(syslog);
	return syslog;
};

const ALERT: SecurityEvent = {
	at: Date.UTC(2026, 6, 1, 12, 0, 0, 250),
	severity: "alert",
	id: "broker_alert",
	data: { kind: "brute_force", address: "192.168.1.66", count: 10, source: "app" },
	text: "10 logins from 192.168.1.66 were refused within 5 min.",
};
const numbered = (n: number): SecurityEvent => ({ ...ALERT, data: { n } });
const numbers = (collector: Collector) =>
	collector.parsed().map(({ elements }) => Number(elements["solar-heating@32473"]?.["n"]));

describe.each(["tcp", "tls"] as const)("a real rsyslog, over %s", (how) => {
	const tls = how === "tls" ? { ca: signer.ca } : undefined;

	// #receives-alert-understands-each
	it("receives an alert and understands each part of it", async () => {
		const collector = await collecting(how);
		sending(collector.port, tls).send(ALERT);
		const [alert] = await collector.received(1);
		expect(alert).toMatchObject({
			facility: "authpriv",
			severity: "alert",
			time: "2026-07-01T12:00:00.250Z",
			host: "house",
			app: "solar-heating",
			pid: "4711",
			id: "broker_alert",
			elements: {
				"solar-heating@32473": { kind: "brute_force", address: "192.168.1.66", count: "10", source: "app" },
				meta: { sequenceid: "1" },
			},
		});
		expect(alert?.text.replace("\ufeff", "").trim()).toBe(ALERT.text);
	});

	// #takes-message-gives-back
	test.each([
		["line ends", "first\nsecond\r\n<82>1 - forged", "first␊second␍␊<82>1 - forged"],
		["quotes, backslashes and brackets", `"] [evil@1 a="b"] \\" \\]`, undefined],
		["other scripts and pictures", "Pumpe läuft – 太陽 ☀️ 👩‍🔧", undefined],
		["what is no text", "\ud800\0\x7f\x85", "\ufffd␀␡\ufffd"],
		["endless text", "x".repeat(100_000), `${"x".repeat(499)}…`],
	])("takes %s as one message, and gives back what was meant", async (_, hostile, shown = hostile) => {
		const collector = await collecting(how);
		const syslog = sending(collector.port, tls);
		syslog.send({ ...ALERT, id: hostile, data: { user: hostile, [hostile]: "x" }, text: hostile });
		syslog.send(ALERT);
		syslog.send({ ...ALERT, id: LAST });
		const all = await collector.received(3);
		// Messages come in their order: the hostile one was no more than one.
		expect(all.map(({ id }) => id).slice(1)).toEqual([ALERT.id, LAST]);
		expect(Object.keys(all[0]?.elements ?? {}).sort()).toEqual(["meta", "solar-heating@32473"]);
		expect(all[0]?.elements["solar-heating@32473"]?.["user"]).toBe(shown);
		expect(all[0]?.text).toContain(shown.slice(0, 100));
		expect(all[1]).toMatchObject({ id: "broker_alert", elements: { meta: { sequenceid: "2" } } });
	});

	it("receives after its restart what was sent meanwhile, all of it and in order", async () => {
		const collector = await collecting(how);
		const syslog = sending(collector.port, tls);
		for (let n = 0; n < 20; n++) syslog.send(numbered(n));
		await collector.received(20);
		await collector.stop();
		for (let n = 20; n < 300; n++) syslog.send(numbered(n));
		await until(() => syslog.standing().cause !== undefined);
		await collector.start();
		await until(
			() => numbers(collector).includes(299),
			() => `came: ${numbers(collector)}`,
		);
		const got = numbers(collector);
		// Events just before the end are sent again, because it is unknown whether they arrived.
		expect([...new Set(got)].sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, n) => n));
		expect(got.slice(-280)).toEqual(Array.from({ length: 280 }, (_, n) => n + 20));
		expect(syslog.standing()).toEqual({ waiting: 0, dropped: 0 });
		expect([heard[0], heard.at(-1)]).toEqual([undefined, undefined]);
		expect(heard.length).toBeLessThan(6);
	});
});

/** The id of a message that is sent after those that are looked at. */
const LAST = "last";

describe("over TLS", () => {
	/** The sender's first attempt failed, and a message that came to the same collector later is the only one of ours. */
	const toldNothing = async (collector: Collector, syslog: Syslog, cause: unknown, later: () => Syslog) => {
		await until(() => heard.length > 0);
		expect(heard).toEqual([cause]);
		expect(syslog.standing()).toMatchObject({ waiting: 1, cause });
		later().send({ ...ALERT, id: LAST });
		await until(() => collector.parsed().some(({ id }) => id === LAST));
		expect(collector.parsed().map(({ id }) => id)).not.toContain(ALERT.id);
	};

	// #collector-told-nothing
	it.each([
		["whose authority is not ours", () => authority("Others").ca],
		["where none was named", () => undefined],
	])("a collector %s is told nothing", async (_, ca) => {
		const collector = await collecting("tls");
		const pem = ca();
		const syslog = sending(collector.port, pem === undefined ? {} : { ca: pem });
		syslog.send(ALERT);
		await toldNothing(collector, syslog, expect.stringMatching(/CERT|SIGN|ISSUER/), () =>
			sending(collector.port, { ca: signer.ca }),
		);
	});

	it("a collector with a certificate for another name is told nothing", async () => {
		const other = { ...signer.sign("other", { names: "DNS:other.example,IP:127.0.0.1" }), ca: signer.ca };
		const collector = await Collector.start(other);
		opened.push(collector);
		const syslog = sending(collector.port, { ca: signer.ca });
		syslog.send(ALERT);
		await toldNothing(collector, syslog, "ERR_TLS_CERT_ALTNAME_INVALID", () =>
			sending(collector.port, { ca: signer.ca }, "127.0.0.1"),
		);
	});

	it("a collector that does not speak TLS is told nothing", async () => {
		const collector = await collecting("tcp");
		const syslog = sending(collector.port, { ca: signer.ca });
		syslog.send(ALERT);
		await toldNothing(collector, syslog, expect.any(String), () => sending(collector.port));
	});
});
