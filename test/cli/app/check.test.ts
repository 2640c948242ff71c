import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Machine } from "#app/machine.ts";
import { type CheckFlags, check } from "#cli/app/check/check.ts";
import { authority } from "../../fakes/certificates.ts";
import { freePort, type Mosquitto, type MosquittoOptions, startMosquitto } from "../../fakes/mosquitto.ts";
import { listen } from "../../mqtt/listener.ts";

const CANARY = "c4n4ry-p@ss word";
const USER = "solar";
const LOGIN = { [USER]: CANARY };
const ROOT = join(import.meta.dirname, "../../..");

let folder: string;
let houses: Mosquitto[] = [];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "check-"));
});
afterEach(async () => {
	await Promise.all(houses.map((house) => house.stop()));
	houses = [];
	rmSync(folder, { recursive: true });
});

const house = async (options: MosquittoOptions) => {
	const started = await startMosquitto(options);
	houses.push(started);
	return started;
};

interface Said {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}
/** The law of this whole file: nothing of the password is ever said, in any writing. */
const secretive = (text: string) => {
	for (const writing of [CANARY, "c4n4ry", encodeURIComponent(CANARY), Buffer.from(CANARY).toString("base64")])
		expect(text).not.toContain(writing);
};

const ran = async (flags: CheckFlags, env: Machine["env"] = {}): Promise<Said> => {
	const heard = { out: "", err: "" };
	const ear = (name: "out" | "err") =>
		new Writable({
			write(chunk, _, done) {
				heard[name] += chunk;
				done();
			},
		});
	const machine: Machine = {
		argv: [],
		env: { HOME: folder, ...env },
		cwd: folder,
		out: ear("out"),
		err: ear("err"),
		terminal: false,
		onStop: () => undefined,
	};
	const code = await check(machine, { ...flags, options: optionsFile, data: join(folder, "data") });
	secretive(heard.out + heard.err);
	return { code, ...heard };
};
let optionsFile = "";
/** Some plant: without sensors there would be a note. */
const SENSORS = [{ id: "tank", role: "tank", source: "simulated:tank" }];
const options = (mqtt: Readonly<Record<string, unknown>>, rest: Readonly<Record<string, unknown>> = {}) => {
	optionsFile = join(folder, "solar.json");
	writeFileSync(optionsFile, JSON.stringify({ mqtt: { host: "127.0.0.1", ...mqtt }, sensors: SENSORS, ...rest }), {
		mode: 0o600,
	});
};
const login = (port: number, more: Readonly<Record<string, unknown>> = {}) =>
	options({ port, username: USER, password: CANARY, ...more });
const stepsIn = ({ out }: Said): readonly Record<string, string>[] => JSON.parse(out).steps;
const failed = (said: Said) =>
	stepsIn(said)
		.filter(({ status }) => status === "fail")
		.map(({ id, class: c }) => `${id} ${c}`);

describe("check", () => {
	// #says-ok-line-line
	it("says ok line by line for a good broker, in the words that owners search for, and exits 0", async () => {
		const { port } = await house({ users: LOGIN });
		login(port);
		const { code, out, err } = await ran({});
		expect(code).toBe(0);
		expect(err).toBe("");
		expect(out).toContain(`MQTT Connection Successful - Broker: 127.0.0.1:${port}, User: ${USER}`);
		expect(out).toMatch(/^ok {6}options: Solar Heating \d/);
		expect(out).toMatch(/\nok {6}wrong_password_refused: .*Enforced\.\n/);
		expect(out).toMatch(/\nAll in order: .*\n$/);
		expect(out).not.toContain("FAIL");
	});

	it("as JSON has exactly the fields that scripts were promised", async () => {
		const { port } = await house({ users: LOGIN });
		login(port);
		const said = await ran({ json: true });
		const whole = JSON.parse(said.out);
		expect(Object.keys(whole)).toEqual(["ok", "steps"]);
		expect(whole.ok).toBe(true);
		for (const step of whole.steps)
			expect(Object.keys(step)).toEqual(["id", "status", "class", "message", "remedy", "facts", "says", "mend"]);
		expect(whole.steps.map(({ id }: { id: string }) => id)).toEqual([
			"options",
			"credentials",
			"secret_files",
			"dns",
			"tcp",
			"tls",
			"plaintext_refused",
			"old_tls_refused",
			"login",
			"subscribe",
			"publish",
			"will",
			"anonymous_refused",
			"wrong_password_refused",
			"random_user_refused",
			"listeners",
			"acl_write_escape",
			"acl_read_escape",
			"client_id_theft",
			"broker_outdated",
		]);
	});

	it("says that a change of the password was broken off, and how to finish it", async () => {
		const { port } = await house({ users: LOGIN });
		const password_file = join(folder, "password");
		writeFileSync(password_file, `${CANARY}\n`, { mode: 0o600 });
		options({ port, username: USER, password_file });
		expect(await ran({})).toMatchObject({ code: 0 });
		writeFileSync(`${password_file}.next`, "another one\n", { mode: 0o600 });
		const { code, out } = await ran({});
		expect(code).toBe(2);
		expect(out).toMatch(
			/^FAIL {4}options: mqtt\.password_file: .*password\.next"\.\n.*interrupted.*solar-heating broker rotate\n/,
		);
		expect(out).not.toContain("another one");
	});

	it("marks what is no failure and yet to be known, and names it at the end", async () => {
		const { port } = await house({ users: LOGIN });
		login(port);
		const { code, out } = await ran({});
		expect(code).toBe(0);
		expect(out).toMatch(
			/\nnote {4}acl_write_escape: .* without access rules: [^\n]*\n {10}Anyone who obtains this login/,
		);
		expect(out).toMatch(/\nAll in order: .* To know: see acl_write_escape, acl_read_escape, broker_outdated\.\n$/);
	});

	it("notes what is valid and cannot work as it is meant, as run does, and exits 0", async () => {
		const { port } = await house({ users: LOGIN });
		const mqtt = { port, username: USER, password: CANARY };
		options(mqtt, { site: { time_zone: "Europe/Stokholm" } });
		const { code, out } = await ran({});
		expect(out).toMatch(
			/^note {4}options: Solar Heating .*\bsite\.time_zone: found "Europe\/Stokholm"\.\n {10}There is no such time zone.*\n/,
		);
		expect(out).toMatch(/ To know: see options, [^\n]*\n$/);
		expect(code).toBe(0);
		options(mqtt, { site: { time_zone: "Europe/Stockholm" } });
		expect(stepsIn(await ran({ json: true }))[0]).toMatchObject({ id: "options", status: "ok", class: "ok" });
		options(mqtt, {
			site: { time_zone: "CEST" },
			boil_stop: { stop_at: 110, release_below: 95 },
			collector_cooling: { start_at: 110 },
		});
		expect(stepsIn(await ran({ json: true }))[0]).toMatchObject({
			...{ status: "ok", class: "options-note", facts: { notes: 2 } },
			remedy: expect.stringMatching(/^collector_cooling\.start_at: .*site\.time_zone: /s),
		});
	});

	it("sends strangers to each listener that it is told of", async () => {
		const { port } = await house({ users: LOGIN });
		const { port: open } = await house({ allow_anonymous: true });
		login(port);
		const said = await ran({ json: true, listener: [{ host: "127.0.0.1", port: open, tls: false }] });
		expect(said.code).toBe(1);
		expect(failed(said)).toContain(`anonymous_refused@127.0.0.1:${open} anonymous-allowed`);
	});

	test.each([
		["that others can read", `${USER}\n${CANARY}\n`, 0o644, /chmod 600/],
		["with one line", `${USER}\n`, 0o600, /first line/],
		["with three lines", `${USER}\n${CANARY}\nmore\n`, 0o600, /first line/],
	])("takes no second login from a file %s: exit 2, and nothing is tried", async (_, text, mode, why) => {
		login(await freePort());
		writeFileSync(join(folder, "second"), text);
		chmodSync(join(folder, "second"), mode);
		const { code, out, err } = await ran({ secondLogin: "second" });
		expect([code, out]).toEqual([2, ""]);
		expect(err).toMatch(why);
	});

	test.each([
		["sv", "skriv användarnamnet på första raden"],
		["de", "den Benutzernamen in die erste Zeile"],
	])("says in the terminal's language what is wrong with a second login: %s", async (LANG, why) => {
		login(await freePort());
		writeFileSync(join(folder, "second"), `${USER}\n`, { mode: 0o600 });
		chmodSync(join(folder, "second"), 0o600);
		const { code, err } = await ran({ secondLogin: "second" }, { LANG });
		expect(code).toBe(2);
		expect(err).toContain(why);
	});

	// #indents-remedy-under-failed
	it("indents the remedy under what failed, and exits 1", async () => {
		const { port } = await house({ users: LOGIN });
		login(port, { password: "c4n4ry wrong" });
		const { code, out } = await ran({});
		expect(code).toBe(1);
		expect(out).toMatch(
			/\nFAIL {4}login: Tried to log in to 127\.0\.0\.1:\d+ as solar\. .* Its code is 135\.\n {10}Check/,
		);
		expect(out).toMatch(/\nskipped publish: Not tried: `login` has to be ok first\.\n/);
		expect(out).toContain("2 steps are not in order. Begin with login.");
		expect(out).not.toContain("Connection Successful");
	});

	// #fooled-broker-lets-everybody
	it("is not fooled by a broker that lets everybody in: exit 1", async () => {
		const { port } = await house({ allow_anonymous: true });
		login(port);
		const said = await ran({ json: true });
		expect(said.code).toBe(1);
		expect(JSON.parse(said.out).ok).toBe(false);
		expect(failed(said)).toEqual([
			"anonymous_refused anonymous-allowed",
			"wrong_password_refused wrong-password-accepted",
			"random_user_refused random-user-accepted",
		]);
	});

	// #exits-closed-port
	it("exits 1 for a closed port", async () => {
		login(await freePort());
		const said = await ran({ json: true });
		expect(said.code).toBe(1);
		expect(failed(said)).toEqual(["tcp unreachable"]);
	});

	test.each([
		["a broker that lets everybody in", { allow_anonymous: true }, "anonymous_refused anonymous-allowed"],
		["a broker that does not", { users: LOGIN }, "login not-authorized"],
	])("with anonymous access allowed, at %s: all is tried, with an alarm, and exits 1", async (_, broker, found) => {
		const { port } = await house(broker);
		options({ port, allow_anonymous_broker: true });
		const said = await ran({ json: true });
		expect(said.code).toBe(1);
		expect(failed(said)).toEqual(expect.arrayContaining(["credentials credentials-none", found]));
		expect(stepsIn(said).find(({ id }) => id === "tcp")?.["status"]).toBe("ok");
		expect(stepsIn(said).find(({ id }) => id === "wrong_password_refused")?.["status"]).toBe("skipped");
	});

	test.each([
		[
			"sv",
			/\nok +anonymous_refused: Försökte logga in utan användarnamn och lösenord\. .* nekades varje gång \(kod 135\)\. Skyddet gäller\.\n/,
			/Allt är i ordning/,
		],
		[
			"de",
			/\nok +anonymous_refused: Versuch der Anmeldung ohne Benutzername und Passwort\. .* jedes Mal abgelehnt \(Code 135\)\. Durch/,
			/Alles in Ordnung/,
		],
	])("speaks the language of the house: %s; as JSON English, with codes and facts", async (language, line, end) => {
		const { port } = await house({ users: LOGIN });
		options({ port, username: USER, password: CANARY }, { language });
		const { out } = await ran({});
		expect(out).toMatch(line);
		expect(out).toMatch(end);
		expect(out).toContain(`MQTT Connection Successful - Broker: 127.0.0.1:${port}, User: ${USER}`);
		const { steps } = JSON.parse((await ran({ json: true })).out);
		expect(steps.find(({ id }: { id: string }) => id === "anonymous_refused")).toMatchObject({
			message:
				"Tried to log in without user name and password. Tried to log in with an empty user name and an empty password. Each with MQTT 5 and with 3.1.1. It was refused each time (code 135). Enforced.",
			says: [
				{ code: "came_anonymous", facts: {} },
				{ code: "came_empty_name", facts: {} },
				{ code: "tried_by_both", facts: { protocols: "5, 3.1.1" } },
				{ code: "each_refused_code", facts: { code: "135" } },
			],
			mend: [],
			facts: { code: "135" },
		});
	});

	// #finds-password-key-every
	it("finds a password or a key that every user of the machine can read, goes on, and exits 1", async () => {
		const home = authority("home");
		const { port } = await house({ users: LOGIN, tls: home.sign("localhost") });
		const own = home.sign("solar");
		const [ca, cert, key] = ["ca.pem", "cert.pem", "key.pem"].map((name) => join(folder, name));
		for (const [path, text] of [
			[ca, home.ca],
			[cert, own.cert],
			[key, own.key],
		] as const)
			writeFileSync(path ?? "", text, { mode: 0o644 });
		login(port, { tls: true, ca, cert, key });
		chmodSync(optionsFile, 0o644);
		const open = await ran({ json: true });
		expect([open.code, failed(open)]).toEqual([1, ["secret_files secret-readable"]]);
		expect(stepsIn(open)[2]).toMatchObject({ remedy: expect.stringContaining(`chmod 600 ${optionsFile} ${key}`) });
		for (const [path, mode] of [
			[optionsFile, 0o640],
			[key ?? "", 0o640],
		] as const)
			chmodSync(path, mode);
		const closed = await ran({ json: true });
		expect([closed.code, failed(closed)]).toEqual([0, []]);
	});

	it("does not mind who can read options without a password, nor files under the Supervisor", async () => {
		const { port } = await house({ users: LOGIN });
		options({ port });
		chmodSync(optionsFile, 0o644);
		const env = { MQTT_USERNAME: USER, MQTT_PASSWORD: CANARY };
		expect(failed(await ran({ json: true }, env))).toEqual([]);
		login(port);
		chmodSync(optionsFile, 0o644);
		expect(failed(await ran({ json: true }, { SUPERVISOR_TOKEN: "t", SUPERVISOR_URL: "http://127.0.0.1:1" }))).toEqual(
			[],
		);
	});

	it("reads the authority's file for TLS", async () => {
		const home = authority("home");
		const { port } = await house({ users: LOGIN, tls: home.sign("localhost") });
		writeFileSync(join(folder, "ca.pem"), home.ca);
		login(port, { tls: true, ca: join(folder, "ca.pem") });
		const said = await ran({ json: true });
		expect(failed(said)).toEqual([]);
		expect(said.code).toBe(0);
		login(port, { tls: true, ca: join(folder, "gone.pem") });
		const gone = await ran({ json: true });
		expect(gone.code).toBe(2);
		expect(failed(gone)).toEqual(["options options-invalid"]);
	});
});

describe("check connects to nobody and exits 2", () => {
	let connections: () => number;
	let port: number;
	let close: () => Promise<void>;
	beforeEach(async () => {
		({ connections, port, close } = await listen());
	});
	afterEach(async () => {
		expect(connections()).toBe(0);
		await close();
	});

	test.each([
		["the user name", { password: CANARY }],
		["the password", { username: USER }],
		["both", {}],
	])("without %s, and says where to give it", async (_, given) => {
		options({ port, ...given });
		for (const json of [false, true]) {
			const { code, out } = await ran({ json });
			expect(code).toBe(2);
			expect(out).toContain("MQTT credentials required");
			expect(out).toContain("MQTT_USERNAME");
		}
	});

	// #env-others-can-read
	it("with a .env that others can read: it is refused, and nothing of it is used", async () => {
		writeFileSync(join(folder, ".env"), `MQTT_USERNAME=${USER}\nMQTT_PASSWORD=${CANARY}\n`);
		chmodSync(join(folder, ".env"), 0o644);
		options({ port });
		const said = await ran({ json: true });
		expect(said.code).toBe(2);
		expect(failed(said)).toEqual(["options options-invalid", "credentials credentials-required"]);
		expect(stepsIn(said)[0]).toMatchObject({
			message: expect.stringContaining("mode 644"),
			remedy: expect.stringContaining("chmod 600"),
		});
	});

	// #invalid-options-listing-all
	it("with invalid options, listing all that is wrong, and where", async () => {
		options({ port: 0, host: "a".repeat(300), username: USER, password: CANARY }, { turn: 1000 });
		const { code, out } = await ran({});
		expect(code).toBe(2);
		expect(out).toMatch(/^FAIL {4}options: 3 problems:\n {10}mqtt\.host: .*\n {10}mqtt\.port: found 0\.\n {10}turn: /);
		expect(out).toContain("skipped credentials");
		expect(out.match(/^skipped/gm)).toHaveLength(18);
	});

	it.each([
		["a number as password", { password: 12345678 }],
		["a password with a line end", { password: `${CANARY}\n` }],
	])("with %s", async (_, given) => {
		options({ port, username: USER, ...given });
		const { code, out } = await ran({});
		expect(code).toBe(2);
		expect(out).not.toContain("12345678");
	});
});

describe("the login", () => {
	// #come-env-owner
	it("may come from a .env of the owner's own", async () => {
		const { port } = await house({ users: LOGIN });
		writeFileSync(join(folder, ".env"), `MQTT_USERNAME=${USER}\nMQTT_PASSWORD="${CANARY}"\n`, { mode: 0o600 });
		options({ port });
		const said = await ran({ json: true });
		expect(failed(said)).toEqual([]);
		expect(said.code).toBe(0);
	});

	it("is hidden too where somebody took it for the user name, in words, codes and facts", async () => {
		const { port } = await house({ users: { [CANARY]: CANARY } });
		options({ port, username: CANARY, password: CANARY });
		for (const json of [false, true]) expect((await ran({ json })).out).toContain("[redacted]");
		const [said] = stepsIn(await ran({ json: true })).filter(({ id }) => id === "credentials");
		expect(said).toMatchObject({ facts: { user: "[redacted]" }, says: [{ code: "has_login" }] });
	});

	// #shown-even-asks-libraries
	it("is not shown even to who asks the libraries to debug", async () => {
		const { port } = await house({ users: LOGIN });
		login(port);
		const args = ["src/main.ts", "check", "--options", optionsFile, "--data", join(folder, "data")];
		const { code, text } = await new Promise<{ code: unknown; text: string }>((resolve) => {
			const env = { PATH: process.env["PATH"], HOME: folder, DEBUG: "*", NODE_DEBUG: "tls,net" };
			execFile(process.execPath, args, { cwd: ROOT, env }, (error, out, err) =>
				resolve({ code: error?.code ?? 0, text: out + err }),
			);
		});
		secretive(text);
		expect(code).toBe(0);
		expect(text).toContain("MQTT Connection Successful");
	});
});
