import { afterEach, describe, expect, it, jest, test } from "@jest/globals";
import fc from "fast-check";
import type { Alert } from "#broker/log/alert.ts";
import { ownOf } from "#broker/log/count/own.ts";
import { Times } from "#broker/log/count/times.ts";
import type { Release } from "#broker/log/read/release.ts";
import { Watch } from "#broker/log/watch.ts";

afterEach(() => {
	jest.restoreAllMocks();
});

const T = 1_700_000_000;
const NOBODY = ownOf(() => false);

/** Hears lines at these seconds after the beginning, and gives all that was told. */
function hearing(release: Release | undefined, own = NOBODY) {
	const watch = new Watch({ own, ...(release && { release }) });
	const told: Alert[] = [];
	const hear = (text: string, after = 0) => void told.push(...watch.hear(`${T + after}: ${text}`, T + after));
	return { watch, told, hear };
}
const kinds = (told: readonly Alert[]) => told.map(({ kind }) => kind);
const times = (n: number, act: (i: number) => void) => Array.from({ length: n }, (_, i) => i).forEach(act);

const refused21 = (address: string, id = "me", port = 1000) =>
	`Client ${id} [${address}:${port}] disconnected: not authorised.`;
const login = (address: string, id: string, user?: string) =>
	`New client connected from ${address}:1000 as ${id} (p5, c1, k60${user === undefined ? "" : `, u'${user}'`}).`;
const connack = (address: string) => `Sending CONNACK to ${address} (0, 5)`;
const UNKNOWN = "Client <unknown> disconnected, not authorised.";

describe("refusals", () => {
	test("of one address become an attack at the tenth in five minutes, told once in ten, with the figures of now", () => {
		const { watch, told, hear } = hearing("2.1");
		times(9, (i) => hear(refused21("10.0.0.5"), i));
		expect(told).toEqual([]);
		times(100, (i) => hear(refused21("10.0.0.5"), 10 + i));
		expect(told).toEqual([
			{ kind: "brute_force", at: T + 10, count: 10, window: 300, address: "10.0.0.5", client: "me" },
		]);
		expect(watch.standing(T + 110)).toMatchObject([{ kind: "brute_force", count: 109, at: T + 10 }]);
		expect(watch.standing(T + 109 + 300)).toEqual([]);
		hear(refused21("10.0.0.5"), 610);
		times(9, () => hear(refused21("10.0.0.5"), 611));
		expect(kinds(told)).toEqual(["brute_force", "brute_force"]);
		expect(watch.heard).toMatchObject({ refusals: 119, by_address: { "10.0.0.5": 119 } });
	});

	test("few enough within five minutes are none", () => {
		const { told, hear } = hearing("2.1");
		times(50, (i) => hear(refused21("10.0.0.5"), i * 34));
		expect(told).toEqual([]);
	});

	// #many-addresses-few-each
	test("of many addresses, few from each, are told of together", () => {
		const { told, hear } = hearing("2.1");
		times(30, (i) => hear(refused21(`10.0.0.${i % 10}`), i * 2));
		expect(told).toMatchObject([{ kind: "credential_stuffing", count: 20, addresses: expect.any(Array) }]);
		expect(told[0]?.addresses).toHaveLength(10);
	});

	test("of 2.0 count once where debug says the address, and are told of without it where it does not", () => {
		const debug = hearing("2.0");
		times(12, () => {
			debug.hear(connack("10.0.0.5"));
			debug.hear(UNKNOWN);
		});
		expect(debug.watch.heard).toMatchObject({ refusals: 12, unattributed: 0, by_address: { "10.0.0.5": 12 } });
		expect(kinds(debug.told)).toEqual(["brute_force"]);
		const plain = hearing("2.0");
		times(12, () => plain.hear(UNKNOWN));
		expect(plain.watch.heard).toMatchObject({ refusals: 12, unattributed: 12, by_address: {} });
		expect(kinds(plain.told)).toEqual(["refusals_without_address"]);
	});

	test("are read in the words of the release that the log names at each start", () => {
		const { watch, hear } = hearing(undefined);
		hear(connack("10.0.0.9"));
		expect(watch.heard).toMatchObject({ refusals: 0 });
		hear("mosquitto version 2.1.2 starting");
		hear(refused21("10.0.0.5"));
		hear("mosquitto version 2.0.11 starting");
		hear(connack("10.0.0.6"));
		hear(UNKNOWN);
		expect(watch.heard).toMatchObject({ release: "2.0", by_address: { "10.0.0.5": 1, "10.0.0.6": 1 } });
	});
});

describe("refusals of 2.0.13 and later", () => {
	const V = "mosquitto version 2.0.21 starting";
	const came = (address: string, port: number) => `New connection from ${address}:${port} on port 1883.`;
	const refused = (id: string) => `Client ${id} disconnected, not authorised.`;

	// #alone-has-connection-open
	test("are of the address that alone has a connection open, and of nobody where there are two", () => {
		const { watch, hear } = hearing(undefined);
		for (const line of [V, came("10.0.0.5", 1), refused("a"), came("10.0.0.5", 2), came("10.0.0.6", 3), refused("b")])
			hear(line);
		expect(watch.heard).toMatchObject({ refusals: 2, unattributed: 1, by_address: { "10.0.0.5": 1 }, refused_ids: 2 });
		// Who logged in waits no more; who was silent for two minutes is gone.
		hear("New client connected from 10.0.0.6:3 as hall (p2, c1, k60, u'hall').");
		hear(came("10.0.0.5", 9));
		hear(refused("c"));
		expect(watch.heard.by_address).toEqual({ "10.0.0.5": 2 });
		hear(came("10.0.0.7", 4), 10);
		hear(came("10.0.0.8", 5), 140);
		hear(refused("d"), 141);
		expect(watch.heard.by_address).toEqual({ "10.0.0.5": 2, "10.0.0.8": 1 });
	});

	test("are alarmed of at ten, without an address too", () => {
		const { told, hear } = hearing(undefined);
		hear(V);
		times(10, (i) => hear(refused(`scan-${i}`)));
		expect(kinds(told)).toEqual(["refusals_without_address"]);
		times(10, (i) => {
			hear(came("10.0.0.5", i), 1);
			hear(refused("scan"), 1);
		});
		expect(told.at(-1)).toMatchObject({ kind: "brute_force", address: "10.0.0.5", client: "scan" });
	});

	test("count once where debug says them twice, and an id that is an address is an id", () => {
		const { watch, hear } = hearing(undefined);
		hear(V);
		times(12, (i) => {
			hear(came("10.0.0.5", i));
			hear("Sending CONNACK to 10.0.0.9 (0, 5)");
			hear(refused("10.0.0.9"));
		});
		expect(watch.heard).toMatchObject({ refusals: 12, by_address: { "10.0.0.5": 12 } });
	});

	test("over websockets are known by the id that nobody was let in with", () => {
		const { watch, hear } = hearing(undefined);
		hear(V);
		hear("New client connected from 10.0.0.6:3 as page (p2, c1, k60, u'hall').");
		hear("Client page already connected, closing old connection.");
		hear("New client connected from 10.0.0.6:4 as page (p2, c1, k60, u'hall').");
		hear("Client page closed its connection.");
		hear("Client page closed its connection.");
		expect(watch.heard.refusals).toBe(0);
		hear("Client scan closed its connection.");
		hear("Client <unknown> closed its connection.");
		expect(watch.heard).toMatchObject({ refusals: 1, unattributed: 1 });
	});

	test("cut lines are not believed", () => {
		const { watch, hear } = hearing(undefined);
		hear(V);
		hear(`Client ${"a".repeat(950)} disconnected, not authorised.`);
		expect(watch.heard).toMatchObject({ refusals: 0, cut: 1 });
	});
});

test("of 2.0.11 with use_username_as_clientid an id that is an address blames nobody there", () => {
	const { watch, hear } = hearing("2.0");
	times(12, () => {
		hear(connack("10.0.0.9"));
		hear("Client 10.0.0.9 disconnected, not authorised.");
	});
	expect(watch.heard).toMatchObject({ refusals: 12, unattributed: 12, by_address: {} });
});

test.each([
	["2.0", UNKNOWN],
	["2.0", "Client scan disconnected, not authorised."],
	["2.1", refused21("10.0.0.5", "scan")],
])("a log that begins in the middle is %s by its first refusal: %s", (release, line) => {
	const { watch, hear } = hearing(undefined);
	times(3, () => hear(line));
	expect(watch.heard).toMatchObject({ release, refusals: 3 });
});

describe("our own audit", () => {
	test("is known by its marks where the log has ids, each once", () => {
		const used = new Set<string>();
		const recognise = (id: string) => id.startsWith("mark") && !used.has(id) && used.add(id) !== undefined;
		const { watch, told, hear } = hearing("2.1", ownOf(recognise));
		times(20, (i) => hear(refused21("127.0.0.1", `mark${i}`)));
		expect(watch.heard).toMatchObject({ refusals: 0, own_refusals: 20 });
		times(20, (i) => hear(refused21("127.0.0.1", `mark${i}`)));
		expect(watch.heard).toMatchObject({ refusals: 20, own_refusals: 20 });
		expect(kinds(told)).toEqual(["brute_force"]);
	});

	const logins = [0, 1].map((i) => ({ at: new Date((T + i) * 1000).toISOString(), from: `127.0.0.1:${5000 + i}` }));

	// #known-when-where-came
	test("is known by when and from where it came on 2.0, each login once, and nobody hides behind it", () => {
		const { watch, hear } = hearing(
			"2.0",
			ownOf(
				() => false,
				() => logins,
			),
		);
		for (const address of ["10.0.0.5", "::ffff:127.0.0.1", "127.0.0.1", "127.0.0.1"]) {
			hear(connack(address), 1);
			hear(UNKNOWN, 1);
		}
		expect(watch.heard).toMatchObject({ own_refusals: 2, by_address: { "10.0.0.5": 1, "127.0.0.1": 1 } });
		hear(connack("127.0.0.1"), 600);
		expect(watch.heard).toMatchObject({ own_refusals: 2 });
	});

	test("is known by when it came where 2.0 says no address at all", () => {
		const { watch, hear } = hearing(
			"2.0",
			ownOf(
				() => false,
				() => logins,
			),
		);
		times(3, () => hear(UNKNOWN, 1));
		expect(watch.heard).toMatchObject({ own_refusals: 2, refusals: 1 });
	});
});

describe("connections, handshakes and ids around our own audit", () => {
	const login = { at: new Date(T * 1000).toISOString(), from: "127.0.0.1:5000", client_id: "mark" };
	const audited = () =>
		hearing(
			"2.1",
			ownOf(
				() => false,
				() => [login],
			),
		);
	const busy = (hear: (text: string, after?: number) => void, address: string, after: number) => {
		times(120, (i) => hear(`New connection from ${address}:${i} on port 1883.`, after));
		times(10, () => hear(`Client ${address} [${address}:1] disconnected: protocol error.`, after));
		times(3, () => hear(`Client pump [${address}:1] disconnected: session taken over.`, after));
	};

	test("from our address, within half a minute, are no alarm", () => {
		const { told, hear } = audited();
		busy(hear, "127.0.0.1", 30);
		expect(told).toEqual([]);
		busy(hear, "127.0.0.1", 31);
		expect(kinds(told)).toEqual(["connection_flood", "port_scan", "client_id_fight"]);
	});

	test("from elsewhere are", () => {
		const { told, hear } = audited();
		busy(hear, "10.0.0.5", 1);
		expect(kinds(told)).toEqual(["connection_flood", "port_scan", "client_id_fight"]);
	});
});

describe("what else is told of", () => {
	// #user-comes-elsewhere-once
	test("a user who comes from elsewhere, once for each place; of IPv6 the network is the place", () => {
		const { watch, told, hear } = hearing("2.1");
		watch.learn(`${T}: ${login("10.0.0.9", "hall", "hall")}`);
		hear(login("10.0.0.5", "a", "alice"));
		hear(login("10.0.0.5", "b", "alice"));
		hear(login("10.0.0.6", "b", "alice"));
		hear(login("10.0.0.6", "b", "alice"));
		hear(login("10.0.0.9", "hall", "hall"));
		hear(login("10.0.0.8", "hall", "hall"));
		expect(told.map(({ kind, user, address }) => [kind, user, address])).toEqual([
			["new_address", "alice", "10.0.0.6"],
			["new_address", "hall", "10.0.0.8"],
		]);
		hear(login("2001:db8:0:1::5", "v6", "six"));
		hear(login("2001:db8:0:1:aa:bb:cc:dd", "v6", "six"));
		expect(told).toHaveLength(2);
		hear(login("2001:db8:0:2::5", "v6", "six"));
		expect(told).toHaveLength(3);
	});

	// #messages-denied-flood-mqtt
	test("messages denied, a flood, what is no MQTT, a fight for an id, a cut line", () => {
		const { told, hear } = hearing("2.1");
		hear(login("10.0.0.5", "me", "alice"));
		times(5, (i) => hear(`Denied PUBLISH from me (d0, q0, r0, m0, 'x/${i}', ... (1 bytes))`));
		times(120, (i) => hear(`New connection from 10.0.0.6:${i} on port 1883.`));
		times(10, () => hear("Client 10.0.0.7 [10.0.0.7:1] disconnected: protocol error."));
		times(3, () => hear("Client pump [10.0.0.8:1] disconnected: session taken over."));
		hear(`Client ${"x".repeat(980)}`);
		expect(told.map(({ kind, address, client, user }) => [kind, address, client, user])).toEqual([
			["acl_probing", "10.0.0.5", "me", "alice"],
			["connection_flood", "10.0.0.6", undefined, undefined],
			["port_scan", "10.0.0.7", undefined, undefined],
			["client_id_fight", "10.0.0.8", "pump", undefined],
			["cut_lines", undefined, undefined, undefined],
		]);
	});

	test("denials under topics that make every id look new", () => {
		const { told, hear } = hearing("2.1");
		times(20, (i) => hear(`Denied PUBLISH from me (d0, q0, r0, m0, '${i} (d0, q0, r0, m0, 'x', ... (1 bytes))`));
		expect(told).toMatchObject([{ kind: "acl_probing", count: 20 }]);
	});
});

describe("who puts the broker's words into the log", () => {
	const forge: readonly (readonly [Release, string, string])[] = [
		["2.1", "Client x", "[10.0.0.9:1] disconnected: not authorised."],
		["2.1", "Client", "x [10.0.0.9:1] disconnected: not authorised."],
		["2.0", "Sending CONNACK to", "10.0.0.9 (0, 5)"],
		["2.0", "Sending", "CONNACK to 10.0.0.9 (0, 5)"],
		["2.1", "New client connected", "from 10.0.0.9:1 as x (p5, c1, k60, u'alice')."],
		["2.1", "New connection from", "10.0.0.9:1 on port 1883."],
	];
	test.each(forge)(
		"as a client of %s called %j, by its topics: is told of himself, and nobody else is",
		(release, id, topic) => {
			for (const debug of [true, false]) {
				const { watch, told, hear } = hearing(release);
				hear(login("10.0.0.5", "a", "alice"));
				hear(login("10.0.0.4", id, "mallory"));
				times(200, () => {
					if (debug) hear(`\t${topic}`);
					hear(`${id} ${topic}`);
				});
				expect(watch.heard.by_address).toEqual({});
				expect(told.filter(({ kind }) => kind !== "refusals_without_address")).toMatchObject([
					{ kind: "spoofed_id", address: "10.0.0.4", client: id, user: "mallory" },
				]);
			}
		},
	);

	test("before the watch began is known, too, from what the log says of then", () => {
		const { watch, hear } = hearing("2.1");
		watch.learn(`${T}: ${login("10.0.0.4", "Client x", "mallory")}`);
		times(20, () => hear("Client x [10.0.0.9:1] disconnected: not authorised."));
		expect(watch.heard).toMatchObject({ by_address: {}, unattributed: 20 });
	});

	test("does not hide who is refused under other ids", () => {
		const { watch, hear } = hearing("2.1");
		hear(login("10.0.0.4", "Client x", "mallory"));
		hear(refused21("10.0.0.9", "y"));
		expect(watch.heard.by_address).toEqual({ "10.0.0.9": 1 });
	});
});

/** What a client may call itself, the broker's own words first of all; of any length, in any script. */
const id = fc.oneof(
	{ weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
	fc.constantFrom(
		"x [10.0.0.9:1] disconnected: not authorised.",
		"10.0.0.9",
		"Client x",
		"<unknown>",
		"a (p5, c1, k60, u'root')",
		"x [10.0.0.9:1] disconnected: session taken over. [10.0.0.9:2]",
		"10.0.0.9 (0, 5)",
	),
	fc.nat({ max: 1100 }).map((n) => `${"b".repeat(n)} [10.0.0.9:1] disconnected: not authorised.${"c".repeat(60)}`),
	fc.nat({ max: 500 }).map((n) => `${"ä".repeat(n)} [10.0.0.9:1] disconnected: not authorised.${"ö".repeat(60)}`),
);
/** As Mosquitto cuts: at 999 bytes, wherever that is. */
const cut = (line: string) => Buffer.from(line).subarray(0, 999).toString("utf8");
const event = fc.constantFrom("refused", "closed", "in", "garbage", "noise", "forged");

describe("10,000 lines of whatever", () => {
	// #blame-nobody-did-nothing
	it.each(["2.0", "2.0.13", "2.1"] as const)(
		"of %s blame nobody who did nothing, and break nothing (property)",
		(release) => {
			let lines = 0;
			fc.assert(
				fc.property(fc.array(fc.tuple(id, event, fc.nat(3)), { minLength: 50, maxLength: 150 }), (all) => {
					const { watch, told } = hearing(release);
					let at = T;
					const truth = new Map<string, number>();
					for (const [client, what, n] of all) {
						const address = `192.168.1.${n}`;
						at++;
						for (const text of linesOf(release, client, what, address)) {
							lines++;
							told.push(...watch.hear(cut(`${at}: ${text}`), at));
						}
						if (what === "refused") truth.set(address, (truth.get(address) ?? 0) + 1);
					}
					const { by_address, refusals, cut: lost } = watch.heard;
					for (const [address, count] of Object.entries(by_address)) {
						expect(truth.has(address)).toBe(true);
						expect(count).toBeLessThanOrEqual(truth.get(address) ?? 0);
					}
					for (const { address } of told) expect(address ?? "192.168.1.").toContain("192.168.1.");
					const sum = [...truth.values()].reduce((a, b) => a + b, 0);
					// What is cut off may be a refusal; nothing else is lost, and nothing is counted twice.
					expect(refusals + (release === "2.0" ? 0 : lost)).toBeGreaterThanOrEqual(sum);
					expect(refusals).toBeLessThanOrEqual(sum);
				}),
				{ numRuns: 100 },
			);
			expect(lines).toBeGreaterThan(10_000);
		},
	);

	it("that are no lines of Mosquitto at all break nothing, either (property)", () => {
		const { watch } = hearing("2.1");
		const bytes = fc.uint8Array({ maxLength: 400 }).map((raw) => Buffer.from(raw).toString("utf8"));
		const near = fc.tuple(fc.constantFrom("Client ", "Sending CONNACK to ", "New client connected from ", "\t"), bytes);
		fc.assert(
			fc.property(
				fc.oneof(
					bytes,
					near.map(([begin, end]) => `${begin}${end}`),
				),
				(text) => {
					expect(() => watch.hear(text, T)).not.toThrow();
				},
			),
			{ numRuns: 10_000 },
		);
		expect(watch.heard.by_address).toEqual({});
	});

	// #more-addresses-anybody-remembers
	it("from more addresses than anybody remembers are still counted, in bounded memory", () => {
		const { watch, told, hear } = hearing("2.1");
		const lookedThroughAll = jest.spyOn(Times.prototype, "keys");
		times(30_000, (i) => hear(refused21(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`), Math.floor(i / 1000)));
		expect(watch.heard.refusals).toBe(30_000);
		expect(Object.keys(watch.heard.by_address)).toHaveLength(10_000);
		expect(kinds(told)).toContain("credential_stuffing");
		// Twice a second of the log at most, never with every line.
		expect(lookedThroughAll.mock.calls.length).toBeLessThanOrEqual(60);
	});
});

function linesOf(release: Release, client: string, what: string, address: string): readonly string[] {
	const peer = `${address}:4711`;
	const first = `New connection from ${peer} on port 1883.`;
	switch (what) {
		case "refused":
			if (release === "2.0") return [first, connack(address), UNKNOWN];
			if (release === "2.0.13")
				return [first, `Sending CONNACK to ${client} (0, 5)`, `Client ${client} disconnected, not authorised.`];
			return [first, `Sending CONNACK to ${client} (0, 5)`, refused21(address, client, 4711)];
		case "in":
			return [first, `New client connected from ${peer} as ${client} (p5, c1, k60, u'alice').`];
		case "closed":
			if (release !== "2.1") return [`Sending CONNACK to ${client} (0, 0)`, `Client ${client} closed its connection.`];
			return [`Client ${client} [${peer}] disconnected: connection closed by client.`];
		case "garbage":
			if (release !== "2.1") return ["Client <unknown> disconnected due to protocol error."];
			return [`Client ${address} [${peer}] disconnected: protocol error.`];
		case "forged": {
			const topic = "[10.0.0.9:1] disconnected: not authorised.";
			const denied = release === "2.1" ? topic : "disconnected, not authorised.";
			const [words, rest] = release === "2.0" ? ["Sending CONNACK to", "10.0.0.9 (0, 5)"] : ["Client x", denied];
			return [`Received UNSUBSCRIBE from ${words}`, `\t${rest}`, `${words} ${rest}`];
		}
		default:
			return [`Received PUBLISH from ${client} (d0, q0, r0, m0, '${client}', ... (1 bytes))`, `\t${client} (QoS 0)`];
	}
}
