import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { hashOf } from "../../src/broker/access/passwords.ts";
import { RELEASES, type Release } from "../fakes/mosquitto.ts";
import { type Debian, debian, ended } from "./machine/debian.ts";

const CONF = "/etc/mosquitto/mosquitto.conf";
const PASSWD = "/etc/mosquitto/passwd";
const PID = "pid_file /run/mosquitto/mosquitto.pid\n";
const RELATIVE = `listener 1883\nallow_anonymous false\npassword_file passwd\n${PID}`;

describe("paths in a configuration", () => {
	let machine: Debian;
	afterEach(() => machine.close());

	async function prepared(release: Release, conf: string, files: Readonly<Record<string, string>> = {}) {
		machine = await debian(release);
		machine.write(PASSWD, `joe:${await hashOf("secret12")}\n`);
		for (const [path, text] of Object.entries(files)) machine.write(path, text);
		await machine.run("chown", "mosquitto:", PASSWD);
		machine.write(CONF, conf);
	}
	/** Typed in the data folder, which holds a file of the same name. */
	function typed(...args: readonly string[]) {
		mkdirSync(machine.data, { recursive: true });
		writeFileSync(join(machine.data, "passwd"), "mine\n", { mode: 0o640 });
		const cli = join(import.meta.dirname, "../../src/main.ts");
		const script = `cd ${machine.data} && exec ${process.execPath} ${cli} broker "$@"`;
		return ended(machine.begin("sh", "-c", script, "sh", ...args));
	}
	const mine = () => readFileSync(join(machine.data, "passwd"), "utf8");
	const startIn = (folder: string) => machine.run("sh", "-c", `cd ${folder} && exec sh ${machine.restartWith}`);

	// #relative-path-is-the-brokers
	test.each(RELEASES)("a relative one is taken from where the broker was started: Mosquitto %s", async (release) => {
		await prepared(release, RELATIVE);
		const stopped = await typed("user", "list");
		expect(stopped).toMatchObject({
			code: 2,
			err: expect.stringContaining(`${CONF}, line 3: \`password_file passwd\``),
		});
		expect((await typed("harden", "--restart-with", machine.restartWith)).code).toBe(2);
		expect((await startIn("/etc/mosquitto")).code).toBe(0);
		expect(await typed("user", "list")).toMatchObject({ code: 0, out: "joe\n" });
		const restart = `cd /etc/mosquitto && sh ${machine.restartWith}`;
		const added = await typed("user", "add", "ann", "--password-to", "ann.secret", "--restart-with", restart);
		expect(added).toMatchObject({ code: 0, err: "" });
		expect(machine.read(PASSWD)).toMatch(/^joe:.*\nann:/);
		const done = await typed("harden", "--restart-with", restart);
		expect(done).toMatchObject({ code: 0, err: "", out: expect.stringContaining("2 users") });
		expect(machine.read(CONF)).toContain("\npassword_file passwd\n");
		expect(mine()).toBe("mine\n");
	});

	// #comment-behind-a-path
	test("a comment behind one is told with file and line, and nothing is changed", async () => {
		const text = `listener 1883\npassword_file ${PASSWD} # the users\n${PID}`;
		await prepared("system", text);
		const done = await typed("harden", "--restart-with", machine.restartWith);
		expect(done).toMatchObject({ code: 2, err: expect.stringContaining(`${CONF}, line 2:`) });
		expect(done.err).toContain("comment behind its value");
		expect(machine.read(CONF)).toBe(text);
		expect(machine.has(`${PASSWD} # the users`)).toBe(false);
	});

	// #last-password-file-counts
	test("of two password files Mosquitto 2.1 takes the last, and so do the commands", async () => {
		const text = `listener 1883\nallow_anonymous false\npassword_file /etc/mosquitto/old\npassword_file ${PASSWD}\n${PID}`;
		await prepared("2.1", text, { "/etc/mosquitto/old": "" });
		await machine.run("chown", "mosquitto:", "/etc/mosquitto/old");
		await machine.startBroker();
		expect(await typed("user", "list")).toMatchObject({ code: 0, out: "joe\n" });
		const added = await typed("user", "add", "ann", "--password-to", "ann.secret");
		expect(added).toMatchObject({ code: 0, err: "" });
		expect(machine.read(PASSWD)).toContain("\nann:");
		const done = await typed("harden", "--restart-with", machine.restartWith);
		expect(done).toMatchObject({ code: 0, err: "", out: expect.stringContaining("2 users") });
	});
});
