import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Debian, debian } from "./machine/debian.ts";

const CONF = "/etc/mosquitto/mosquitto.conf";

describe("files that cannot be replaced", () => {
	let machine: Debian;
	beforeEach(async () => {
		machine = await debian();
		await machine.startBroker();
	});
	afterEach(() => machine.close());
	const harden = (...more: readonly string[]) =>
		machine.cli("broker", "harden", "--restart-with", machine.restartWith, ...more);

	// #told-before-written
	test.each([
		[
			"a file that is mounted by itself",
			`mount --bind ${CONF} ${CONF}`,
			`umount ${CONF}`,
			"(EBUSY)",
			"mounted on its own",
		],
		[
			"a folder that is mounted read-only",
			"mount -o remount,bind,ro /etc/mosquitto",
			"mount -o remount,bind,rw /etc/mosquitto",
			"(EROFS)",
			"read-only",
		],
	])("are told in the dry run, and nothing is changed or blocked: %s", async (_, mount, unmount, cause, remedy) => {
		const before = machine.read(CONF);
		expect((await machine.run("sh", "-c", mount)).code).toBe(0);
		for (const done of [await harden("--dry-run"), await harden()]) {
			expect(done.code).toBe(1);
			expect(done.err).toContain(cause);
			expect(done.err).toContain(remedy);
			expect(done.err).toContain("Nothing was changed.");
			expect(done.err).not.toMatch(/restored/);
		}
		expect(JSON.parse((await harden("--json")).out)).toMatchObject({ ok: false, outcome: "refused" });
		expect(machine.read(CONF)).toBe(before);
		expect((await machine.run("sh", "-c", unmount)).code).toBe(0);
		expect(await harden()).toMatchObject({ code: 0, err: "" });
	});

	// #full-disk-changes-nothing
	test("on a full disk nothing is changed and nothing is blocked", async () => {
		const full = `cp -a /etc/mosquitto /var/backups/etc && mount -t tmpfs -o size=64k none /etc/mosquitto &&
			cp -a /var/backups/etc/. /etc/mosquitto && ! dd if=/dev/zero of=/etc/mosquitto/filler bs=4k 2>/dev/null`;
		expect((await machine.run("sh", "-c", full)).code).toBe(0);
		const conf = async () => (await machine.run("cat", CONF)).out;
		const before = await conf();
		const done = await harden();
		expect(done).toMatchObject({ code: 1, err: expect.stringContaining("ENOSPC") });
		expect(done.err).not.toContain("could not be restored");
		expect(await conf()).toBe(before);
		await machine.run("rm", "/etc/mosquitto/filler");
		expect(await harden()).toMatchObject({ code: 0, err: "" });
	});

	// #rollback-names-its-files
	test("a rollback names the files that it put back, and does not speak for the others", async () => {
		expect((await harden()).code).toBe(0);
		const list = (await machine.cli("broker", "rollback", "--list")).out;
		const name = /^(\S+-harden) /m.exec(list)?.[1] ?? "";
		const back = await machine.cli("broker", "rollback", "--to", name, "--restart-with", machine.restartWith);
		expect(back).toMatchObject({ code: 0, err: "" });
		expect(back.out).not.toContain("Everything is as before");
		expect(back.out).toContain(`\n  ${CONF}\n`);
	});
});
