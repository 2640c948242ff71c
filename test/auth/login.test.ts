import { afterAll, afterEach, describe, expect, it, test } from "@jest/globals";
import { probe } from "#mqtt/probe.ts";
import { broker, closeAll, patient, until, watch } from "../mqtt/witness.ts";
import { endures, house, isNotTried, MATRIX, RIGHT, stopBrokers, USER, visit, WRONG, withoutSecret } from "./matrix.ts";

afterEach(closeAll);
afterAll(stopBrokers);

const LONG = `${RIGHT}${"x".repeat(65_535 - Buffer.byteLength(RIGHT))}`;
const REFUSED = { failure: "credentials-rejected", waits: [5, 10, 20, 30, 30] } as const;

describe.each(MATRIX)("%s", (_name, cell) => {
	const { release, protocol } = cell;
	const users = { [USER]: RIGHT, nfc: `${RIGHT} \u00e9`, void: "" };
	const plain = () => house("plain", { release, users });
	const detail = protocol === 5 ? " (135)" : " (5)";

	it("lets the right login in", async () => {
		const witness = visit(cell, { port: (await plain()).port });
		expect(await witness.reach("connected")).toMatchObject({ protocol });
		withoutSecret(witness);
	});

	test.each([
		["a wrong password", { password: WRONG }],
		["a user that does not exist", { username: "nobody", password: WRONG }],
		["a user whose stored password is the empty one", { username: "void", password: WRONG }],
		["another way to write the same letter", { username: "nfc", password: `${RIGHT} e\u0301` }],
		["a password of 65535 bytes", { password: LONG }],
	])("refuses %s, and does not say why", async (_case, who) => {
		const { port } = await plain();
		await endures(visit(cell, { port, ...who }), who, port, { ...REFUSED, detail });
	});

	it("refuses a client id outside its prefixes in the very words of a wrong password", async () => {
		const { port } = await house("prefixes", { release, more: ["clientid_prefixes secure-"] });
		await endures(visit(cell, { port }), {}, port, { ...REFUSED, detail });
		await visit(cell, { port, client_id: `secure-${protocol}` }).reach("connected");
	});

	test.each([
		["no password", { password: "" }, "Option password: found an empty value."],
		["no user name", { username: "" }, "Option username: found an empty value."],
		["neither", { username: "", password: "" }, "Option username: found an empty value."],
		["a number as password", JSON.parse('{"password":1234}'), "Option password: found a value that is not text."],
		[
			"a NUL in the user name",
			{ username: "so\0lar" },
			"Option username: found a value that contains a NUL character.",
		],
		[
			"a line end in the user name",
			{ username: "solar\n" },
			"Option username: found a value that contains a control character",
		],
		[
			"a NUL in the password",
			{ password: `${RIGHT}\0junk` },
			"Option password: found a value that contains a NUL character.",
		],
		[
			"a line end in the password",
			{ password: `${RIGHT}\n` },
			"Option password: found a value that contains a control character",
		],
		[
			"a password of 65536 bytes",
			{ password: `${LONG}x` },
			"Option password: found a value that is longer than 65535 bytes.",
		],
		[
			"a user name of 65536 bytes",
			{ username: "u".repeat(65_536) },
			"Option username: found a value that is longer than 65535 bytes.",
		],
	])("is not even asked with %s", async (_case, who, cause) => {
		const mosquitto = await plain();
		const wanted = cause.endsWith(".") ? cause : `${cause} (perhaps a line end from a file).`;
		await isNotTried(visit(cell, { port: mosquitto.port, ...who }), mosquitto, `config-invalid: ${wanted}`);
	});

	it("turns away who comes without a login, which only a check does", async () => {
		const { port } = await plain();
		const nobody = broker({ port, username: "", password: "" });
		const probed = await probe(nobody, { protocol, timeout: 2 }, async () => 0);
		expect(probed).toEqual({ kind: "refused", class: "not-authorized", detail: detail.replace(/[ ()]/g, "") });
	});

	it("is joined at once when the right password is given", async () => {
		const witness = visit(cell, { port: (await plain()).port, password: WRONG });
		await witness.reach("waiting", "credentials-rejected");
		witness.session.credentials({ username: USER, password: RIGHT });
		await witness.reach("connected");
		withoutSecret(witness);
	});
});

/** What only one of the brokers, or no real one, can be made to say. */
describe("Mosquitto 2.1", () => {
	const release = "2.1";

	test.each([
		["MQTT 5 refused: 3.1.1 is spoken, and nothing is said about it", "4", 4],
		["3.1.1 refused: MQTT 5 is spoken", "5", 5],
	] as const)("%s", async (_case, accepted, spoken) => {
		const { port } = await house(`only ${accepted}`, { release, more: [`accept_protocol_versions ${accepted}`] });
		for (const protocol of [5, 4] as const) {
			const { reach, notices, timer } = visit({ release, protocol }, { port });
			expect(await reach("connected")).toMatchObject({ protocol: spoken });
			expect(notices.map(({ code }) => code)).toEqual(["mqtt_connected"]);
			expect(timer.waits).toEqual([]);
		}
	});

	it("that speaks neither is asked in both, and then left alone", async () => {
		const { port } = await house("ancient", { release, more: ["accept_protocol_versions 3"] });
		const witness = visit({ release, protocol: 5 }, { port });
		await endures(witness, {}, port, { failure: "protocol-unsupported", waits: [60, 120, 240], detail: " (1)" });
	});

	it("with a shorter keepalive refuses our client id by 3.1.1, and names its own by MQTT 5", async () => {
		const { port } = await house("impatient", { release, more: ["max_keepalive 10"] });
		const witness = visit({ release, protocol: 4 }, { port });
		await endures(witness, {}, port, { failure: "client-id-rejected", waits: [60, 120], detail: " (2)" });
		await visit({ release, protocol: 5 }, { port }).reach("connected");
	});

	it("that is full says so by MQTT 5, and drops us by 3.1.1", async () => {
		const { port } = await house("full", { release, more: ["global_max_clients 1"] });
		const first = visit({ release, protocol: 5 }, { port });
		await first.reach("connected");
		await endures(visit({ release, protocol: 5 }, { port }), {}, port, {
			failure: "broker-busy",
			waits: [10, 20, 40],
			detail: " (137)",
		});
		await endures(visit({ release, protocol: 4 }, { port }), {}, port, {
			failure: "dropped-before-connack",
			waits: [5, 10, 20],
			detail: "",
		});
	});

	it("that closes at once is not called a refusal, whether or not our login was on its way by then", async () => {
		const { port } = await house("one", { release, more: ["max_connections 1"] });
		// It may not have forgotten yet who asked whether it was up.
		await visit({ release, protocol: 5 }, { port }, { timer: patient({ hurry: true }) }).reach("connected");
		for (const protocol of [5, 4] as const) {
			const witness = visit({ release, protocol }, { port });
			const { failure } = await witness.reach("waiting");
			expect(["dropped-before-connack", "wrong-port-or-tls-mode"]).toContain(failure?.class);
			expect(witness.timer.waits).toEqual([5]);
			withoutSecret(witness);
		}
	});
});

test("a login that is wrong for an hour is tried as often as is bearable, by the clock", async () => {
	const { port } = await house("plain", { release: "system" });
	const timer = patient();
	let clock = 0;
	const { reach } = watch(broker({ port, password: WRONG }), { timer, now: () => clock });
	const attempts: number[] = [0];
	while (clock < 3600) {
		await until(() => timer.waits.length === attempts.length);
		await reach("waiting", "credentials-rejected");
		clock += timer.waits.at(-1) ?? 0;
		attempts.push(clock);
		timer.go();
	}
	const within = (from: number, to: number) => attempts.filter((at) => at >= from && at < to).length;
	expect(within(0, 60)).toBeLessThanOrEqual(8);
	for (let from = 60; from < 3540; from += 1) expect(within(from, from + 60)).toBeLessThanOrEqual(2);
});
