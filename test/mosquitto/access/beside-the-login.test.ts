import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { RELEASES } from "../../fakes/mosquitto.ts";
import { type Debian, debian, type Ended } from "../machine/debian.ts";

const CONF = "/etc/mosquitto/mosquitto.conf";
const LISTENS = "pid_file /run/mosquitto/mosquitto.pid\nlistener 1883\n";
const MAIN = join(import.meta.dirname, "../../../src/main.ts");

let machine: Debian;
afterEach(() => machine.close());

const harden = (...flags: readonly string[]) =>
	machine.cli("broker", "harden", "--restart-with", machine.restartWith, ...flags);

describe.each(RELEASES)("what broker harden does beside the login, on Mosquitto %s", (release) => {
	beforeEach(async () => {
		machine = await debian(release);
	});

	const retain = () =>
		machine.run("mosquitto_pub", ...["-h", "127.0.0.1", "-t", "house/kept", "-m", "yes", "-q", "1", "-r"]);
	/** With a login of its own. */
	async function retained(restartWith = machine.restartWith): Promise<string> {
		machine.write("/var/backups/pw", "long-enough-for-it\n");
		const added = await machine.cli(
			...["broker", "user", "add", "joe", "--password-from", "/var/backups/pw", "--restart-with", restartWith],
		);
		expect(added).toMatchObject({ code: 0, err: "" });
		const login = ["-h", "127.0.0.1", "-u", "joe", "-P", "long-enough-for-it"];
		return (await machine.run("mosquitto_sub", ...login, ...["-t", "house/kept", "-C", "1", "-W", "5"])).out.trim();
	}

	// #harden-keeps-retained
	test("a database without persistence_location stays where it is, with what is retained", async () => {
		machine.write(CONF, `${LISTENS}allow_anonymous true\npersistence true\n`);
		// Where the broker is started its database is, and it may write there.
		const restartWith = `cd /var/lib/mosquitto && ${machine.restartWith}`;
		await machine.run("sh", "-c", restartWith);
		await retain();
		const done = await machine.cli("broker", "harden", "--restart-with", restartWith);
		expect(done).toMatchObject({ code: 0, err: "" });
		expect(machine.read(CONF)).not.toContain("persistence_location");
		expect(done.out).not.toContain("restart loses");
		expect(await retained(restartWith)).toBe("yes");
	});

	// #harden-says-memory-dropped
	test("where nothing is kept in a file, it says before and after that the restart drops it, and its advice holds", async () => {
		machine.write(CONF, `${LISTENS}allow_anonymous true\n`);
		await machine.startBroker();
		await retain();
		expect((await harden("--dry-run")).out).toContain("its restart loses them");
		const advised = `${machine.read(CONF)}persistence true\npersistence_location /var/lib/mosquitto/\n`;
		machine.write(CONF, advised);
		await machine.run("kill", "-HUP", String(machine.brokerPid()));
		const done = await harden();
		expect(done).toMatchObject({ code: 0, err: "" });
		expect(await retained()).toBe("yes");
	});

	// #logins-elsewhere
	test("users of a file that is not in force are nobody's logins", async () => {
		machine.write("/etc/mosquitto/passwd", "joe:$7$101$c2FsdHNhbHRzYWx0$aGFzaA==\n");
		machine.write("/etc/mosquitto/psk", "meter:0123456789abcdef\n");
		machine.write(
			CONF,
			"pid_file /run/mosquitto/mosquitto.pid\nlistener 8884\npsk_hint house\npsk_file /etc/mosquitto/psk\nuse_identity_as_username true\n",
		);
		await machine.startBroker();
		const done = await harden();
		expect(done).toMatchObject({ code: 0, err: "" });
		expect(done.out).not.toContain("has a login");
		expect(done.out).toContain("No password file is in force here");
	});

	test("settings of a person that it turns round are named, before and after", async () => {
		machine.write(
			CONF,
			`${LISTENS}persistence false\nconnection_messages false\nlog_timestamp false\nlog_type none\nallow_anonymous true\n`,
		);
		await machine.startBroker();
		for (const { out, err } of [await harden("--dry-run"), await harden()]) {
			expect(err).toBe("");
			for (const text of ["persistence false", "connection_messages false", "log_timestamp false", "log_type none"])
				expect(out).toContain(`\`${text}\` (${CONF}, `);
			expect(out).toContain("its restart loses them");
		}
		expect((await harden()).out).not.toContain("its restart loses them");
	});
});

// #disk-says-why
describe("what the operating system refuses is told with path and remedy, and no stack", () => {
	const asNobody = (...args: readonly string[]): Promise<Ended> =>
		machine.run("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", process.execPath, MAIN, ...args);
	beforeEach(async () => {
		machine = await debian();
		await machine.startBroker();
	});

	test.each([
		["/var/log/mosquitto/mosquitto.log", ["watch", "--once"]],
		["/var/backups", ["harden", "--restart-with", "true"]],
		["/etc/mosquitto/passwd", ["user", "list"]],
	])("%s, which nobody but root may read", async (path, args) => {
		machine.write("/etc/mosquitto/passwd", "");
		machine.write(CONF, `${machine.read(CONF)}\npassword_file /etc/mosquitto/passwd\n`);
		await machine.run("chmod", "600", "/etc/mosquitto/passwd", "/var/log/mosquitto/mosquitto.log");
		const { code, err } = await asNobody("broker", ...args);
		expect(code).toBe(1);
		expect(err).toContain(path);
		expect(err).toContain("as root");
		expect(err).not.toMatch(/EACCES|\n +at /);
	});

	test("a folder where a file is meant", async () => {
		const { code, err } = await machine.cli("broker", "harden", "--config", "/etc/mosquitto", "--dry-run");
		expect({ code, err }).toEqual({ code: 2, err: "/etc/mosquitto is a folder. Name a file.\n" });
	});

	test("a full disk where the lock is", async () => {
		const full =
			"mount -t tmpfs -o size=16k none /var/backups && mkdir -p /var/backups/b && cat /dev/zero >/var/backups/b/z";
		await machine.run("sh", "-c", full);
		const { code, err } = await machine.cli(
			...["broker", "harden", "--restart-with", machine.restartWith, "--backups", "/var/backups/b"],
		);
		expect(code).toBe(1);
		expect(err).toContain("the disk is full");
		expect(err).not.toContain("Another command");
	});
});
