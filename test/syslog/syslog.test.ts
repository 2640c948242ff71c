import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { framed, messageOf, type SecurityEvent } from "#syslog/message.ts";
import { SyslogQueue } from "#syslog/queue.ts";
import { Syslog } from "#syslog/syslog.ts";
import { until } from "../app/house.ts";
import { withoutWaiting } from "../fakes/stopped-timers.ts";

const SENDER = { host: "house", app: "solar-heating", process: "1a2b" };
const EVENT: SecurityEvent = {
	at: Date.UTC(2026, 6, 1, 12),
	severity: "warning",
	id: "mqtt_failed",
	data: { user: "anna", port: 1883, tls: true },
	text: "Refused.",
};

describe("a message", () => {
	it("is what RFC 5424 asks for", () => {
		expect(messageOf(EVENT, SENDER, 7)).toBe(
			'<84>1 2026-07-01T12:00:00.000Z house solar-heating 1a2b mqtt_failed [solar-heating@32473 user="anna" port="1883" tls="true"][meta sequenceId="7"] \ufeffRefused.',
		);
	});

	test.each([
		["alert", 81],
		["error", 83],
		["warning", 84],
		["notice", 85],
		["info", 86],
	] as const)("of severity %s is of priority %d: authpriv", (severity, pri) => {
		expect(messageOf({ ...EVENT, severity }, SENDER, 1)).toMatch(new RegExp(`^<${pri}>1 `));
	});

	it("counts on from 1 after the greatest number there is", () => {
		expect(messageOf(EVENT, SENDER, 2_147_483_647)).toContain('sequenceId="2147483647"');
		expect(messageOf(EVENT, SENDER, 2_147_483_648)).toContain('sequenceId="1"');
	});

	it("can be taken apart again whatever stands in it, and ends no line (property)", () => {
		const nasty = fc.constantFrom('"', "\\", "]", "[", "=", "\n", " ", "\0", "\u2028", "é");
		const text = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ unit: nasty, maxLength: 20 }));
		fc.assert(
			fc.property(text, fc.dictionary(text, text), text, (id, data, words) => {
				const message = messageOf({ ...EVENT, id, data, text: words }, SENDER, 1);
				expect(message).not.toMatch(/\p{Cc}/u);
				const taken =
					/^<84>1 \S+ house solar-heating 1a2b (\S{1,32}) \[solar-heating@32473((?: [^ "=\]]{1,32}="(?:[^"\\\]]|\\["\\\]])*")*)\]\[meta sequenceId="1"\] \ufeff/u.exec(
						message,
					);
				expect(taken?.[2]?.match(/ [^ "=\]]{1,32}="(?:[^"\\\]]|\\["\\\]])*"/gu) ?? []).toHaveLength(
					Object.keys(data).length,
				);
			}),
		);
	});

	it("is counted in bytes, not in letters", () => {
		expect(framed("läuft").toString()).toBe("6 läuft");
	});
});

describe("what waits for the collector", () => {
	it("is bounded: the oldest go, and are counted", () => {
		const queue = new SyslogQueue(() => 0);
		for (let n = 0; n < 1500; n++) queue.add(Buffer.from(String(n)));
		expect([queue.waiting, queue.dropped, String(queue.next())]).toEqual([1000, 500, "500"]);
	});

	it("is once more what went just before a connection broke, in its order", () => {
		let now = 0;
		const queue = new SyslogQueue(() => now);
		for (let n = 0; n < 4; n++) queue.add(Buffer.from(String(n)));
		queue.next();
		now = 5;
		queue.next();
		queue.next();
		queue.again();
		expect([queue.next(), queue.next(), queue.next(), queue.next()].map(String)).toEqual(["1", "2", "3", "undefined"]);
	});
});

describe("the sender", () => {
	const open: { close(): unknown }[] = [];
	const sockets: Socket[] = [];
	afterEach(async () => {
		for (const one of open.splice(0)) await one.close();
		for (const socket of sockets.splice(0)) socket.destroy();
	});
	const server = (
		seen: (socket: Socket) => void,
		port = 0,
	): Promise<{ readonly port: number; readonly server: Server }> =>
		new Promise((resolve) => {
			const listening = createServer((socket) => {
				sockets.push(socket);
				socket.on("error", () => undefined);
				seen(socket);
			}).listen(port, "127.0.0.1", () => {
				const address = listening.address();
				resolve({ port: typeof address === "object" && address !== null ? address.port : 0, server: listening });
			});
			open.push({ close: () => listening.close() });
		});
	const waits: number[] = [];
	/** A second of it takes `ms`. */
	const sending = (port: number, ms = 5): Syslog => {
		waits.length = 0;
		const syslog = new Syslog(
			{ host: "127.0.0.1", port },
			{
				sender: SENDER,
				after(seconds, run) {
					waits.push(seconds);
					const timer = setTimeout(run, seconds * ms);
					return () => clearTimeout(timer);
				},
				now: () => performance.now() / 1000,
				random: () => 0,
				heard: () => undefined,
			},
		);
		open.push(syslog);
		return syslog;
	};

	it("waits longer and longer for a collector that is not there, a minute at most, and never gives up", async () => {
		const { port, server: gone } = await server(() => undefined);
		await new Promise<void>((done) => gone.close(() => done()));
		sending(port, 1);
		const between = () => waits.filter((wait) => wait !== 10 && wait !== 30);
		await until("it has tried nine times", () => between().length >= 9);
		expect(between().slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
	});

	// #comes-back-once-although
	it("comes back at once although the collector reads nothing, and lets such a one go", async () => {
		let came = 0;
		const { port } = await server((socket) => {
			came += 1;
			socket.pause();
		});
		const syslog = sending(port);
		await until("it is connected", () => came === 1);
		// What it costs us, however much others want of this machine.
		const before = process.cpuUsage();
		for (let n = 0; n < 20_000; n++) syslog.send({ ...EVENT, text: "x".repeat(1500) });
		const { user, system } = process.cpuUsage(before);
		expect((user + system) / 1000 / 20_000).toBeLessThan(0.5);
		expect(syslog.standing().waiting).toBeLessThanOrEqual(1000);
		await until("it comes anew", () => came > 1);
	});

	it("sends what waits at the end, but does not wait for a collector that is not there", async () => {
		let got = "";
		const { port } = await server((socket) =>
			socket.on("data", (chunk) => {
				got += chunk;
			}),
		);
		const syslog = sending(port, 1000);
		syslog.send(EVENT);
		await until("the first is there", () => got.includes(EVENT.id));
		syslog.send({ ...EVENT, id: "stopped" });
		await syslog.close();
		await until("the last is there", () => got.includes(" stopped ["));
		const nobody = sending(1, 50);
		nobody.send(EVENT);
		await withoutWaiting(() => nobody.close());
	});
});
