import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { type Sourced, type SourceFlags, source } from "#app/login/source.ts";
import { mend } from "#model/sentences/sentence.ts";
import { toldProblem } from "#texts/say.ts";
import { CANARY, Desk } from "../../cli/desk.ts";

const said = ({ complaints }: Sourced) => complaints.map((one) => toldProblem("en", one));

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());

const sourced = (flags: SourceFlags = {}): Sourced => source(desk.machine(), flags);
const fromFile = (options: unknown): Sourced => sourced({ options: desk.file("solar.json", options) });
const environment = (env: Readonly<Record<string, string>>) => {
	desk.env = { ...desk.env, ...env };
};
const mqttOf = ({ parsed }: Sourced) => (parsed.kind === "valid" ? parsed.options.mqtt : undefined);
const loginOf = ({ login }: Sourced) => (login.kind === "complete" ? login.login : undefined);
const optionsOf = ({ parsed }: Sourced) => (parsed.kind === "valid" ? parsed.options : undefined);

describe("options", () => {
	it("come from the file first, then from the environment, then from .env, field by field", () => {
		desk.file(".env", "MQTT_USERNAME=dot\nMQTT_PASSWORD=dot-pw\nMQTT_BROKER=dot-host\nSYSTEM_MODE=off\n");
		environment({ MQTT_USERNAME: "env", MQTT_BROKER: "env-host", MQTT_PORT: "8883" });
		const found = fromFile({ mqtt: { host: "file-host", password: "" } });
		expect(mqttOf(found)).toMatchObject({ host: "file-host", port: 8883, username: "env", password: "dot-pw" });
		expect(optionsOf(found)?.system_mode).toBe("off");
		expect(fromFile({ system_mode: "auto", mqtt: { port: 1884 } })).toMatchObject({
			parsed: { options: { system_mode: "auto", mqtt: { port: 1884 } } },
		});
	});

	it("come by the guide's names", () => {
		const password = CANARY;
		desk.file(
			".env",
			`MQTT_USERNAME=solar_heating_user\nMQTT_PASSWORD=${password}\nMQTT_BROKER=192.168.0.110  # Or your broker IP\nMQTT_PORT=1883\nSYSTEM_MODE=auto\nLOG_LEVEL=INFO\nDEBUG=false\n`,
		);
		const found = sourced();
		expect(found.complaints).toEqual([]);
		expect(loginOf(found)).toEqual({ username: "solar_heating_user", password });
		expect(mqttOf(found)).toMatchObject({ host: "192.168.0.110", port: 1883 });
		expect(optionsOf(found)).toMatchObject({ system_mode: "auto", log_level: "info" });
		expect(found.from).toBe("from_dotenv");
	});

	test.each([
		[{ DEBUG: "true" }, "debug"],
		[{ DEBUG: "1", LOG_LEVEL: "ERROR" }, "debug"],
		[{ DEBUG: "false", LOG_LEVEL: "WARNING" }, "warning"],
		[{ DEBUG: "mqttjs*" }, "info"],
		[{ LOG_LEVEL: "Critical" }, "error"],
		[{ LOG_LEVEL: "" }, "info"],
	])("%j means the level %s", (env, level) => {
		environment(env as Readonly<Record<string, string>>);
		expect(optionsOf(sourced())?.log_level).toBe(level);
	});

	test.each([
		["MQTT_PORT", "eighteen"],
		["MQTT_PORT", "-1"],
		["LOG_LEVEL", "loud"],
	])("%s=%s is complained of, and the rest stands", (name, value) => {
		environment({ [name]: value, MQTT_BROKER: "house" });
		const found = sourced();
		expect(found.complaints.map(({ path }) => path)).toEqual([name]);
		expect(said(found)[0]?.remedy).not.toBe("");
		expect(mqttOf(found)?.host).toBe("house");
	});

	test.each([
		["MQTT_PORT", "0", "mqtt.port"],
		["SYSTEM_MODE", "manual", "system_mode"],
	])("%s=%s is as invalid as in a file", (name, value, path) => {
		environment({ [name]: value });
		expect(sourced().parsed).toMatchObject({ kind: "invalid", problems: [{ path }] });
	});
});

describe("an options file with a key twice", () => {
	it("is invalid at that key, shows no secret of it, and the rest stays", () => {
		const found = fromFile(
			`{"language":"sv",\n"syslog":{"host":"siem"},\n"tank":{"volume":300},\n"tank":{"volume":200},"solar":{"password":"${CANARY}","password":"${CANARY}"}}`,
		);
		expect(found.parsed).toMatchObject({
			kind: "invalid",
			problems: [{ path: "solar" }, { path: "solar.password" }, { path: "tank" }],
			beside: { language: "sv", syslog: { host: "siem" }, tank: { volume: 360 } },
		});
		const { parsed } = found;
		const last = parsed.kind === "invalid" ? parsed.problems.at(-1) : undefined;
		expect(last && toldProblem("en", last)).toMatchObject({ value: "written on lines 3, 4", code: "written_twice" });
		expect(JSON.stringify(parsed)).not.toContain("canary");
	});
});

describe("a .env file", () => {
	const secret = `MQTT_USERNAME=solar\nMQTT_PASSWORD=${CANARY}\n`;

	test.each([0o600, 0o400])("of mode %o is read", (mode) => {
		desk.file(".env", secret, mode);
		expect(loginOf(sourced())?.password).toBe(CANARY);
	});

	test.each([0o644, 0o640, 0o604, 0o620, 0o601])("of mode %o is refused with what to do about it", (mode) => {
		const path = desk.file(".env", secret);
		chmodSync(path, mode);
		const found = sourced();
		expect(found.login.kind).toBe("required");
		expect(said(found)).toMatchObject([
			{ path, value: `mode ${mode.toString(8)}`, remedy: expect.stringContaining(`chmod 600 ${path}`) },
		]);
		expect(JSON.stringify(found)).not.toContain("canary");
	});

	it("that git keeps is refused with what to do about it, and read again once git has forgotten it", () => {
		const git = (...args: readonly string[]) => execFileSync("git", [...args], { cwd: desk.folder, stdio: "ignore" });
		desk.file(".env", secret);
		git("init");
		expect(loginOf(sourced())?.password).toBe(CANARY);
		git("add", ".env");
		const found = sourced();
		expect(found.login.kind).toBe("required");
		expect(said(found)[0]).toMatchObject({
			value: "tracked by git",
			remedy: expect.stringContaining("git rm --cached .env"),
		});
		git("rm", "--cached", ".env");
		expect(loginOf(sourced())?.password).toBe(CANARY);
	});
});

describe("a password file", () => {
	const options = (password_file: string) => ({ mqtt: { username: "solar", password_file } });

	test.each([
		["as it is", CANARY, CANARY],
		["without the line end of an editor", `${CANARY}\n`, CANARY],
		["without one of Windows", `${CANARY}\r\n`, CANARY],
		["with its spaces", ` ${CANARY} \n`, ` ${CANARY} `],
	])("is taken %s", (_, content, password) => {
		desk.file("secret", content);
		expect(loginOf(fromFile(options("secret")))?.password).toBe(password);
	});

	it("of mode 0644 is refused with what to do about it", () => {
		const path = desk.file("secret", CANARY, 0o644);
		const found = fromFile(options("secret"));
		expect(found.login.kind).toBe("required");
		expect(said(found)).toMatchObject([
			{ path: "mqtt.password_file", value: JSON.stringify(path), remedy: expect.stringContaining(`chmod 600 ${path}`) },
		]);
		expect(JSON.stringify(found)).not.toContain(CANARY);
	});

	test.each([
		['{"solar_charging": {"start_at": 8,5}}', "8.5"],
		['{"site": {"latitude": 59,3293,\n "longitude": -18,07}}', "59.3293"],
		['{"sensors": [{"offset": -0,5 }]}', "-0.5"],
	])("with a decimal comma in %s says to write %s", (text, number) => {
		const found = sourced({ options: desk.file("solar.json", text) });
		expect(found.parsed).toMatchObject({ problems: [{ remedy: mend("options_comma", { number }) }] });
	});

	it("that is not there is complained of", () => {
		const found = fromFile(options("nowhere"));
		expect(found.login.kind).toBe("required");
		expect(said(found)[0]).toMatchObject({
			path: "mqtt.password_file",
			remedy: "There is no such file.",
		});
	});
});

describe("an options file", () => {
	test.each([
		["cut off", `{"mqtt": {"password": "${CANARY}`],
		["with a stray word", `{"mqtt": {"password": ${CANARY}}}`],
		["with a comma too many", `{"mqtt": {"password": "${CANARY}",}}`],
		["with text behind", `{"mqtt": {"password": "${CANARY}"}} ${CANARY}`],
		["that is only the password", CANARY],
		["that is empty", ""],
	])("%s is refused, and nothing of it is ever said", (_, text) => {
		const found = sourced({ options: desk.file("solar.json", text) });
		expect(found.parsed).toMatchObject({
			kind: "invalid",
			problems: [{ value: { code: expect.stringMatching(/^no_json/) }, remedy: mend("options_no_json") }],
		});
		expect(JSON.stringify(found)).not.toContain("canary");
	});

	it("says the line and column where it is no JSON, if that can be told", () => {
		const found = sourced({ options: desk.file("solar.json", '{\n  "turn": 1,\n  "mqtt" {}\n}\n') });
		expect(found.parsed).toMatchObject({ problems: [{ value: mend("no_json_at", { line: 3, column: 10 }) }] });
	});

	it("that is not there is complained of by name", () => {
		const found = sourced({ options: "nowhere.json" });
		expect(found.parsed).toMatchObject({
			kind: "invalid",
			problems: [{ path: `${desk.folder}/nowhere.json`, value: mend("no_such_file") }],
		});
	});

	it("with a password in it that is otherwise wrong does not give it away", () => {
		const found = fromFile({ mqtt: { password: CANARY, port: "x", [`pass${"word"}s`]: CANARY }, turn: [CANARY] });
		expect(found.parsed.kind).toBe("invalid");
		expect(JSON.stringify(found.parsed)).not.toContain("canary");
		expect(JSON.stringify(fromFile({ mqtt: { password: { value: CANARY } } }).parsed)).not.toContain("canary");
		expect(JSON.stringify(fromFile({ mqtt: CANARY }).parsed)).not.toContain("canary");
	});
});

describe("the data folder", () => {
	test.each([
		[{ data: "here" }, {}, "/here"],
		[{}, { SOLAR_HEATING_DATA: "there" }, "/there"],
		[{}, { XDG_STATE_HOME: "/state" }, "/state/solar-heating"],
		[{}, { SUPERVISOR_TOKEN: "t" }, "/data"],
		[{}, {}, "/.local/state/solar-heating"],
	])("by %j and %j is %s", (flags, env, path) => {
		environment(env as Readonly<Record<string, string>>);
		expect(sourced(flags).folder.replace(desk.folder, "")).toBe(path);
	});
});
