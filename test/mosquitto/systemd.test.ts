import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { rested } from "../addon/house.ts";
import { until } from "../e2e/installation.ts";
import { LcusBoard } from "../fakes/lcus-board.ts";
import { RELEASES } from "../fakes/mosquitto.ts";
import { FakeW1 } from "../fakes/w1.ts";
import { type Booted, booted, INSTALLED } from "./machine/booted.ts";

const ROOT = join(import.meta.dirname, "../..");
const COLLECTOR = "28-0000000000c0";
const TANK = "28-0000000000a0";
const BOARD = "/dev/relay-board";
const CLI = `${INSTALLED}/bin/solar-heating`;
const PASSWORD = "/etc/solar-heating/broker-password";

/** What the README says of systemd, line by line. */
const steps = (): string => {
	const [, rest = ""] = readFileSync(join(ROOT, "README.md"), "utf8").split("**As a service of systemd**");
	return /```sh\n([\s\S]*?)```/.exec(rest)?.[1] ?? "";
};

describe.each(RELEASES)("on a Debian with systemd and Mosquitto %s, as the README says it", (release) => {
	let machine: Booted;
	let board: LcusBoard;
	let w1: FakeW1;
	beforeAll(async () => {
		board = new LcusBoard({ relays: 4, answers: true });
		w1 = new FakeW1();
		w1.set(COLLECTOR, 70);
		w1.set(TANK, 50);
		// As the kernel shows them to everybody.
		chmodSync(w1.root, 0o755);
		const port = realpathSync(board.path);
		// As udev does with serial ports.
		execFileSync("chown", ["root:dialout", port]);
		execFileSync("chmod", ["660", port]);
		machine = await booted({ release, sees: { [BOARD]: port, "/srv/w1": w1.root } });
		const options = {
			mqtt: { host: "localhost", username: "solar_heating", password_file: PASSWORD },
			one_wire: { root: "/srv/w1", pace: 1 },
			sensors: [
				{ id: "collector", role: "collector", source: `one_wire:${COLLECTOR}` },
				{ id: "tank", role: "tank", source: `one_wire:${TANK}` },
			],
			outputs: [
				{ id: "pump", role: "pump", target: `usb_relay:${BOARD}/1`, least_run: 0, least_rest: 0 },
				{ id: "heater", role: "heater", target: `usb_relay:${BOARD}/2`, wiring: "nc" },
			],
		};
		await machine.must(`cat > my-options.json <<'EOF'\n${JSON.stringify(options)}\nEOF`);
	});
	afterAll(async () => {
		await machine?.close();
		board?.close();
		w1?.close();
	});

	const property = async (name: string, unit = "solar-heating") =>
		(await machine.must(`systemctl show --property ${name} --value ${unit}`)).trim();
	/** Its number is the unit's main process: systemd sees the app itself. */
	const controller = () => property("MainPID");
	/** It controls, and systemd has been told so: from then on it watches over it. */
	const controls = async () => {
		await until("the pump runs", () => board.coils[0] === true);
		await until("systemd knows it", async () => (await property("ActiveState")) === "active");
	};
	const cli = (args: string) => machine.sh(`SOLAR_HEATING_DATA=/var/lib/solar-heating ${CLI} ${args}`);
	const done = async (args: string) => {
		const { code, out, err } = await cli(args);
		expect([args, code, err]).toEqual([args, 0, ""]);
		return out;
	};
	/** How often the app came in at the broker. */
	const joins = async () => (await machine.journal("solar-heating")).split('"code":"mqtt_connected"').length - 1;
	const joinedAfter = async (times: number) => {
		await until("it comes in at the broker", async () => (await joins()) > times);
	};

	it("is installed by its steps, starts when the first turn is done, and controls the plant", async () => {
		await machine.must(`set -e\n${steps()}`);
		expect(await property("ActiveState")).toBe("active");
		await controls();
	});

	// The broker has no part in these.
	if (release === "system")
		describe("the app's unit", () => {
			it("runs as a user without rights, and can write nowhere but in its own folders", async () => {
				const status = await machine.must(`cat /proc/${await controller()}/status`);
				const field = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, "m").exec(status)?.[1];
				expect([field("CapEff"), field("CapBnd"), field("NoNewPrivs"), field("Seccomp")]).toEqual([
					"0000000000000000",
					"0000000000000000",
					"1",
					"2",
				]);
				expect(field("Uid")).toBe((await machine.must("id -u solar-heating")).trim());
				const asIt = `nsenter --target ${await controller()} --mount sh -c`;
				for (const path of ["/etc/x", "/usr/x", "/opt/solar-heating/x", "/var/x"])
					expect([path, (await machine.sh(`${asIt} ': > ${path}'`)).code]).toEqual([path, 2]);
				for (const own of ["/var/lib/solar-heating", "/var/cache/solar-heating"])
					expect(await machine.must(`stat --format '%U %a' ${own}`)).toBe("solar-heating 700\n");
			});

			it("killed by -9, its outputs go to rest, and it comes again", async () => {
				const pid = await controller();
				board.take();
				await machine.must(`kill -9 ${pid}`);
				await rested({ board }, 60_000);
				await controls();
				expect(await controller()).not.toBe(pid);
			});

			it("hanging as a whole, it is killed, its outputs go to rest within 35 s, and it comes again", async () => {
				const pid = await controller();
				board.take();
				await machine.must(`kill -STOP ${pid}`);
				const took = await rested({ board }, 60_000);
				console.info(`SIGSTOP under systemd: rest after ${Math.round(took)} ms`);
				await controls();
				expect(await controller()).not.toBe(pid);
				expect(await machine.journal("solar-heating")).toMatch(/[Ww]atchdog timeout/);
			});

			it("hanging before it has said that it is there, it is killed within 35 s as well, and comes again", async () => {
				await machine.must("systemctl stop solar-heating");
				// As it would be left by a controller before this one.
				board.coils.fill(true);
				board.take();
				await machine.must("systemctl start --no-block solar-heating");
				await until("there is a process", async () => (await controller()) !== "0");
				const pid = await controller();
				await machine.must(`kill -STOP ${pid}`);
				expect(await property("ActiveState")).toBe("activating");
				const took = await rested({ board }, 60_000);
				console.info(`SIGSTOP at the start, under systemd: rest after ${Math.round(took)} ms`);
				await controls();
				expect(await controller()).not.toBe(pid);
			});
		});

	it("joins Debian's own Mosquitto, which the broker's commands close to strangers and give rights and TLS", async () => {
		await machine.must("systemctl start mosquitto");
		const running = release === "system" ? "" : release;
		expect(await machine.must("cat /var/log/mosquitto/mosquitto.log")).toContain(`mosquitto version ${running}`);
		await done("broker harden");
		await done(`broker user add solar_heating --password-to ${PASSWORD}`);
		await machine.must(`chown solar-heating: ${PASSWORD}`);
		await done("broker acl --apply --options /etc/solar-heating/options.json");
		await done("broker tls --name localhost");
		await joinedAfter(0);
		const { out } = await cli("check --json --options /etc/solar-heating/options.json");
		const { steps } = JSON.parse(out);
		expect(steps.filter(({ status }: { status: string }) => status === "fail")).toEqual([]);
		expect(await property("ActiveState", "mosquitto")).toBe("active");
	});

	it("gets a new password by its timer's service when the old one is 90 days old, with the app going on", async () => {
		await machine.must(
			`cp ${INSTALLED}/packaging/systemd/solar-heating-* /etc/systemd/system/ && systemctl daemon-reload`,
		);
		await machine.must("systemctl start solar-heating-rotate");
		expect(await machine.journal("solar-heating-rotate")).toContain("Nothing was changed");
		const [pid, times] = [await controller(), await joins()];
		const before = await machine.must(`touch --date '100 days ago' ${PASSWORD} && cat ${PASSWORD}`);
		await machine.must("systemctl start solar-heating-rotate");
		expect(await machine.must(`cat ${PASSWORD}`)).not.toBe(before);
		await joinedAfter(times);
		expect(await controller()).toBe(pid);
		const trail = await done("audit-trail --json");
		expect(trail).toMatch(/"actor":"root","what":"broker_changed","facts":\{[^}]*"change":"rotate"/);
	});

	it.each(["solar-heating-broker-backup", "solar-heating-broker-tls"])(
		"%s does its work",
		async (service) => {
			await machine.must(`systemctl start ${service}`);
			expect(await property("Result", service)).toBe("success");
		},
		60_000,
	);

	it("has timers that wait for their time", async () => {
		const timers = ["rotate", "broker-backup", "broker-tls"].map((name) => `solar-heating-${name}.timer`);
		await machine.must(`systemctl enable --now ${timers.join(" ")}`);
		for (const timer of timers) expect([timer, await property("ActiveState", timer)]).toEqual([timer, "active"]);
	});

	it("stopped, it ends in good order with its outputs at rest", async () => {
		board.take();
		await machine.must("systemctl stop solar-heating");
		// It would be `timeout` where systemd had to kill it.
		expect(await property("Result")).toBe("success");
		expect(board.coils.slice(0, 2)).toEqual([false, true]);
		// The next start takes what this one compiled.
		expect(await machine.must("find /var/cache/solar-heating -type f | wc -l")).not.toBe("0\n");
	});
});
