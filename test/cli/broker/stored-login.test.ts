import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { source } from "#app/login/source.ts";
import { brokerRotate } from "#cli/broker/login/rotate.ts";
import { storedLogin } from "#cli/broker/login/stored-login.ts";

const SECRET = "canary-Typed-9c1f";
type Env = Readonly<Record<string, string>>;

describe("a login to be changed", () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "stored-"));
	});
	afterEach(() => rmSync(folder, { recursive: true }));
	const written = (mqtt: object) => {
		const options = join(folder, "options.json");
		writeFileSync(options, JSON.stringify({ mqtt }), { mode: 0o600 });
		return options;
	};
	const machine = (env: Env, said: string[] = []) => {
		const out = new Writable({
			write(chunk, _encoding, done) {
				said.push(String(chunk));
				done();
			},
		});
		return { argv: [], env, cwd: folder, out, err: out, terminal: false, onStop: () => undefined };
	};

	it("is taken from the password file", () => {
		const path = join(folder, "password");
		writeFileSync(path, `${SECRET}\n`, { mode: 0o600 });
		const options = written({ username: "solar", password_file: "password" });
		const here = machine({});
		expect(storedLogin(here, source(here, { options, data: folder }))).toMatchObject({
			user: "solar",
			password: SECRET,
			path,
		});
	});

	// #refused-steps-take-nothing
	test.each<readonly [string, object, Env, RegExp]>([
		[
			"The password is in the options",
			{ username: "solar", password: SECRET },
			{},
			/^1[.] [\s\S]*"password_file"[\s\S]*^4[.] solar-heating broker rotate$/m,
		],
		["from the environment", {}, { MQTT_USERNAME: "solar", MQTT_PASSWORD: SECRET }, /Take MQTT_PASSWORD out/],
		[
			"typed into Home Assistant's options page",
			{ username: "solar", password: SECRET },
			{ SUPERVISOR_TOKEN: "t" },
			/Solar Heating > Configuration > mqtt > Password/,
		],
		["Home Assistant's own", {}, { SUPERVISOR_TOKEN: "t" }, /Home Assistant's own[\s\S]*cannot be changed by hand/],
		[
			"in a file that is not there",
			{ username: "solar", password_file: "/nowhere/password" },
			{},
			/There is no login to change/,
		],
	])("is refused with the steps to take, and nothing of the password, where it is %s", async (_, mqtt, env, steps) => {
		const said: string[] = [];
		const flags = { options: written(mqtt), data: folder, backups: join(folder, "backups") };
		expect(await brokerRotate(machine(env, said), flags)).toBe(2);
		expect(said.join("")).toMatch(steps);
		const german: string[] = [];
		expect(await brokerRotate(machine({ ...env, LANG: "de_DE.UTF-8" }, german), flags)).toBe(2);
		expect(german.join("")).toMatch(/nichts geändert|Es gibt kein Konto zu ändern/);
		expect(german.join("")).not.toMatch(/ the | and | is /);
		expect(said.join("")).not.toContain(SECRET);
	});
});
