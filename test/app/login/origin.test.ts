import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from "@jest/globals";
import { accessOf } from "#app/login/access.ts";
import { source } from "#app/login/source.ts";
import { askedOnce } from "#cli/app/asked-once.ts";
import { authority } from "../../fakes/certificates.ts";
import { FakeSupervisor } from "../../fakes/supervisor.ts";
import { said } from "../../texts/said.ts";

const CANARY = "canary-Or-77ac";
const OFFERED = { host: "core-mosquitto", port: 1883, username: "addons", password: CANARY };
const TYPED = { username: "solar", password: "typed-pw" };
const ENV = { MQTT_USERNAME: "env", MQTT_PASSWORD: "env-pw", MQTT_BROKER: "env-host" };

let supervisor: FakeSupervisor;
let folder: string;
beforeAll(async () => {
	supervisor = await FakeSupervisor.start();
});
afterAll(() => supervisor.down());
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "origin-"));
	supervisor.hasNone();
});
afterEach(() => rmSync(folder, { recursive: true }));

type Mqtt = Readonly<Record<string, unknown>>;
const under = () => ({ SUPERVISOR_TOKEN: supervisor.token, SUPERVISOR_URL: supervisor.url });
const sourcedFrom = (mqtt: Mqtt, env: Readonly<Record<string, string>> = {}) => {
	const options = join(folder, "options.json");
	writeFileSync(options, JSON.stringify({ mqtt }));
	const out = new Writable({ write: (_chunk, _encoding, done) => done() });
	const machine = { argv: [], env, cwd: folder, out, err: out, terminal: false, onStop: () => undefined };
	return source(machine, { options, data: folder });
};
const asking = (mqtt: Mqtt, env: Readonly<Record<string, string>> = {}) => {
	const sourced = sourcedFrom(mqtt, env);
	if (sourced.parsed.kind === "invalid") throw new Error(JSON.stringify(sourced.parsed.problems));
	return { sourced, ask: accessOf(sourced, sourced.parsed.options) };
};
const passwordFile = (text: string) => {
	const path = join(folder, "secret");
	writeFileSync(path, text, { mode: 0o600 });
	return path;
};

describe("the login comes", () => {
	test.each<readonly [string, () => Mqtt, () => Readonly<Record<string, string>>, Mqtt]>([
		[
			"from the options, though the Supervisor has one",
			() => ({ host: "mine", ...TYPED }),
			under,
			{ host: "mine", ...TYPED },
		],
		[
			"from the options, though the environment has one",
			() => ({ host: "mine", ...TYPED }),
			() => ENV,
			{ host: "mine", ...TYPED },
		],
		[
			"from a password file, though the Supervisor has one",
			() => ({ host: "mine", username: "solar", password_file: passwordFile("from-file\n") }),
			under,
			{ host: "mine", username: "solar", password: "from-file" },
		],
		["from the Supervisor, host and port too", () => ({ host: "mine", port: 1 }), under, OFFERED],
		["from the Supervisor, before the environment", () => ({}), () => ({ ...ENV, ...under() }), OFFERED],
		["from the Supervisor, where only a user name was typed", () => ({ username: "solar" }), under, OFFERED],
		[
			"from the environment, where there is no Supervisor",
			() => ({}),
			() => ENV,
			{ host: "env-host", username: "env", password: "env-pw" },
		],
	])("%s", async (_, mqtt, env, expected) => {
		supervisor.offers(OFFERED);
		expect((await asking(mqtt(), env()).ask()).access).toMatchObject(expected);
	});

	it("from the environment where the Supervisor has none, until it has named one", async () => {
		const { ask } = asking({}, { ...ENV, ...under() });
		expect(await ask()).toMatchObject({ access: { username: "env" }, finding: { code: "mqtt_service_not_enabled" } });
		supervisor.offers(OFFERED);
		expect((await ask()).access).toMatchObject(OFFERED);
		supervisor.hasNone();
		expect((await ask()).access).toBeUndefined();
	});

	it("and only the Supervisor's own is Home Assistant's to keep", async () => {
		supervisor.offers(OFFERED);
		expect((await asking({}, under()).ask()).access).toMatchObject({ managed: true });
		for (const mqtt of [TYPED, { username: "solar", password_file: passwordFile("from-file\n") }])
			expect((await asking(mqtt, under()).ask()).access).not.toHaveProperty("managed");
		expect((await asking({}, ENV).ask()).access).not.toHaveProperty("managed");
	});

	it("and half a login beside the Supervisor's is told", () => {
		expect(sourcedFrom({ username: "solar" }, under()).complaints).toMatchObject([{ path: "mqtt.password" }]);
		expect(sourcedFrom({ password: CANARY }, under()).complaints).toMatchObject([{ path: "mqtt.username" }]);
		expect(sourcedFrom({}, under()).complaints).toEqual([]);
	});
});

describe("what the Supervisor offers", () => {
	it("is made known to whoever keeps secrets out of the log, each time that it changes", async () => {
		supervisor.offers(OFFERED);
		const { sourced, ask } = asking({}, under());
		await ask();
		supervisor.offers({ ...OFFERED, password: `${CANARY}-2` });
		await ask();
		expect(sourced.secrets).toEqual([supervisor.token, CANARY, `${CANARY}-2`]);
	});

	// #never-used-without-whole
	test.each([
		["no login at all", { host: "other", port: 1883 }],
		["a user name alone", { host: "other", port: 1883, username: "x" }],
		["a line break in the password", { ...OFFERED, password: `${CANARY}\n` }],
		["white space", { ...OFFERED, username: " " }],
	])("is never used without a whole login: %s", async (_, service) => {
		supervisor.offers(service);
		const answer = await asking({}, under()).ask();
		expect(answer).toMatchObject({ finding: { severity: "alarm", code: "mqtt_service_without_login" } });
		expect(answer.access).toBeUndefined();
		expect(inspect(answer, { depth: null })).not.toContain(CANARY);
	});

	it("is used with TLS where it says so, or where the owner says so", async () => {
		supervisor.offers({ ...OFFERED, ssl: true });
		expect((await asking({}, under()).ask()).access?.tls).toEqual({});
		supervisor.offers(OFFERED);
		expect((await asking({}, under()).ask()).access).not.toHaveProperty("tls");
		expect((await asking({ tls: true }, under()).ask()).access?.tls).toEqual({});
	});

	it("is told in words with each of its failures, and these say what to do", async () => {
		supervisor.forbids();
		const { notices } = await asking({}, under()).ask();
		expect(notices).toMatchObject([
			{ level: "error", code: "mqtt_service_failed", facts: { why: "mqtt_service_forbidden" } },
		]);
		expect(said(notices[0])).toMatch(/Reinstall/);
	});
});

describe("a password file", () => {
	it("is read anew each time", async () => {
		const path = passwordFile("one\n");
		const { sourced, ask } = asking({ username: "solar", password_file: path });
		expect((await ask()).access?.password).toBe("one");
		writeFileSync(path, "two\r\n");
		expect((await ask()).access?.password).toBe("two");
		expect(sourced.secrets).toEqual(expect.arrayContaining(["one", "two"]));
	});

	it("that others can read, or that is gone or empty, gives no login, and the next reading may", async () => {
		const path = passwordFile(CANARY);
		const { ask } = asking({ username: "solar", password_file: path });
		for (const spoil of [() => chmodSync(path, 0o644), () => writeFileSync(path, ""), () => rmSync(path)]) {
			spoil();
			const answer = await ask();
			expect(answer).toMatchObject({ finding: { code: "mqtt_credentials_required" }, final: false });
			expect(answer.access).toBeUndefined();
			chmodSync(passwordFile(CANARY), 0o600);
		}
		expect((await ask()).access?.password).toBe(CANARY);
	});
});

describe("certificates", () => {
	it("are read anew each time, and without them there is no connection", async () => {
		const ca = join(folder, "ca.pem");
		const { ask } = asking({ host: "mine", ...TYPED, tls: true, ca });
		expect(await ask()).toMatchObject({ finding: { code: "mqtt_files_unreadable" }, final: false });
		writeFileSync(ca, authority("home").ca);
		expect((await ask()).access?.tls?.ca).toContain("BEGIN CERTIFICATE");
	});
});

describe("without a login", () => {
	const NOBODY = { username: "", password: "", anonymous: true };
	const allowed = { host: "mine", allow_anonymous_broker: true };

	test.each<readonly [string, () => Mqtt]>([
		["it is not allowed", () => ({ host: "mine" })],
		["there is half a login", () => ({ ...allowed, username: "solar" })],
		["there is the other half", () => ({ ...allowed, password: CANARY })],
		["there is a password file that is gone", () => ({ ...allowed, password_file: join(folder, "gone") })],
		["the user name is white space", () => ({ ...allowed, username: " ", password: " " })],
	])("nobody is connected to when %s", async (_, mqtt) => {
		const answer = await asking(mqtt()).ask();
		expect(answer.access).toBeUndefined();
		expect(answer.finding?.code).toBe("mqtt_credentials_required");
	});

	it("it goes as nobody where the owner allowed just that", async () => {
		expect((await asking(allowed).ask()).access).toEqual({ host: "mine", port: 1883, ...NOBODY });
	});

	test.each([
		["typed", { ...allowed, ...TYPED }, {}],
		["the Supervisor's", allowed, undefined],
		["the environment's", allowed, ENV],
	])("the permission has no effect where there is a login: %s", async (_, mqtt, env) => {
		supervisor.offers(OFFERED);
		const { access } = await asking(mqtt, env ?? under()).ask();
		expect(access?.username).not.toBe("");
		expect(access).not.toHaveProperty("anonymous");
	});

	it("a broker that the Supervisor offers so is used as nobody only where that is allowed", async () => {
		supervisor.offers({ host: "other", port: 1883 });
		expect((await asking(allowed, under()).ask()).access).toEqual({ host: "other", port: 1883, ...NOBODY });
	});
});

describe("a command that does not stay", () => {
	it("takes broker and login as they are offered now", async () => {
		supervisor.offers(OFFERED);
		const asked = await askedOnce(sourcedFrom({}, under()));
		expect(asked.login).toEqual({ kind: "complete", login: { username: "addons", password: CANARY } });
		expect(asked.parsed).toMatchObject({ options: { mqtt: { host: "core-mosquitto", port: 1883, tls: false } } });
		expect(asked.secrets).toContain(CANARY);
	});

	it("says why there is none", async () => {
		expect((await askedOnce(sourcedFrom({}, under()))).login).toMatchObject({
			kind: "required",
			found: { code: "mqtt_service_not_enabled" },
		});
	});

	it("asks nobody where the login was typed", async () => {
		const before = supervisor.questions.length;
		await askedOnce(sourcedFrom(TYPED, under()));
		expect(supervisor.questions).toHaveLength(before);
	});
});
