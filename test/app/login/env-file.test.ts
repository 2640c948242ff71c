import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { envFile, valuesIn } from "#app/login/env-file.ts";
import { fromEnvironment } from "#app/login/environment.ts";
import { mend } from "#model/sentences/sentence.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "env-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (mode: number) => writeFileSync(join(folder, ".env"), "MQTT_PASSWORD=c4n4ry\n", { mode });
const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, stdio: "ignore" });

describe("a .env", () => {
	it("of its owner alone is read, inside a repository too while git does not keep it", () => {
		write(0o600);
		git("init");
		expect(envFile(folder)).toEqual({ kind: "read", values: { MQTT_PASSWORD: "c4n4ry" } });
	});

	// #git-keeps-refused-remedy
	it("that git keeps is refused, with the remedy, and without a word of what is in it", () => {
		write(0o600);
		git("init");
		git("add", ".env");
		const file = envFile(folder);
		expect(file).toMatchObject({
			kind: "refused",
			problem: { value: mend("tracked_by_git"), remedy: mend("out_of_git") },
		});
		expect(JSON.stringify(file)).not.toContain("c4n4ry");
	});

	test.each(["640", "604", "620", "601"])("with the rights %s is refused", (mode) => {
		write(0o600);
		execFileSync("chmod", [mode, join(folder, ".env")]);
		expect(envFile(folder)).toMatchObject({ kind: "refused" });
	});

	it("that is not there is no problem", () => {
		expect(envFile(folder)).toEqual({ kind: "absent" });
	});
});

describe("the names of the environment", () => {
	// #give-login-broker-port
	it("give login, broker, port, mode and level of the log", () => {
		const env = {
			MQTT_USERNAME: "solar",
			MQTT_PASSWORD: "c4n4ry",
			MQTT_BROKER: "broker.lan",
			MQTT_PORT: "8883",
			SYSTEM_MODE: "AUTO",
			LOG_LEVEL: "WARNING",
		};
		expect(fromEnvironment(env)).toEqual({
			options: {
				mqtt: { username: "solar", password: "c4n4ry", host: "broker.lan", port: 8883 },
				system_mode: "auto",
				log_level: "warning",
			},
			problems: [],
		});
	});

	it("are refused where they make no sense, by name", () => {
		const { problems } = fromEnvironment({ MQTT_PORT: "mqtt", LOG_LEVEL: "loud" });
		expect(problems.map(({ path }) => path)).toEqual(["MQTT_PORT", "LOG_LEVEL"]);
	});
});

describe("what a .env says", () => {
	test.each([
		["with a mark of the byte order", "\uFEFFMQTT_PASSWORD=a\nB=c\n", { MQTT_PASSWORD: "a", B: "c" }],
		["with # inside a value", "A=x#y\nB=#z\n", { A: "x#y", B: "#z" }],
		["with a comment behind a blank", "A=x # y#z\nB=\t# z\n# C=d\n", { A: "x", B: "" }],
		["with # between quotes", "A=\"x # y\"\nB='x # y' # z\nC=`x # y`", { A: "x # y", B: "x # y", C: "x # y" }],
		[
			"with quotes and backslashes",
			`${String.raw`A="x\"y\nz"`}\nB='x\\y'\nC=x\\y\nD="x\n`,
			{ A: 'x"y\nz', B: "x\\y", C: "x\\y", D: '"x' },
		],
		["from Windows, and for a shell", "export A = x y \r\n\r\nB==z=\r\n", { A: "x y", B: "=z=" }],
		["on several lines", "A='x\nB=y'\nC=z", { A: "x\nB=y", C: "z" }],
	])("%s", (_, text, values) => {
		expect(valuesIn(text)).toEqual(values);
	});
});
