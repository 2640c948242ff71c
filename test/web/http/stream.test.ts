import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import { event, Streams } from "#web/http/stream.ts";
import { until } from "../../app/house.ts";
import { seen } from "../../fakes/owners-plant.ts";
import { withoutWaiting } from "../../fakes/stopped-timers.ts";
import { ask, listen } from "../ask.ts";
import { onStage, type Setting, type Stage, SUNNY } from "../stage.ts";

let stages: Stage[];
beforeEach(() => {
	stages = [];
});
afterEach(async () => {
	for (const stage of stages) await stage.close();
});
const staged = async (setting: Setting = {}): Promise<Stage> => {
	const stage = await onStage(setting);
	stages.push(stage);
	return stage;
};
const sunny = (collector: number) =>
	seen({ ...SUNNY, read: (s) => (s.id === "collector" ? collector : SUNNY.read?.(s)) });

describe("GET /api/events", () => {
	it("says how it is, then every change, in the words of the snapshot", async () => {
		const { url, page } = await staged();
		const { heard, opened, close } = listen(`${url}api/events`);
		expect((await opened).headers).toMatchObject({
			"content-type": "text/event-stream; charset=utf-8",
			"cache-control": "no-store",
			"x-accel-buffering": "no",
		});
		await until("the first", () => heard.length === 1);
		expect(heard[0]).toEqual({ name: "snapshot", data: JSON.parse((await ask(`${url}api/snapshot`)).text) });
		page.see(sunny(80));
		await until("the second", () => heard.length === 2);
		expect(heard[1]?.data).toMatchObject({ sensors: expect.arrayContaining([expect.objectContaining({ value: 80 })]) });
		close();
	});

	it("is bytes of no known kind for a proxy that holds back what it can compress", async () => {
		const { url } = await staged();
		const { heard, opened, close } = listen(`${url}parts`, { accept: "application/octet-stream" });
		expect((await opened).headers["content-type"]).toBe("application/octet-stream");
		await until("the first", () => heard.length === 1);
		expect(heard[0]).toMatchObject({ name: "parts", data: { now: expect.any(String) } });
		close();
	});

	it("says nothing where only time has passed", async () => {
		const { url, page } = await staged();
		const { heard, close } = listen(`${url}api/events`);
		await until("the first", () => heard.length === 1);
		const same = seen(SUNNY, SUNNY, SUNNY);
		page.see(same);
		page.see({ ...same, now: (same.now + 5) as never });
		page.see(sunny(80));
		await until("another", () => heard.length > 1);
		page.see(sunny(90));
		await until("one more", () => JSON.stringify(heard.at(-1)?.data).includes('"value":90'));
		// The second turn of the same day changes how long the pump has run, and nothing else.
		expect(heard.length).toBe(3);
		close();
	});

	it("is calm: of many turns it tells the last", async () => {
		const { url, page } = await staged({ calm: 60 });
		const { heard, close } = listen(`${url}api/events`);
		await until("the first", () => heard.length === 1);
		for (let t = 60; t <= 90; t += 1) page.see(sunny(t));
		await until("the last", () => JSON.stringify(heard.at(-1)?.data).includes('"value":90'));
		expect(heard.length).toBeLessThanOrEqual(3);
		close();
	});
});

describe("GET /parts", () => {
	it("sends the parts of the page, then those that changed and no others", async () => {
		const { url, page } = await staged();
		const { heard, close } = listen(`${url}parts`);
		await until("the first", () => heard.length === 1);
		expect(Object.keys(heard[0]?.data ?? {})).toEqual(
			expect.arrayContaining(["now", "concerns", "outputs", "sensors"]),
		);
		page.see(seen(SUNNY, { ...SUNNY, read: (s) => (s.id === "outdoor_air" ? fault("crc") : SUNNY.read?.(s)) }));
		await until("the second", () => heard.length === 2);
		expect(Object.keys(heard[1]?.data ?? {}).sort()).toEqual(["concerns", "now", "sensors"]);
		close();
	});
});

describe("listeners", () => {
	it("are let go when the page closes, at once", async () => {
		const stage = await staged();
		const { opened, ended } = listen(`${stage.url}parts`);
		await opened;
		await withoutWaiting(async () => {
			await stage.page.close();
			await ended;
		});
	});

	it("are at most 32; one that goes makes room", async () => {
		const { url } = await staged();
		const all = Array.from({ length: 32 }, () => listen(`${url}api/events`));
		for (const { opened } of all) expect((await opened).status).toBe(200);
		const { status, headers } = await ask(`${url}api/events`);
		expect([status, headers["retry-after"]]).toEqual([503, "30"]);
		all[0]?.close();
		await until("room", async () => {
			const more = listen(`${url}api/events`);
			const { status: got } = await more.opened;
			more.close();
			return got === 200;
		});
		for (const { close } of all) close();
	});
});

describe("streams", () => {
	let server: Server;
	let streams: Streams;
	let state: ReadonlyMap<string, string>;
	let made = 0;
	const opening = async (beat?: number) => {
		streams = new Streams(beat);
		made = 0;
		server = createServer((_, response) => {
			streams.join(response, {
				state: () => state,
				event: (different) => {
					made += 1;
					return event("state", Object.fromEntries(different));
				},
			});
		}).listen(0, "127.0.0.1");
		await new Promise((done) => server.once("listening", done));
		return (server.address() as AddressInfo).port;
	};
	afterEach(() => {
		streams.close();
		server.closeAllConnections();
		server.close();
	});

	it("beat while nothing is to be said", async () => {
		state = new Map([["a", "1"]]);
		const { heard, close } = listen(`http://127.0.0.1:${await opening(5)}/`);
		await until("three beats", () => heard.filter(({ name }) => name === "beat").length >= 3);
		expect(heard[0]).toEqual({ name: "state", data: { a: "1" } });
		close();
	});

	it("keep no place for a client that has gone before it was let in", async () => {
		streams = new Streams();
		const joined = Promise.withResolvers<boolean>();
		server = createServer((_, response) => {
			const how = { state: () => new Map([["a", "1"]]), event: () => "" };
			response.once("close", () => joined.resolve(streams.join(response, how)));
		}).listen(0, "127.0.0.1");
		await new Promise((done) => server.once("listening", done));
		const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
		server.once("request", () => client.destroy());
		client.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
		expect([await joined.promise, streams.size]).toEqual([true, 0]);
	});

	// #keep-nothing-client-does
	it("keep nothing for a client that does not read, tell it how it is when it does, and let it go if it never does", async () => {
		const large = (n: number) => new Map([["a", `${n}:${"x".repeat(200_000)}`]]);
		state = large(0);
		const port = await opening(1000);
		const slow = connect(port, "127.0.0.1");
		slow.pause();
		slow.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
		await until("it is there", () => streams.size === 1);
		for (let n = 1; n <= 500; n += 1) {
			state = large(n);
			streams.changed();
			await new Promise((done) => setImmediate(done));
		}
		// What the kernel takes, and then one: not five hundred, which would be 100 MB.
		expect(made).toBeLessThan(60);
		const before = made;
		let last = "";
		slow.on("data", (chunk) => {
			last = `${last}${chunk}`.slice(-300_000);
		});
		slow.resume();
		await until("the last one", () => last.includes('"500:'));
		expect(made).toBe(before + 1);
		slow.pause();
		for (let n = 501; n <= 600 && streams.size > 0; n += 1) {
			state = large(n);
			streams.changed();
			await new Promise((done) => setImmediate(done));
		}
		await until("it is let go", () => streams.size === 0);
		slow.destroy();
	});
});
