import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Intake, LARGEST } from "#mqtt/wire/intake.ts";
import { until } from "../witness.ts";
import { publishBytes } from "./publish-bytes.ts";

let server: Server;
let theirs: Socket;
let intake: Intake;
let out: Buffer;
let told: string[];
let endMoment: (() => void) | undefined;

/** A broker's end and ours, of a real connection; moments end when the test says so. */
beforeEach(async () => {
	server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const socket = connect(port, "127.0.0.1");
	[[theirs]] = [await once(server, "connection")];
	told = [];
	out = Buffer.alloc(0);
	intake = new Intake(socket, 4, {
		newest: (topic) => {
			if (topic.startsWith("device")) return { topics: new Set(), means: () => true, from: "devices" };
			if (!topic.endsWith("/set")) return undefined;
			return { topics: new Set(), means: (_, payload) => Buffer.from(payload).toString().startsWith("ok") };
		},
		tooLarge: (topic, bytes) => told.push(`large ${topic} ${bytes}`),
		flooded: (topic) => told.push(`flood ${topic}`),
		after: (_, run) => {
			endMoment = run;
			return () => {
				endMoment = undefined;
			};
		},
	});
	intake.on("data", (bytes: Buffer) => {
		out = Buffer.concat([out, bytes]);
	});
	intake.on("error", (error) => told.push(error.message));
});
afterEach(() => {
	theirs.destroy();
	intake.destroy();
	server.close();
});

const DONE = "elsewhere";
/** Sends it, and a last message that comes out at once and so shows that all before was seen. */
async function say(...packets: readonly Buffer[]): Promise<void> {
	const last = publishBytes(DONE, Buffer.from(String(told.length)));
	theirs.write(Buffer.concat([...packets, last]));
	await until(() => out.subarray(-last.length).equals(last));
	out = out.subarray(0, -last.length);
}
const payloads = () => [...out.toString("latin1").matchAll(/(?:ok|no)\d+(?=;)/g)].map(([one]) => one);
const command = (payload: string, id?: number, topic = "pump/set") =>
	publishBytes(topic, Buffer.from(`${payload};`), id);
const range = (count: number, from = 0) => Array.from({ length: count }, (_, n) => from + n);

describe("in a flood of commands", () => {
	it("20 are read at once, and of the rest the newest of each topic, when the moment is over", async () => {
		await say(...range(5000).flatMap((n) => [command(`ok${n}`), command(`ok${n}`, undefined, "heater/set")]));
		expect(payloads()).toEqual(range(10).flatMap((n) => [`ok${n}`, `ok${n}`]));
		out = Buffer.alloc(0);
		endMoment?.();
		expect(payloads()).toEqual(["ok4999", "ok4999"]);
		expect(told).toEqual(["flood pump/set"]);
	});

	// #rubbish-pushes-out-command
	it("rubbish pushes out no command, and its sender is still answered", async () => {
		await say(...range(30).map((n) => command(`ok${n}`)), ...range(5000, 30).map((n) => command(`no${n}`)));
		out = Buffer.alloc(0);
		endMoment?.();
		expect(payloads()).toEqual(["ok29", "no5029"]);
	});

	it("what is not read is acknowledged at once, and what is held when it is read", async () => {
		let answered = Buffer.alloc(0);
		theirs.on("data", (bytes) => {
			answered = Buffer.concat([answered, bytes]);
		});
		await say(...range(1000, 1).map((n) => command(`ok${n}`, n)));
		// The first 20 and the last are MQTT.js' to answer.
		await until(() => answered.length === 4 * 979);
		expect(answered.subarray(0, 4)).toEqual(Buffer.of(0x40, 2, 0, 21));
		expect(answered.subarray(-4)).toEqual(Buffer.of(0x40, 2, 999 >> 8, 999 & 0xff));
	});

	// #devices-apart-from-commands
	it("of a device no command waits, and of the rest its newest message is read", async () => {
		const device = (payload: string) => command(payload, undefined, "device/tank");
		await say(...range(5000).map((n) => device(`no${n}`)), command("ok1"), device("no5000"));
		expect(payloads()).toEqual([...range(100).map((n) => `no${n}`), "ok1"]);
		out = Buffer.alloc(0);
		endMoment?.();
		expect(payloads()).toEqual(["no5000"]);
	});

	// #devices-by-bytes
	it("of devices that send large messages no more bytes are read than of many small ones, and the newest of each topic", async () => {
		const large = (n: number, topic: string) => publishBytes(topic, Buffer.from(`no${n};`.padEnd(LARGEST - 100, " ")));
		await say(...range(60).map((n) => large(n, "device/camera")), ...range(60).map((n) => large(n, "device/list")));
		expect(out.length).toBeLessThanOrEqual(4 * LARGEST);
		expect(payloads()).toEqual(range(4).map((n) => `no${n}`));
		out = Buffer.alloc(0);
		endMoment?.();
		expect(payloads()).toEqual(["no59", "no59"]);
		expect(told).toEqual(["flood device/camera"]);
	});

	it("of what is stored no more bytes are read at once either", async () => {
		const large = range(60).map(() => publishBytes("other/list", Buffer.alloc(LARGEST - 100, 32)));
		theirs.write(Buffer.concat([...large, command("ok1")]));
		await until(() => payloads().at(-1) === "ok1");
		expect(out.length).toBeLessThanOrEqual(16 * LARGEST);
	});

	it("the next moments begin anew", async () => {
		await say(...range(100).map((n) => command(`ok${n}`)));
		endMoment?.();
		out = Buffer.alloc(0);
		await say(command("ok100"));
		expect(payloads()).toEqual(["ok100"]);
	});
});

describe("a message", () => {
	it("larger than any that is meant for us is read over, acknowledged, told, and the next one read", async () => {
		const acknowledged = once(theirs, "data");
		await say(publishBytes("pump/set", Buffer.alloc(20_000_000), 513), command("ok1"));
		expect(payloads()).toEqual(["ok1"]);
		expect(await acknowledged).toEqual([Buffer.of(0x40, 2, 2, 1)]);
		expect(told).toEqual([`large pump/set ${20_000_000 + 5 + 2 + 8 + 2}`]);
		expect(intake.readableLength).toBeLessThan(LARGEST);
	});

	it("on another topic is one of 500 in a moment", async () => {
		theirs.write(Buffer.concat(range(2000).map((n) => publishBytes("$SYS/log", Buffer.from(`ok${n};`)))));
		theirs.write(command("ok9999"));
		await until(() => payloads().at(-1) === "ok9999");
		expect(payloads()).toHaveLength(501);
		expect(told).toEqual(["flood $SYS/log"]);
	});

	it("that came just before the broker hung up is still read", async () => {
		theirs.end(Buffer.concat(range(25).map((n) => command(`ok${n}`))));
		await once(intake, "end");
		expect(payloads()).toEqual([...range(20).map((n) => `ok${n}`), "ok24"]);
	});
});

describe("a connection", () => {
	it("ends with a packet that is too large and no message", async () => {
		theirs.on("error", () => {});
		theirs.write(Buffer.of(0x90, ...[0xff, 0xff, 0x7f]));
		await new Promise((done) => intake.once("close", done));
		expect(told).toEqual(["packet_too_large"]);
	});

	it("passes on what is said to the broker, in its order", async () => {
		const said: Buffer[] = [];
		theirs.on("data", (bytes) => said.push(bytes));
		intake.cork();
		for (const n of range(100)) intake.write(Buffer.of(n));
		intake.uncork();
		intake.end(Buffer.of(100));
		await once(theirs, "end");
		expect([...Buffer.concat(said)]).toEqual(range(101));
	});
});
