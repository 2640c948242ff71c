import { once } from "node:events";
import { Server as HttpServer } from "node:http";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, it, jest, test } from "@jest/globals";
import { seconds } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { type Health, type HealthOptions, serveHealth } from "#runtime/health/health.ts";
import { until } from "../../app/house.ts";

const open: Health[] = [];
const others: Server[] = [];
afterEach(async () => {
	for (const each of [...open.splice(0), ...others.splice(0)]) await each.close();
});
let told: Notice[] = [];

const well = { ok: true, facts: {} };
async function serving(alive: HealthOptions["alive"], more: Partial<HealthOptions> = {}): Promise<string> {
	const health = serveHealth({ port: 0, host: "127.0.0.1", alive, ...more }, () => {});
	open.push(health);
	return `http://127.0.0.1:${await portOf(health)}`;
}
const portOf = ({ listening }: Health): Promise<number> => listening;

describe("GET /healthz", () => {
	test.each<[boolean, Facts, number]>([
		[true, { turns: 7, activity: "heating" }, 200],
		[false, { late_by: 12 }, 503],
	])("of a controller that is well: %s, with %j, is %d", async (ok, facts, status) => {
		const answer = await fetch(`${await serving(() => ({ ok, facts }))}/healthz`);
		expect(answer.status).toBe(status);
		expect(answer.headers.get("content-type")).toBe("application/json");
		expect(await answer.json()).toEqual({ ok, ...facts });
	});

	// #asks-each-time-whoever
	it("asks each time, and whoever cannot say is not well", async () => {
		let times = 0;
		const url = await serving(() => {
			times += 1;
			if (times === 2) throw new Error("with a secret");
			return well;
		});
		expect((await fetch(`${url}/healthz`)).status).toBe(200);
		const second = await fetch(`${url}/healthz?verbose`);
		expect([second.status, await second.json()]).toEqual([503, { ok: false }]);
		expect((await fetch(`${url}/healthz`)).status).toBe(200);
	});
});

const ELSEWHERE = [
	["GET", "/"],
	["GET", "/healthz/"],
	["GET", "/api/snapshot"],
	["POST", "/healthz"],
	["DELETE", "/healthz"],
] as const;

describe("HEAD /healthz", () => {
	it("is answered as GET is, without a body", async () => {
		const answer = await fetch(`${await serving(() => well)}/healthz`, { method: "HEAD" });
		expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
			200,
			"application/json",
			"",
		]);
	});
});

describe("anything else", () => {
	test.each(ELSEWHERE)("%s %s is asked to come again while nobody is there for it", async (method, path) => {
		const { status, headers } = await fetch((await serving(() => well)) + path, { method });
		expect([status, headers.get("retry-after"), headers.get("refresh")]).toEqual([503, "2", "2"]);
	});

	test.each(ELSEWHERE)("%s %s is handed on as soon as somebody is", async (method, path) => {
		const url = await serving(() => well);
		open.at(-1)?.handOn((request, response) => void response.end(`${request.method} ${request.url}`));
		expect(await (await fetch(url + path, { method })).text()).toBe(`${method} ${path}`);
		expect((await fetch(`${url}/healthz`)).status).toBe(200);
	});

	// #rubbish-ends-connection-only
	it("rubbish ends its connection only", async () => {
		const url = await serving(() => well);
		const socket = connect(Number(new URL(url).port), "127.0.0.1");
		socket.on("error", () => {});
		socket.write("\x16\x03\x01 rubbish\r\n\r\n");
		await once(socket, "close");
		expect((await fetch(`${url}/healthz`)).status).toBe(200);
	});
});

describe("a request that never comes to its end", () => {
	test.each([
		["its head", "GET /healthz HTTP/1.1\r\nX: "],
		["its body", "POST /page HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\n"],
	])(
		"is ended, whoever sends %s byte by byte, and the health check is answered meanwhile",
		async (_, begun) => {
			const url = await serving(() => well);
			open.at(-1)?.handOn((request, response) => void request.resume().on("end", () => response.end("page")));
			const socket = connect(Number(new URL(url).port), "127.0.0.1");
			let ended = false;
			socket.on("error", () => {});
			socket.once("close", () => {
				ended = true;
			});
			socket.resume().write(begun);
			// A byte for each answer, fewer than a head may have: so only its time ends it.
			for (let sent = 0; !ended; sent++) {
				expect((await fetch(`${url}/healthz`)).status).toBe(200);
				if (sent < 10_000 && socket.writable) socket.write("x");
			}
		},
		60_000,
	);
});

describe("where all connections are taken", () => {
	// A request per connection: none, half a head, a head without its body, one that has been answered.
	const HEADS = [
		"",
		"GET /healthz HTTP/1.1\r\nX: ",
		"POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
		"GET /x HTTP/1.1\r\nHost: x\r\n\r\n",
	];

	test.each(HEADS)("by such as sent %j, the health check is answered, and the log told once", async (head) => {
		told = [];
		const health = serveHealth({ port: 0, host: "127.0.0.1", alive: () => well }, (notice) => void told.push(notice));
		open.push(health);
		health.handOn((request, response) => void request.resume().on("end", () => response.end("page")));
		const port = await portOf(health);
		const held = Array.from({ length: 120 }, () =>
			connect(port, "127.0.0.1", function (this: Socket) {
				if (head !== "") this.write(head);
			})
				.on("error", () => {})
				.resume(),
		);
		await until("all places are taken", () => told.length > 0);
		for (let n = 0; n < 3; n++) expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
		expect(told.map(({ code, level }) => [level, code])).toEqual([["warning", "connections_crowded"]]);
		for (const socket of held) socket.destroy();
	});

	it("a request that is being answered keeps its place", async () => {
		const url = await serving(() => well);
		const { promise: asked, resolve } = Promise.withResolvers<() => void>();
		open.at(-1)?.handOn((_, response) => resolve(() => response.end("late")));
		const answer = fetch(`${url}/slow`);
		const go = await asked;
		const held = Array.from({ length: 120 }, () =>
			connect(Number(new URL(url).port), "127.0.0.1").on("error", () => {}),
		);
		expect((await fetch(`${url}/healthz`)).status).toBe(200);
		go();
		expect(await (await answer).text()).toBe("late");
		for (const socket of held) socket.destroy();
	});
});

describe("behind an ingress", () => {
	it("answers the machine's health check while others, who may ask nothing, hold all the connections that they can", async () => {
		const elsewhere = Object.values(networkInterfaces())
			.flat()
			.find((one) => one?.family === "IPv4" && !one.internal)?.address;
		const url = await serving(() => well, { ingress: "172.30.32.2", host: "0.0.0.0" });
		const port = Number(new URL(url).port);
		// A machine without a network has no other address. Then its own connections serve, with fewer places.
		const [host, count] = elsewhere === undefined ? (["127.0.0.1", 19] as const) : ([elsewhere, 150] as const);
		const held = Array.from({ length: count }, () => connect({ port, host, ...(elsewhere && { localAddress: host }) }));
		const closed = held.map((socket) => {
			socket.on("error", () => {});
			socket.write("GET /healthz HTTP/1.1\r\n");
			return new Promise((done) => socket.once("close", done));
		});
		if (elsewhere !== undefined) await Promise.all(closed);
		expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
		for (const socket of held) socket.destroy();
	});

	it("the ingress gets everything", async () => {
		const url = await serving(() => well, { ingress: "127.0.0.1" });
		open.at(-1)?.handOn((_, response) => void response.end("the page"));
		expect(await (await fetch(url)).text()).toBe("the page");
		expect((await fetch(`${url}/healthz`)).status).toBe(200);
	});

	it("the machine itself gets its health check, and nothing else, also before there is a page", async () => {
		const url = await serving(() => well, { ingress: "172.30.32.2" });
		for (const [method, path] of ELSEWHERE) expect((await fetch(url + path, { method })).status).toBe(403);
		expect((await fetch(`${url}/healthz`)).status).toBe(200);
		open.at(-1)?.handOn((_, response) => void response.end("the page"));
		expect((await fetch(url)).status).toBe(403);
	});
});

describe("a busy port", () => {
	it("is told once and taken as soon as it is free", async () => {
		told = [];
		const other = createServer().listen(0, "127.0.0.1");
		await once(other, "listening");
		const { port } = other.address() as AddressInfo;
		const options = { port, host: "127.0.0.1", alive: () => well, retry: seconds(0.01) };
		const health = serveHealth(options, (n) => void told.push(n));
		open.push(health);
		const tries = jest.spyOn(HttpServer.prototype, "listen");
		await until("it has tried again and again", () => tries.mock.calls.length > 3);
		tries.mockRestore();
		expect(health.port()).toBeUndefined();
		expect(told.map((n) => [n.level, n.code, n.facts["cause"]])).toEqual([
			["warning", "health_not_served", "EADDRINUSE"],
		]);
		other.close();
		expect(await portOf(health)).toBe(port);
		expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
		expect(told.map((n) => n.code)).toEqual(["health_not_served", "health_served"]);
	});

	test.each([
		[70_000, "127.0.0.1"],
		[0, "192.0.2.1"],
	])("is told as well where it is no port of this machine: %d at %s", async (port, host) => {
		told = [];
		const health = serveHealth({ port, host, alive: () => well }, (n) => void told.push(n));
		open.push(health);
		await until("it is told", () => told.length > 0);
		expect(told.map((n) => n.code)).toEqual(["health_not_served"]);
	});

	it("does not hold up the end", async () => {
		const other = createServer().listen(0, "127.0.0.1");
		others.push(other);
		await once(other, "listening");
		const { port } = other.address() as AddressInfo;
		told = [];
		const health = serveHealth({ port, host: "127.0.0.1", alive: () => well }, (n) => void told.push(n));
		await until("it is told", () => told.length > 0);
		await health.close();
		expect(health.port()).toBeUndefined();
	});
});
