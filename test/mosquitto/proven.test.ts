import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { RELEASES } from "../fakes/mosquitto.ts";
import { type Debian, debian } from "./machine/debian.ts";
import { furnished } from "./machine/furnished.ts";
import { knock } from "./machine/knock-inside.ts";

const CONF = "/etc/mosquitto/mosquitto.conf";

describe.each(RELEASES)("where no file has to be changed, with Mosquitto %s,", (release) => {
	let machine: Debian;
	afterEach(() => machine.close());
	const broker = (...args: readonly string[]) => machine.cli("broker", ...args, "--restart-with", machine.restartWith);

	// #proves-run-stopped-old-open
	test("harden says what it proves in this run, and nothing where the broker is stopped, old or open", async () => {
		({ machine } = await furnished(release));
		expect(await broker("harden")).toMatchObject({ code: 0, out: expect.stringContaining("proven on every listener") });

		// The same file, written anew: the broker that runs may have read another one.
		machine.write(CONF, machine.read(CONF));
		const old = await broker("harden");
		expect(old).toMatchObject({
			code: 1,
			err: expect.stringContaining(`${CONF} was changed after the broker was started`),
		});
		expect(old.out).not.toContain("proven on");

		await machine.killBroker();
		const stopped = await broker("harden", "--json");
		expect(stopped.code).toBe(1);
		expect(JSON.parse(stopped.out)).toMatchObject({
			ok: false,
			outcome: "nothing",
			unfinished: { says: [{ code: "runs_not" }] },
		});

		const open = "listener 1883\nallow_anonymous true\npid_file /run/mosquitto/mosquitto.pid\n";
		machine.write("/var/lib/mosquitto/open.conf", open);
		await machine.run("sh", "-c", `sed 's#${CONF}#/var/lib/mosquitto/open.conf#' ${machine.restartWith} | sh`);
		const lying = await broker("harden");
		expect(lying.code).toBe(1);
		expect(lying.out).not.toContain("proven on");
	});

	test("acl --apply tries the rights again, and says so where the broker has others", async () => {
		const all = await furnished(release);
		machine = all.machine;
		const acl = () => broker("acl", "--options", all.options, "--data", machine.data, "--apply");
		expect(await acl()).toMatchObject({ code: 0, err: "" });
		expect(await acl()).toMatchObject({ code: 0, out: expect.stringContaining("Nothing was changed") });
		const conf = machine.read(CONF);
		machine.write(CONF, conf.replace(/^acl_file .*$/m, ""));
		await machine.startBroker();
		machine.write(CONF, conf);
		const again = await acl();
		expect(again).toMatchObject({ code: 1, err: expect.stringContaining("it is not proven that") });
		expect(again.out).not.toContain("are proven with its own login");
	});
});

describe("On a broker that is still open", () => {
	let machine: Debian;
	beforeEach(async () => {
		machine = await debian();
		await machine.startBroker();
	});
	afterEach(() => machine.close());
	const broker = (...args: readonly string[]) => machine.cli("broker", ...args, "--restart-with", machine.restartWith);

	test("a user can be made before it is hardened: the login is asked for, and that others get in is said", async () => {
		machine.write("/etc/mosquitto/conf.d/open.conf", "listener 1883\nallow_anonymous true\n");
		await machine.startBroker();
		const made = await broker("user", "add", "solar_heating");
		expect(made).toMatchObject({ code: 0, err: "" });
		expect(made.out).toContain("still accepts clients without a login");
		expect(machine.read(CONF)).toContain("\npassword_file /etc/mosquitto/passwd\n");
		expect(await knock(machine, "127.0.0.1", 1883)).toBe(0);

		expect(await broker("harden")).toMatchObject({ code: 0, err: "" });
		expect(await knock(machine, "127.0.0.1", 1883)).toBe(5);
		expect(await broker("user", "list")).toMatchObject({ code: 0, out: "solar_heating\n" });
	});

	test("going back to it is said in the last line", async () => {
		expect((await broker("harden")).code).toBe(0);
		const back = await broker("rollback");
		expect(back).toMatchObject({ code: 0, err: "" });
		expect(back.out.trimEnd().split("\n").at(-1)).toContain("The broker no longer refuses unauthorised clients.");
	});
});
