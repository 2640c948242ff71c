import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { usersOf } from "#supervisor/users.ts";

const TOKEN = "token-of-the-app";
const ADMINS = "system-admin";
const user = (id: string, more: object = {}) => ({ id, is_owner: false, is_active: true, group_ids: [], ...more });
const RESULT = {
	id: 1,
	type: "result",
	success: true,
	result: [
		user("owner", { is_owner: true }),
		user("admin", { group_ids: [ADMINS] }),
		user("plain", { group_ids: ["system-users"] }),
		user("gone", { group_ids: [ADMINS], is_active: false }),
	],
};

/** RFC 6455, as far as short unmasked texts from the server, and short masked ones to it, need. */
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
function frame(text: string): Buffer {
	const body = Buffer.from(text);
	const head = Buffer.alloc(4);
	head.writeUInt8(0x81, 0);
	head.writeUInt8(126, 1);
	head.writeUInt16BE(body.length, 2);
	return Buffer.concat([head, body]);
}
function textIn(data: Buffer): string {
	const short = (data[1] ?? 0) & 0x7f;
	const at = short === 126 ? 4 : 2;
	const mask = data.subarray(at, at + 4);
	const length = short === 126 ? data.readUInt16BE(2) : short;
	return Buffer.from(data.subarray(at + 4, at + 4 + length).map((byte, n) => byte ^ (mask[n % 4] ?? 0))).toString();
}

describe("the users of Home Assistant", () => {
	let server: Server;
	let heard: unknown[];
	let paths: (string | undefined)[];
	let answers: (said: Readonly<Record<string, unknown>>) => unknown;
	const sockets: Duplex[] = [];
	const place = () => ({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: TOKEN });

	beforeEach(async () => {
		heard = [];
		paths = [];
		answers = ({ type }) => (type === "auth" ? { type: "auth_ok" } : RESULT);
		server = createServer((_, response) => response.writeHead(404).end());
		server.on("upgrade", ({ headers, url }, socket) => {
			sockets.push(socket);
			paths.push(url);
			const accept = createHash("sha1").update(`${headers["sec-websocket-key"]}${GUID}`).digest("base64");
			socket.write(
				`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
			);
			socket.write(frame(JSON.stringify({ type: "auth_required" })));
			socket.on("error", () => undefined);
			socket.on("data", (data) => {
				if (((data[0] ?? 0) & 0x0f) !== 1) return void socket.end();
				const said = JSON.parse(textIn(data));
				heard.push(said);
				const answer = answers(said);
				if (answer !== undefined) socket.write(frame(typeof answer === "string" ? answer : JSON.stringify(answer)));
			});
		});
		await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	});
	afterEach(async () => {
		for (const socket of sockets.splice(0)) socket.destroy();
		await new Promise((done) => server.close(done));
	});

	it("are asked through the Supervisor, and who is an active administrator is one", async () => {
		const users = await usersOf(place(), 20);
		expect([...(users ?? [])]).toEqual([
			["owner", true],
			["admin", true],
			["plain", false],
			["gone", false],
		]);
		expect(paths).toEqual(["/core/websocket"]);
		expect(heard).toEqual([
			{ type: "auth", access_token: TOKEN },
			{ id: 1, type: "config/auth/list" },
		]);
	});

	test.each([
		["the token is refused", () => ({ type: "auth_invalid", message: "Invalid access" })],
		[
			"the app may not ask for users",
			({ type }: { type?: unknown }) =>
				type === "auth"
					? { type: "auth_ok" }
					: { id: 1, type: "result", success: false, error: { code: "unauthorized" } },
		],
		["garbage comes", () => "<html>"],
		["other garbage comes", () => ({ id: 1, type: "result", success: true, result: [{ id: 5 }] })],
	] as const)("are not known where %s", async (_, answer) => {
		answers = answer;
		expect(await usersOf(place(), 20)).toBeUndefined();
	});

	it("are not known where nothing answers, within the deadline", async () => {
		answers = () => undefined;
		expect(await usersOf(place(), 0.2)).toBeUndefined();
	});

	test.each(["http://127.0.0.1:1", "no address", "ftp://127.0.0.1"])("are not known of %s", async (url) => {
		expect(await usersOf({ url, token: TOKEN }, 20)).toBeUndefined();
	});

	it("are not known where there is no websocket", async () => {
		server.removeAllListeners("upgrade");
		expect(await usersOf(place(), 20)).toBeUndefined();
	});
});
