import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { authority } from "../fakes/certificates.ts";
import { RELEASES } from "../fakes/mosquitto.ts";
import { cuts } from "./interrupted/cuts.ts";
import { type Debian, debian } from "./machine/debian.ts";

describe.each(RELEASES)("broker harden, on the Mosquitto %s that Debian's package leaves behind", (release) => {
	let machine: Debian;
	beforeEach(async () => {
		machine = await debian(release);
		await machine.startBroker();
	});
	afterEach(() => machine.close());

	// #closes-strangers-keeps-every
	test("closes it to strangers, keeps every line that was there, and a rollback brings every byte back", async () => {
		const before = machine.read("/etc/mosquitto/mosquitto.conf");
		const dry = await machine.cli("broker", "harden", "--restart-with", machine.restartWith, "--dry-run");
		expect(dry).toMatchObject({ code: 0, err: "" });
		expect(dry.out).toContain("+allow_anonymous false");
		expect(machine.read("/etc/mosquitto/mosquitto.conf")).toBe(before);

		const done = await machine.cli("broker", "harden", "--restart-with", machine.restartWith);
		expect(done).toMatchObject({ code: 0, err: "" });
		const lines = machine.read("/etc/mosquitto/mosquitto.conf").split("\n");
		for (const line of before.split("\n")) expect(lines).toContain(line);
		expect(lines).toEqual(
			expect.arrayContaining(["allow_anonymous false", "password_file /etc/mosquitto/passwd", "listener 1883"]),
		);

		const again = await machine.cli("broker", "harden", "--restart-with", machine.restartWith);
		expect(again).toMatchObject({ code: 0, out: expect.stringContaining("Nothing was changed") });

		const user = await machine.cli("broker", "user", "add", "solar_heating", "--restart-with", machine.restartWith);
		expect(user).toMatchObject({
			code: 0,
			err: "",
			out: expect.stringMatching(/Password \(shown only now\): \S{27}\n/),
		});
		expect(machine.read("/etc/mosquitto/passwd")).toMatch(/^solar_heating:\$7\$1000\$\S+\n$/);
		expect(await machine.cli("broker", "user", "list")).toMatchObject({ code: 0, out: "solar_heating\n" });

		const back = await machine.cli(
			"broker",
			"rollback",
			"--to",
			backupOf(done.out),
			"--restart-with",
			machine.restartWith,
		);
		expect(back).toMatchObject({ code: 0, err: "" });
		expect(machine.read("/etc/mosquitto/mosquitto.conf")).toBe(before);
	});

	// #power-cut-any-step
	test("a power cut at any step leaves a broker that starts, and the next command ends what was begun", async () => {
		const all = await cuts(machine);
		expect(all.length).toBeGreaterThan(8);
		expect(all.map(({ point }) => point).join()).toContain("written beside /etc/mosquitto/mosquitto.conf");
		expect(all.filter(({ noted, mended }) => noted && !mended)).toEqual([]);
	}, 180_000);

	// #files-would-start-refused
	test("files with which it would not start are refused: nothing is changed, and the old broker goes on", async () => {
		machine.write("/etc/mosquitto/conf.d/mine.conf", "no_such_setting 1\n");
		const pid = machine.brokerPid();
		const done = await machine.cli("broker", "harden", "--restart-with", machine.restartWith);
		expect(done).toMatchObject({
			code: 1,
			err: expect.stringContaining("Mosquitto does not start with its files as they are now"),
		});
		expect(done.err).toContain("no_such_setting");
		expect(machine.read("/etc/mosquitto/mosquitto.conf")).not.toContain("allow_anonymous");
		expect(machine.brokerPid()).toBe(pid);
	});

	test("a TLS port whose authority is not on this machine is proven by its own certificate", async () => {
		const { cert, key } = authority("Elsewhere").sign("broker.lan");
		machine.write("/etc/mosquitto/foreign.crt", cert);
		machine.write("/etc/mosquitto/foreign.key", key);
		await machine.run("chown", "mosquitto:", "/etc/mosquitto/foreign.key");
		machine.write(
			"/etc/mosquitto/conf.d/tls.conf",
			"listener 8883\ncertfile /etc/mosquitto/foreign.crt\nkeyfile /etc/mosquitto/foreign.key\n",
		);
		const done = await machine.cli("broker", "harden", "--restart-with", machine.restartWith);
		expect(done).toMatchObject({ code: 0, err: "" });
	});

	// #broker-lets-strangers-all
	test("a broker that lets strangers in all the same is put back as it was", async () => {
		const before = machine.read("/etc/mosquitto/mosquitto.conf");
		// What starts the broker uses another file: it stays open whatever is written.
		machine.write(
			"/var/lib/mosquitto/open.conf",
			"listener 1883\nallow_anonymous true\npid_file /run/mosquitto/mosquitto.pid\n",
		);
		const script = `sed 's#/etc/mosquitto/mosquitto.conf#/var/lib/mosquitto/open.conf#' ${machine.restartWith} > /var/backups/other && sh /var/backups/other`;
		const done = await machine.cli("broker", "harden", "--restart-with", script);
		expect(done).toMatchObject({ code: 1, err: expect.stringContaining("(anonymous-allowed)") });
		expect(done.err).toContain("Everything is as before");
		expect(machine.read("/etc/mosquitto/mosquitto.conf")).toBe(before);
	});
});

const backupOf = (out: string) => /backup (\S+)[.]$/m.exec(out)?.[1] ?? "";
