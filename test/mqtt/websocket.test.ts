import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, it, test } from "@jest/globals";
import { accepts } from "#broker/running/restart.ts";
import type { Broker, Protocol, Received } from "#mqtt/broker.ts";
import { probe } from "#mqtt/probe.ts";
import { authority } from "../fakes/certificates.ts";
import { freePort, type Release, startMosquitto } from "../fakes/mosquitto.ts";
import { listen } from "./listener.ts";

/** `npm run test:auth` has a second one. */
const RELEASES: readonly Release[] = process.env["MOSQUITTO21"] === undefined ? ["system"] : ["system", "2.1"];
const PROTOCOLS: readonly Protocol[] = [5, 4];
const home = authority("home");
const open: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(open.splice(0).map((stop) => stop())));

const broker = (port: number, change: Partial<Broker> = {}): Broker => ({
	host: "127.0.0.1",
	port,
	username: "solar",
	password: "correct horse",
	client_id: "solar_heating_abcd2345_00000001",
	will: { topic: "solar/abcd2345/x", payload: "", retain: false, qos: 0 },
	websocket: {},
	...change,
});

/** The port of a websocket listener beside the usual one: 2.0 does not start with it alone. */
async function webListener(release: Release, ...lines: readonly string[]): Promise<number> {
	const port = await freePort();
	const more = [`listener ${port}`, "protocol websockets", ...lines];
	const mosquitto = await startMosquitto({ release, users: { solar: "correct horse" }, more });
	open.push(() => mosquitto.stop());
	// 2.0 opens it after the others: on a busy machine much later.
	for (const began = Date.now(); !(await accepts("127.0.0.1", port)); await setImmediate())
		if (Date.now() - began > 60_000) throw new Error(`Mosquitto does not listen on ${port}: ${mosquitto.log()}`);
	return port;
}

/** Something of any size goes out and comes back. */
async function echo(to: Broker, protocol: Protocol, sizes: readonly number[]): Promise<readonly number[]> {
	const probed = await probe(to, { protocol, timeout: 20 }, async (line) => {
		const came: Received[] = [];
		const all = Promise.withResolvers<void>();
		line.onMessage((one) => {
			came.push(one);
			if (came.length === sizes.length) all.resolve();
		});
		await line.subscribe("echo/#", {});
		for (const size of sizes)
			await line.publish({ topic: `echo/${size}`, payload: "s".repeat(size), retain: false, qos: 1 });
		await all.promise;
		return came.map(({ payload }) => payload.length);
	});
	return probed.kind === "connected" ? probed.value : [];
}

describe.each(RELEASES)("a websockets listener of Mosquitto (%s)", (release) => {
	test.each(PROTOCOLS)("carries messages of every size by protocol %s", async (protocol) => {
		const port = await webListener(release);
		const sizes = [0, 1, 100, 125, 126, 127, 128, 4096];
		expect(await echo(broker(port), protocol, sizes)).toEqual(sizes);
		// 2.0 gives larger ones out at 4 kB in 100 ms, but takes them at once.
		const sent = await probe(broker(port), { protocol, timeout: 8 }, (line) =>
			line.publish({ topic: "large", payload: "s".repeat(70_000), retain: false, qos: 1 }),
		);
		expect(sent).toMatchObject({ kind: "connected", value: { kind: "sent" } });
	});

	it("is reached inside TLS, with its certificate verified", async () => {
		const pair = home.sign("broker");
		const plain = await startMosquitto({ release, users: { solar: "correct horse" }, tls: pair });
		open.push(() => plain.stop());
		const port = await webListener(release, `certfile ${plain.dir}/cert`, `keyfile ${plain.dir}/key`);
		const ways = [{ tls: { ca: home.ca } }, { tls: { ca: authority("other").ca } }];
		const seen = ways.map((change) => probe(broker(port, change), { protocol: 5, timeout: 8 }, async () => "in"));
		expect(await Promise.all(seen)).toEqual([
			expect.objectContaining({ kind: "connected" }),
			expect.objectContaining({ kind: "failed", class: "tls-untrusted" }),
		]);
	});

	test.each(PROTOCOLS)("refuses a wrong password in its own words by protocol %s", async (protocol) => {
		const port = await webListener(release);
		const probed = await probe(broker(port, { password: "wrong" }), { protocol, timeout: 8 }, async () => "in");
		expect(probed).toMatchObject({ kind: "refused", class: "credentials-rejected" });
	});

	it("is no listener of bare MQTT, nor the other way round", async () => {
		const port = await webListener(release);
		const bare = await startMosquitto({ release, users: { solar: "correct horse" } });
		open.push(() => bare.stop());
		const { websocket: _, ...plain } = broker(port);
		const crossed = [probe(plain, { protocol: 5, timeout: 8 }, async () => "in")];
		crossed.push(probe(broker(bare.port), { protocol: 5, timeout: 8 }, async () => "in"));
		for (const probed of await Promise.all(crossed)) expect(probed.kind).toBe("failed");
	});
});

/** A server that shakes hands and then says this. */
const shakesAnd =
	(...frames: readonly Uint8Array[]) =>
	(socket: Socket) => {
		socket.once("data", (asked: Buffer) => {
			const key = /Sec-WebSocket-Key: (.*)\r/.exec(asked.toString())?.[1];
			const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
			const lines = ["Upgrade: WebSocket", "Connection: Upgrade", "Sec-WebSocket-Protocol: mqtt"];
			socket.write(`HTTP/1.1 101 Hello\r\n${lines.join("\r\n")}\r\nsec-websocket-accept: ${accept}\r\n\r\n`);
			for (const frame of frames) socket.write(frame);
		});
	};
/** A server that says this to whatever it is asked. */
const answers = (text: string) => (socket: Socket) => {
	socket.once("data", () => socket.write(text));
};
/** A CONNACK of 3.1.1 that says yes, and one that says "not authorized". */
const YES = [0x20, 2, 0, 0];
const NO = [0x20, 2, 0, 5];

describe("what answers", () => {
	const REFUSED = { kind: "refused", class: "credentials-rejected" };
	const FAILED = { kind: "failed", class: "not-mqtt" };
	const HTML = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
	const KEYLESS = "HTTP/1.1 101 Hello\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n";

	test.each<readonly [string, (socket: Socket) => void, object]>([
		["a frame in one piece", shakesAnd(Uint8Array.of(0x82, 4, ...NO)), REFUSED],
		["a frame byte by byte", shakesAnd(...[0x82, 4, ...NO].map((byte) => Uint8Array.of(byte))), REFUSED],
		["a message of two frames", shakesAnd(Uint8Array.of(2, 2, 0x20, 2), Uint8Array.of(0x80, 2, 0, 5)), REFUSED],
		["a ping first", shakesAnd(Uint8Array.of(0x89, 1, 7), Uint8Array.of(0x82, 4, ...NO)), REFUSED],
		["a frame of 16 bits of length", shakesAnd(Uint8Array.of(0x82, 126, 0, 4, ...NO)), REFUSED],
		["a frame of 64 bits of length", shakesAnd(Uint8Array.of(0x82, 127, 0, 0, 0, 0, 0, 0, 0, 4, ...NO)), REFUSED],
		["a goodbye", shakesAnd(Uint8Array.of(0x88, 0)), { kind: "failed", class: "dropped-before-connack" }],
		["a goodbye after its answer", shakesAnd(Uint8Array.of(0x82, 4, ...NO, 0x88, 0)), REFUSED],
		["a masked frame, as no server sends", shakesAnd(Uint8Array.of(0x82, 0x84, 0, 0, 0, 0, ...YES)), FAILED],
		["a text", shakesAnd(Uint8Array.of(0x81, 4, ...YES)), FAILED],
		["a frame beyond all bounds", shakesAnd(Uint8Array.of(0x82, 127, 255, 255, 255, 255, 255, 255, 255, 255)), FAILED],
		["a web page", answers(HTML), { ...FAILED, detail: "HTTP 404" }],
		["an upgrade without our key", answers(KEYLESS), FAILED],
		["a head without end", answers(`HTTP/1.1 101 ${"x".repeat(10_000)}`), FAILED],
		["something else", answers("SSH-2.0-x\r\n"), FAILED],
	])("with %s is told", async (_, meet, expected) => {
		const listening = await listen(meet);
		open.push(() => listening.close());
		const probed = await probe(broker(listening.port), { protocol: 4, timeout: 8 }, async () => "in");
		expect(probed).toMatchObject(expected);
		const [first] = listening.received().toString("latin1").split("\r\n\r\n");
		expect(first).toMatch(/^GET \/mqtt HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\n/);
		// What is sent inside is masked, and so is the password.
		expect(listening.received().includes("correct horse")).toBe(false);
	});
});
