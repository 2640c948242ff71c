import { realpathSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { rested } from "../addon/house.ts";
import { CANARY, until } from "../e2e/installation.ts";
import { LcusBoard } from "../fakes/lcus-board.ts";
import { IMAGE } from "./inside.ts";
import { VirtualMachine } from "./virtual-machine.ts";

const BOARD = "/dev/ttyS1";

describe("under its AppArmor profile, enforced by a kernel", () => {
	let board: LcusBoard;
	let machine: VirtualMachine;
	beforeAll(async () => {
		board = new LcusBoard();
		machine = await VirtualMachine.boot({
			image: IMAGE,
			serial: realpathSync(board.path),
			users: { solar: CANARY },
			options: {
				mqtt: { host: "127.0.0.1", username: "solar", password: CANARY },
				sensors: [
					{ id: "collector", role: "collector", source: "simulated:collector" },
					{ id: "tank", role: "tank", source: "simulated:tank" },
				],
				outputs: [
					{ id: "pump", role: "pump", target: `usb_relay:${BOARD}/1` },
					{ id: "heater", role: "heater", target: `usb_relay:${BOARD}/2`, wiring: "nc" },
				],
			},
		});
	}, 180_000);
	afterAll(async () => {
		await machine?.close();
		board?.close();
	});

	const logged = async (words: string, times = 1) => {
		for (const from = performance.now(); performance.now() - from < 60_000; await pause(200))
			if ((await machine.log()).split(words).length > times) return;
		throw new Error(`The container does not say ${words}:\n${await machine.log()}`);
	};
	/** In the controller's part of the profile, where Node is started from within: what an expression comes to, or its error. */
	const inNode = async (expression: string) => {
		const script = `try { console.log("came to", ${expression}) } catch (e) { console.log(e.code) }`;
		return (await machine.exec("/bin/sh", "-c", 'exec /usr/local/bin/node -e "$0"', script)).out.trim();
	};

	it("is loaded, starts the container, reaches its board and its broker, and is healthy", async () => {
		expect((await machine.sh("cat /sys/kernel/security/apparmor/profiles")).out).toBe(
			"solar_heating (enforce)\nsolar_heating//controller (enforce)\n",
		);
		await machine.starts();
		await logged('"code":"mqtt_connected"');
		await rested({ board }, 60_000);
		await logged('"code":"page_served"');
		expect(await machine.exec("curl", "-fsS", "--max-time", "10", "http://127.0.0.1:8099/healthz")).toMatchObject({
			code: 0,
		});
		const { out } = await machine.sh("cat /proc/[0-9]*/attr/apparmor/current 2>/dev/null | sort -u");
		expect(out).toContain("solar_heating (enforce)\nsolar_heating//controller (enforce)\n");
	}, 150_000);

	it.each([
		["read", "read"],
		["explain", "explain"],
		["backup --prepare", "backup", "--prepare", "--data", "/data"],
		["backup --finish", "backup", "--finish", "--data", "/data"],
		["audit-trail", "audit-trail", "--verify"],
	])(
		"lets the command %s do its work beside it",
		async (_, ...command) => {
			expect(await machine.exec("/usr/local/bin/solar-heating", ...command)).toMatchObject({ code: 0 });
		},
		60_000,
	);

	it("lets a killed controller be found, its outputs be driven to rest, and it come again", async () => {
		board.take();
		const find =
			"for p in /proc/[0-9]*; do grep -q '^solar_heating//controller' $p/attr/apparmor/current 2>/dev/null && echo";
		await machine.sh(`kill -9 $(${find} \${p#/proc/}; done)`);
		await logged("Its outputs are driven to rest");
		await rested({ board }, 60_000);
		await logged('"code":"mqtt_connected"', 2);
	}, 150_000);

	// #profile-opens-devices
	it.each(["gpiochip0", "i2c-1", "hidraw0"])("lets it open /dev/%s", async (node) => {
		expect(await inNode(`require("fs").openSync("/dev/${node}", "r+") > 2`)).toBe("came to true");
	});

	it("has refused nothing in all that", async () => {
		expect(await machine.refusals()).toEqual([]);
	});

	// #refuses-neither-app-nor
	it("refuses what neither the app nor who broke into it has any business with", async () => {
		const refused = async (expression: string) => [expression, await inNode(expression)];
		for (const expression of [
			'require("fs").writeFileSync("/etc/x", "")',
			'require("fs").writeFileSync("/opt/solar-heating/app.cjs", "")',
			'require("fs").readFileSync("/etc/shadow")',
			'require("fs").readdirSync("/run/s6/container_environment")',
			'require("child_process").execFileSync("/bin/sh", ["-c", "true"])',
			...["mem", "sda", "i2c-20", "bus/usb/001/001"].map((node) => `require("fs").openSync("/dev/${node}", "r+")`),
		])
			expect(await refused(expression)).toEqual([expression, "EACCES"]);
		expect(await inNode('require("fs").readFileSync("/data/options.json").length > 0')).toBe("came to true");
		expect((await machine.exec("cat", "/data/options.json")).out).toContain("Permission denied");
		expect((await machine.refusals()).length).toBeGreaterThan(4);
	});

	it("lets it end in good order, with its outputs at rest", async () => {
		await machine.sh("kill -TERM $(first)");
		await until("the container ends", async () => (await machine.sh("cat /container.code")).code === 0);
		expect((await machine.sh("cat /container.code")).out).toBe("0\n");
		expect(board.coils.slice(0, 2)).toEqual([false, true]);
	});
});
