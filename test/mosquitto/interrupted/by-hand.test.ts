import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { BACKUPS } from "../../../src/app/broker/folder.ts";
import { type Debian, debian } from "../machine/debian.ts";

const CONF = "/etc/mosquitto/mosquitto.conf";

describe("A file that a person mended", () => {
	let machine: Debian;
	beforeEach(async () => {
		machine = await debian();
		await machine.startBroker();
	});
	afterEach(() => machine.close());
	const broker = (...args: readonly string[]) => machine.cli("broker", ...args, "--restart-with", machine.restartWith);
	const mended = () => `${machine.read(CONF)}# mended by hand\n`;

	/** Hardens with a power cut at the step at which the configuration has just been written. */
	const cutOff = async () => {
		const cut = new URL("cut-at.ts", import.meta.url).pathname;
		await machine.run(process.execPath, cut, `after ${CONF}`, machine.restartWith);
		expect(machine.has(`${BACKUPS}/under-way`)).toBe(true);
		expect(machine.read(CONF)).toContain("allow_anonymous false");
	};

	// #mended-hand-forget-way-out
	test("is not overwritten after a power cut; --forget is the way out, and everything works again", async () => {
		await cutOff();
		const text = mended();
		machine.write(CONF, text);
		for (const command of [["harden"], ["rollback"], ["user", "add", "solar_heating"]]) {
			const stuck = await broker(...command);
			expect(stuck).toMatchObject({ code: 1, err: expect.stringContaining(`${CONF}. Someone changed them`) });
			expect(stuck.err).toContain("broker rollback --forget");
			expect(machine.read(CONF)).toBe(text);
		}
		const forgotten = await broker("rollback", "--forget");
		expect(forgotten).toMatchObject({ code: 0, err: "", out: expect.stringContaining("is forgotten") });
		expect(machine.read(CONF)).toBe(text);
		expect(await broker("rollback", "--forget")).toMatchObject({
			code: 2,
			err: expect.stringContaining("nothing to forget"),
		});

		// Its text is what is wanted, but the broker that runs does not know it yet.
		expect((await broker("harden")).code).toBe(1);
		await machine.startBroker();
		expect(await broker("harden")).toMatchObject({ code: 0, err: "" });
		expect(machine.read(CONF)).toBe(text);
	});

	test("is what it was before, where nobody touched it after a power cut", async () => {
		const before = machine.read(CONF);
		await cutOff();
		expect((await broker("rollback", "--list")).code).toBe(0);
		const done = await broker("harden", "--dry-run");
		expect(done.code).toBe(0);
		await broker("user", "remove", "nobody");
		expect(machine.read(CONF)).toBe(before);
	});

	test("is not lost in a rollback unless that is asked for, and is kept then too", async () => {
		expect((await broker("harden")).code).toBe(0);
		const text = mended();
		machine.write(CONF, text);
		const refused = await broker("rollback");
		expect(refused).toMatchObject({
			code: 2,
			err: expect.stringContaining(`after this program last wrote them: ${CONF}`),
		});
		expect(machine.read(CONF)).toBe(text);
		expect(await broker("rollback", "--overwrite")).toMatchObject({ code: 0, err: "" });
		expect(machine.read(CONF)).not.toBe(text);
		const [kept] = (await broker("rollback", "--list")).out.split("\n").filter((line) => line.includes("-rollback "));
		expect((await broker("rollback", "--overwrite", "--to", kept?.split(" ")[0] ?? "")).code).toBe(0);
		expect(machine.read(CONF)).toBe(text);
	});

	test("is seen where it changes while a change is tried", async () => {
		const text = mended();
		const cut = new URL("edit-at.ts", import.meta.url).pathname;
		const { out, code } = await machine.run(process.execPath, cut, machine.restartWith, text);
		expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(`Someone changed ${CONF}`) });
		expect(machine.read(CONF)).toBe(text);
	});
});

describe("A dry run", () => {
	test("says how many lines go and come", async () => {
		const machine = await debian();
		try {
			machine.write(CONF, "listener 1883\nallow_anonymous true\npid_file /run/mosquitto/mosquitto.pid\n");
			await machine.startBroker();
			const dry = await machine.cli("broker", "harden", "--dry-run", "--restart-with", machine.restartWith);
			expect(dry).toMatchObject({ code: 0, err: "" });
			expect(dry.out).toContain("1 lines would be removed or changed, 9 would be added.");
		} finally {
			await machine.close();
		}
	});
});
