import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { authority } from "../fakes/certificates.ts";
import { RELEASES } from "../fakes/mosquitto.ts";
import { type Debian, debian } from "./machine/debian.ts";
import { knock } from "./machine/knock-inside.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/mosquitto");
const CONF = "/etc/mosquitto/mosquitto.conf";
/** What finds its own broker anew: the scripts of a package know it by this file. */
const PID = "pid_file /run/mosquitto/mosquitto.pid\n";
/** Not authorized. */
const REFUSED = 5;

describe.each(RELEASES)("broker harden, on configurations of others and Mosquitto %s", (release) => {
	let machine: Debian;
	beforeEach(async () => {
		machine = await debian(release);
		await machine.run("ip", "address", "add", "192.0.2.4/24", "dev", "lo");
	});
	afterEach(() => machine.close());

	const harden = (...more: readonly string[]) =>
		machine.cli("broker", "harden", "--restart-with", machine.restartWith, ...more);
	const started = async (text: string) => {
		machine.write(CONF, `${text}${text.endsWith("\n") ? "" : "\n"}${PID}`);
		await machine.startBroker();
		return machine.read(CONF);
	};
	const fixture = (name: string) => started(readFileSync(join(FIXTURES, name), "utf8"));
	const kept = (before: string, but: readonly string[] = []) => {
		const lines = machine.read(CONF).split("\n");
		for (const line of before.split("\n")) if (!but.includes(line)) expect(lines).toContain(line);
	};

	test("a listener in the first line: every line stays, and both listeners ask for a login", async () => {
		const { cert, key } = authority("House").sign("house.lan", { names: "DNS:house.lan,IP:192.0.2.4" });
		await machine.run("mkdir", "-p", "/etc/mosquitto/certs");
		machine.write("/etc/mosquitto/certs/house.crt", cert);
		machine.write("/etc/mosquitto/certs/house.key", key);
		machine.write("/etc/mosquitto/rights", "topic readwrite #\n");
		await machine.run("chown", "-R", "mosquitto:", "/etc/mosquitto/certs", "/etc/mosquitto/rights");
		const before = await fixture("first-line-listener.conf");
		expect(await harden()).toMatchObject({ code: 0, err: "" });
		kept(before);
		expect(await knock(machine, "127.0.0.1", 1883)).toBe(REFUSED);
	});

	test("a port and settings above the first listener: both are closed, or it is refused before any change", async () => {
		const text = readFileSync(join(FIXTURES, "global-before-listener.conf"), "utf8");
		machine.write("/etc/mosquitto/passwd", "");
		if (release === "2.1") {
			// This release does not start with it.
			machine.write(CONF, text);
			expect(await harden()).toMatchObject({ code: 1, err: expect.stringContaining("mosquitto.conf:2") });
			expect(machine.read(CONF)).toBe(text);
			return;
		}
		const before = await started(text);
		expect(await harden()).toMatchObject({ code: 0, err: "" });
		kept(before, ["allow_anonymous true"]);
		expect(await knock(machine, "127.0.0.1", 1883)).toBe(REFUSED);
		expect(await knock(machine, "127.0.0.1", 1890)).toBe(REFUSED);
	});

	test("a comment after a value stays, and so does the port", async () => {
		const before = await fixture("comment-after-value.conf");
		expect(await harden()).toMatchObject({ code: 0, err: "" });
		kept(before, ["allow_anonymous true # for now"]);
		expect(machine.read(CONF)).toContain("\nallow_anonymous false # for now\n");
		expect(await knock(machine, "127.0.0.1", 1883)).toBe(REFUSED);
	});

	test("a listener for websockets is tried over websockets, and closed", async () => {
		const before = await fixture("websockets.conf");
		expect(await harden()).toMatchObject({ code: 0, err: "" });
		kept(before, ["allow_anonymous true"]);
		expect(await knock(machine, "127.0.0.1", 1883)).toBe(REFUSED);
	});

	test("a listener for IPv6 alone is tried there", async () => {
		const before = await started("listener 1883 ::\nlistener 1884 ::1\nallow_anonymous true\n");
		expect(await harden()).toMatchObject({ code: 0, err: "" });
		kept(before, ["allow_anonymous true"]);
		expect(await knock(machine, "::1", 1883)).toBe(REFUSED);
	});

	test("a Unix socket is kept, closed, and named as not tried", async () => {
		await started("listener 1883\nlistener 0 /run/mosquitto/house.sock\nallow_anonymous true\n");
		const done = await harden();
		expect(done).toMatchObject({ code: 0, err: "" });
		expect(done.out).toContain("could not be tried, at /run/mosquitto/house.sock");
		expect(await knock(machine, "/run/mosquitto/house.sock")).toBe(REFUSED);
	});

	test("a trial leaves the socket of the broker that runs alone", async () => {
		await started("listener 1883\nlistener 0 /run/mosquitto/house.sock\nallow_anonymous true\n");
		expect((await harden("--dry-run")).code).toBe(0);
		expect(await knock(machine, "/run/mosquitto/house.sock")).toBe(0);
	});

	test.each([
		["nothing but comments", "# mine\n"],
		["no line end", "allow_anonymous true\nlistener 1883"],
		["Windows line ends", "listener 1883\r\nallow_anonymous true\r\n"],
		["settings that call a listener into being", "max_connections 40\n"],
		["yes and no as numbers", "listener 1883\nallow_anonymous 1\n"],
		["an empty file", ""],
	])("%s: closed, and every line stays", async (_, text) => {
		const before = await started(text);
		const done = await harden();
		expect(done).toMatchObject({ code: 0, err: "" });
		kept(before, ["allow_anonymous true", "allow_anonymous true\r", "allow_anonymous 1"]);
		expect(await knock(machine, "127.0.0.1", 1883)).toBe(REFUSED);
		expect(machine.read(CONF).includes("\r\n")).toBe(text.includes("\r\n"));
	});

	test("what Mosquitto does not read is refused before any change, with file and line", async () => {
		machine.write(CONF, "listener 1883\n\tallow_anonymous true\n");
		const done = await harden();
		expect(done).toMatchObject({ code: 1, err: expect.stringContaining("/etc/mosquitto/mosquitto.conf:2") });
		expect(machine.read(CONF)).toBe("listener 1883\n\tallow_anonymous true\n");
	});
});
