import { lstatSync, statSync } from "node:fs";
import { afterEach, expect, test } from "@jest/globals";
import { type Debian, debian } from "./machine/debian.ts";

let machine: Debian;
afterEach(() => machine.close());

const CONF = "/etc/mosquitto/mosquitto.conf";
const [REAL, PASSWORDS] = ["/var/lib/mosquitto/real.conf", "/var/lib/mosquitto/real-passwords"];

// #links-stay
test("a symbolic link stays one: harden and rollback write its target, with its owner and mode", async () => {
	machine = await debian();
	const before = machine.read(CONF);
	machine.write(REAL, before);
	await machine.run("chmod", "640", REAL);
	await machine.run("chown", "0:mosquitto", REAL);
	await machine.run("ln", "-sf", REAL, CONF);
	// Its target is not there yet.
	await machine.run("ln", "-s", "../../var/lib/mosquitto/real-passwords", "/etc/mosquitto/passwd");
	await machine.startBroker();
	const changing = (...args: readonly string[]) =>
		machine.cli("broker", ...args, "--restart-with", machine.restartWith);
	const links = () => [CONF, "/etc/mosquitto/passwd"].map((path) => lstatSync(machine.seen(path)).isSymbolicLink());
	const { mode, uid, gid } = statSync(machine.seen(REAL));
	expect(await changing("harden")).toMatchObject({ code: 0, err: "" });
	expect(links()).toEqual([true, true]);
	expect(machine.read(REAL)).toContain("allow_anonymous false");
	expect(machine.has(PASSWORDS)).toBe(true);
	expect(statSync(machine.seen(REAL))).toMatchObject({ mode, uid, gid });
	expect(await changing("rollback")).toMatchObject({ code: 0, err: "" });
	expect(links()).toEqual([true, true]);
	expect(machine.read(REAL)).toBe(before);
	expect(machine.has(PASSWORDS)).toBe(false);
	expect(statSync(machine.seen(REAL))).toMatchObject({ mode, uid, gid });
});
