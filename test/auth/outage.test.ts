import { afterAll, afterEach, describe, expect, it, test } from "@jest/globals";
import { connect } from "mqtt";
import type { FailureClass } from "#mqtt/failure.ts";
import { fullPort } from "../fakes/full-port.ts";
import { freePort } from "../fakes/mosquitto.ts";
import { type Listener, listen } from "../mqtt/listener.ts";
import { closeAll, coded, patient, until, type Witness } from "../mqtt/witness.ts";
import {
	type Cell,
	endures,
	house,
	isNotTried,
	MATRIX,
	RIGHT,
	start,
	stopBrokers,
	USER,
	visit,
	withoutSecret,
} from "./matrix.ts";

let thing: Listener | undefined;
afterEach(async () => {
	await closeAll();
	await thing?.close();
	thing = undefined;
});
afterAll(stopBrokers);

describe.each(MATRIX)("%s", (_name, cell) => {
	const { release, protocol } = cell;
	const plain = () => house("plain", { release });

	test.each([
		["without a word, as in a power cut", "kill9"],
		["by a stop and a new start", "restart"],
	] as const)("ends %s: the connection has dropped, and is found again", async (_case, how) => {
		const own = await start({ release });
		const witness = visit(cell, { port: own.port });
		await witness.reach("connected");
		await own[how]();
		await witness.reach("waiting", "dropped");
		expect(witness.timer.waits).toEqual([1]);
		if (how === "kill9") await own.restart();
		witness.timer.go();
		await witness.reach("connected");
		expect(witness.notices.map(({ code, facts }) => facts["class"] ?? code)).toEqual([
			"mqtt_connected",
			"dropped",
			"mqtt_connected",
		]);
		withoutSecret(witness);
	});

	test.each(["kill9", "restart"] as const)(
		"is started again five times within seconds, by %s: each time dropped, and no takeover",
		async (how) => {
			const own = await start({ release });
			const witness = visit(cell, { port: own.port });
			for (const wait of [1, 2, 4, 8, 16]) {
				await witness.reach("connected");
				await own[how]();
				await witness.reach("waiting", "dropped");
				await until(() => witness.timer.waiting());
				expect(witness.timer.waits.at(-1)).toBe(wait);
				if (how === "kill9") await own.restart();
				witness.timer.go();
			}
			await witness.reach("connected");
			expect(failures(witness)).toEqual(new Set(["dropped"]));
			withoutSecret(witness);
		},
	);

	it("throws us out four times within seconds as our password changes, each time after we know it: no takeover", async () => {
		const own = await start({ release });
		const witness = visit(cell, { port: own.port });
		for (let nth = 1; nth <= 4; nth += 1) {
			await witness.reach("connected");
			const password = `${RIGHT} and new ${nth}`;
			witness.session.credentials({ username: USER, password });
			own.setUsers({ [USER]: password });
			await own.hup();
			await witness.reach("waiting", "dropped");
			await until(() => witness.timer.waiting());
			witness.timer.go();
		}
		await witness.reach("connected");
		expect(failures(witness)).toEqual(new Set(["dropped"]));
		withoutSecret(witness);
	});

	it("throws out who has an old password: dropped, then refused, then healed by the new one", async () => {
		const own = await start({ release });
		const witness = visit(cell, { port: own.port });
		await witness.reach("connected");
		own.setUsers({ [USER]: `${RIGHT} and new` });
		await own.hup();
		await witness.reach("waiting", "dropped");
		witness.timer.go();
		await witness.reach("waiting", "credentials-rejected");
		expect(witness.timer.waits).toEqual([1, 5]);
		witness.session.credentials({ username: USER, password: `${RIGHT} and new` });
		await witness.reach("connected");
		withoutSecret(witness);
	});

	test.each([
		["a changed password", { command: "setClientPassword", username: USER, password: `${RIGHT} and new` }],
		["being disabled", { command: "disableClient", username: USER }],
	])("by dynamic security throws out at once for %s: dropped, then refused", async (_case, command) => {
		const accounts = { [USER]: { password: RIGHT }, admin: { password: RIGHT, publish: ["$CONTROL/#"] } };
		const own = await start({ release, dynamic_security: accounts });
		const witness = visit(cell, { port: own.port });
		await witness.reach("connected");
		const admin = raw(cell, own.port, { clientId: "admin", username: "admin" });
		await admin.publishAsync("$CONTROL/dynamic-security/v1", JSON.stringify({ commands: [command] }), { qos: 1 });
		await admin.endAsync(true);
		await witness.reach("waiting", "dropped");
		witness.timer.go();
		await witness.reach("waiting", "credentials-rejected");
		expect(witness.timer.waits).toEqual([1, 5]);
		withoutSecret(witness);
	});

	it("freezes: dropped by the keepalive, then a timeout, then found again", async () => {
		const own = await start({ release });
		const witness = visit(cell, { port: own.port, keepalive: 1, connect_timeout: 2 });
		await witness.reach("connected");
		own.freeze();
		await witness.reach("waiting", "dropped");
		witness.timer.go();
		await witness.reach("waiting", "timeout");
		expect(witness.timer.waits).toEqual([1, 5]);
		own.thaw();
		witness.timer.go();
		await witness.reach("connected");
		withoutSecret(witness);
	});

	it("lets another program take our client id, and says so only by MQTT 5 of a Mosquitto that is newer than Debian 12's", async () => {
		const { port } = await plain();
		const client_id = `twin-${protocol}`;
		const witness = visit(cell, { port, client_id });
		await witness.reach("connected");
		const frank = release !== "system" && protocol === 5;
		const waits = frank ? [5, 40, 300] : [1, 2, 300];
		for (const [nth, wait] of waits.entries()) {
			const rival = raw(cell, port, { clientId: client_id, username: USER });
			const suspected = nth === 2 ? "taken-over-suspected" : "dropped";
			await witness.reach("waiting", frank ? "taken-over" : suspected);
			expect(witness.timer.waits.at(-1)).toBe(wait);
			await rival.endAsync(true);
			witness.timer.go();
			await witness.reach("connected");
		}
		expect(witness.timer.waits).toEqual(waits);
		withoutSecret(witness);
	});

	test.each([
		["no host", { host: "" }, "Option host: found no value."],
		["a host with a space", { host: "my broker" }, "Option host: found a value that contains a space."],
		["port 0", { port: 0 }, "Option port: found a value that is not between 1 and 65535."],
		["port 70000", { port: 70_000 }, "Option port: found a value that is not between 1 and 65535."],
	])("is not even looked for with %s", async (_case, change, cause) => {
		const mosquitto = await plain();
		const witness = visit(cell, { port: mosquitto.port, ...change });
		await isNotTried(witness, mosquitto, `config-invalid: ${cause}`);
	});
});

/** Every kind of failure that was ever shown. */
const failures = ({ states }: Witness) => new Set(states.flatMap(({ failure }) => failure?.class ?? []));

/** Another program at the same broker. */
const raw = ({ protocol }: Cell, port: number, who: { readonly clientId: string; readonly username: string }) => {
	const client = connect({
		host: "127.0.0.1",
		port,
		protocol: "mqtt",
		protocolVersion: protocol,
		...who,
		password: RIGHT,
		reconnectPeriod: 0,
	});
	return client.on("error", () => undefined);
};

describe.each([
	["MQTT 5", 5],
	["MQTT 3.1.1", 4],
] as const)("no broker, %s:", (_name, protocol) => {
	const cell: Cell = { release: "system", protocol };
	const CLOSED = [0.5, 0.75, 1.125, 1.5, 1.5];

	test.each(["127.0.0.1", "localhost"])("a closed port of %s is unreachable", async (host) => {
		const port = await freePort();
		await endures(visit(cell, { host, port }), { host }, port, {
			failure: "unreachable",
			waits: CLOSED,
			detail: " (ECONNREFUSED)",
		});
	});

	it("a name that does not exist is unreachable, or a timeout where no name server answers", async () => {
		const witness = visit(cell, { host: "broker.invalid", port: 1883 });
		const { failure } = await witness.reach("waiting");
		expect(["unreachable", "timeout"]).toContain(failure?.class);
		withoutSecret(witness);
	});

	it("a firewall that drops what comes is a timeout", async () => {
		const full = await fullPort();
		const witness = visit(cell, { port: full.port, connect_timeout: 0.2 });
		await endures(witness, {}, full.port, { failure: "timeout", waits: [5, 10, 20], detail: " (ETIMEDOUT)" });
		await full.close();
	});

	/** What no Mosquitto here can be made to say: its answer to the login, as the standards have it. */
	const REFUSALS: readonly (readonly [string, number, FailureClass, readonly number[]])[] =
		protocol === 5
			? [
					["unspecified error", 128, "connection-refused", [30, 60, 120]],
					["client id not valid", 133, "client-id-rejected", [60, 120, 240]],
					["bad user name or password", 134, "credentials-rejected", [5, 10, 20, 30]],
					["server unavailable", 136, "broker-busy", [10, 20, 40]],
					["banned", 138, "banned", [300, 600, 900]],
					["quota exceeded", 151, "broker-busy", [10, 20, 40]],
					["connection rate exceeded", 159, "broker-busy", [10, 20, 40]],
				]
			: [
					["identifier rejected", 2, "client-id-rejected", [60, 120, 240]],
					["server unavailable", 3, "broker-busy", [10, 20, 40]],
					["bad user name or password", 4, "credentials-rejected", [5, 10, 20, 30]],
					["a code that does not exist", 99, "connection-refused", [30, 60, 120]],
				];
	test.each(REFUSALS)("a broker that answers the login with %s (%d)", async (_case, code, failure, waits) => {
		thing = await listen((socket) =>
			socket.once("data", () =>
				socket.end(protocol === 5 ? Uint8Array.of(0x20, 3, 0, code, 0) : Uint8Array.of(0x20, 2, 0, code)),
			),
		);
		const { port } = thing;
		await endures(visit(cell, { port }), {}, port, { failure, waits, detail: ` (${code})` });
	});

	test.each([
		["says nothing at all", () => undefined, "timeout", [5, 10, 20], " (connack timeout)"],
		["closes without an answer", "end", "dropped-before-connack", [5, 10, 20], ""],
		["is a web server", "HTTP/1.1 400 Bad Request\r\n\r\n", "not-mqtt", [60, 120, 240], undefined],
		["resets", "reset", "wrong-port-or-tls-mode", [5, 10, 20], " (ECONNRESET)"],
	] as const)("something that %s", async (_case, how, failure, waits, detail) => {
		thing = await listen((socket) =>
			socket.once("data", () => {
				if (how === "end") socket.end();
				else if (how === "reset") socket.resetAndDestroy();
				else if (typeof how === "string") socket.write(how);
			}),
		);
		const { port } = thing;
		const witness = visit(cell, { port, connect_timeout: failure === "timeout" ? 0.2 : 10 });
		await witness.reach("waiting");
		const said = coded(witness.notices, "mqtt_failed")[0]?.facts["detail"];
		await endures(witness, {}, port, { failure, waits, detail: detail ?? ` (${said})` });
		expect(String(said)).not.toMatch(/HTTP|Bad Request/);
	});
});

test("two failures by turns are each waited for by their own patience", async () => {
	const own = await start({ release: "system" });
	const timer = patient();
	const witness = visit(
		{ release: "system", protocol: 5 },
		{ port: own.port, password: `${RIGHT} and new` },
		{ timer },
	);
	await witness.reach("waiting", "credentials-rejected");
	for (const failure of ["unreachable", "credentials-rejected", "unreachable", "credentials-rejected"] as const) {
		await (failure === "unreachable" ? own.kill9() : own.restart());
		timer.go();
		await witness.reach("waiting", failure);
		await until(() => timer.waiting());
	}
	expect(timer.waits).toEqual([5, 0.5, 10, 0.75, 20]);
});
