import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const run = (program: string, ...args: readonly string[]) =>
	execFileSync(program, args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

const SERVICES = "addon/rootfs/etc/s6-overlay/s6-rc.d";
const files = globSync("addon/rootfs/**", { cwd: ROOT }).filter((path) => statSync(join(ROOT, path)).isFile());
const scripts = files.filter((path) => read(path).startsWith("#!"));
/** For running it without a container. */
const STARTER = "bin/solar-heating";

describe("the scripts of the container", () => {
	it("are the two services and the command", () => {
		expect(scripts.sort()).toEqual([
			`${SERVICES}/solar-heating-watchdog/run`,
			`${SERVICES}/solar-heating/finish`,
			`${SERVICES}/solar-heating/run`,
			"addon/rootfs/usr/local/bin/solar-heating",
		]);
	});

	test.each([...scripts, STARTER])("%s can be run, and shellcheck finds nothing in it", (path) => {
		expect(statSync(join(ROOT, path)).mode & 0o111).toBe(0o111);
		expect(run("shellcheck", "--severity=style", path)).toBe("");
	});

	it("end their lines as Linux does", () => {
		for (const path of files) expect([path, read(path).includes("\r")]).toEqual([path, false]);
	});

	it("are services that s6-rc starts, the watchdog after what it watches", () => {
		const registered = globSync(`${SERVICES}/user/contents.d/*`, { cwd: ROOT }).map((path) => path.split("/").at(-1));
		expect(registered.sort()).toEqual(["solar-heating", "solar-heating-watchdog"]);
		for (const name of registered) expect(read(`${SERVICES}/${name}/type`)).toBe("longrun\n");
		expect(files).toContain(`${SERVICES}/solar-heating/dependencies.d/base`);
		expect(files).toContain(`${SERVICES}/solar-heating-watchdog/dependencies.d/solar-heating`);
	});

	it("are given less time to end than Home Assistant gives the container", () => {
		const ms = (name: string) => Number(read(`${SERVICES}/solar-heating/${name}`));
		const grace = Number(/S6_KILL_GRACETIME=(\d+)/.exec(read("Dockerfile"))?.[1]);
		const { timeout } = parse(read("config.yaml"));
		expect(ms("timeout-kill") + ms("timeout-finish") + grace).toBeLessThan(timeout * 1000);
	});
});

describe("the AppArmor profile", () => {
	it("is one that the parser takes", () => {
		expect(() => run("apparmor_parser", "-Q", "-K", "apparmor.txt")).not.toThrow();
	});

	it("has one name at the start of a line, which the Supervisor replaces", () => {
		const names = read("apparmor.txt").match(/^profile \S+/gm);
		expect(names).toEqual(["profile solar_heating"]);
	});

	it("gives the controller no capability, no disk and no raw network", () => {
		const [, controller = ""] = read("apparmor.txt").split("profile controller");
		expect(controller).not.toMatch(
			/capability|\bmount\b|(?<!deny )ptrace|network raw|\/dev\/(?:sd|mem|\*)|^\s*\/\*\*/m,
		);
	});

	// #profile-devices
	it("lets the controller open the devices of its drivers, and no other", () => {
		const [, controller = ""] = read("apparmor.txt").split("profile controller");
		const rules = [...controller.matchAll(/^\s*(\/dev\/.*),$/gm)].map(([, rule]) => rule);
		expect(rules).toEqual([
			"/dev/ r",
			"/dev/tty* rwk",
			"/dev/serial/{,**} r",
			"/dev/i2c-[0-9] rw",
			"/dev/gpiochip* rw",
			"/dev/hidraw* rw",
			"/dev/{null,zero,random,urandom} rw",
		]);
		expect(controller).not.toMatch(/^\s*\/sys\/.*\b\w*w\w*,$/m);
	});
});

describe("the systemd unit", () => {
	const unit = "packaging/systemd/solar-heating.service";

	it("is one that systemd understands, and exposes little", () => {
		const folder = mkdtempSync(join(tmpdir(), "unit-"));
		try {
			// The programs that it names have to be there: here they are in this checkout.
			const file = join(folder, "solar-heating.service");
			writeFileSync(file, read(unit).replaceAll("/opt/solar-heating", ROOT));
			expect(run("systemd-analyze", "verify", file)).toBe("");
			// Out of 100; the command fails above.
			expect(() => run("systemd-analyze", "security", "--offline=true", "--threshold=25", file)).not.toThrow();
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	it("asks for no group that a machine may not have: it could not start then", () => {
		expect(read(unit)).not.toMatch(/^SupplementaryGroups=/m);
	});

	it("gets the groups that the machine has, by the line of the README", () => {
		const line = /^for group in .*$/m.exec(read("README.md"))?.[0] ?? "";
		const machine = 'getent() { [ "$2" = dialout ] || [ "$2" = i2c ]; }; usermod() { echo "$3"; }';
		expect(run("sh", "-c", `${machine}; ${line}; true`).trim().split("\n")).toEqual(["dialout", "i2c"]);
	});

	it("has a rule for HID relay boards that opens no keyboard", () => {
		const rules = read("packaging/systemd/60-solar-heating.rules").split("\n");
		const [rule = "", ...others] = rules.filter((line) => line !== "" && !line.startsWith("#"));
		expect(others).toEqual([]);
		expect(rule).toMatch(/^SUBSYSTEM=="hidraw", ATTRS\{idVendor\}=="16c0", ATTRS\{idProduct\}=="05df", /);
		expect(rule).toMatch(/GROUP="solar-heating", MODE="0660"$/);
	});

	it("drives the outputs to rest after every end, comes again for ever, and notices one that stands still", () => {
		const text = read(unit);
		const value = (key: string) => new RegExp(`^${key}=(.*)$`, "m").exec(text)?.[1];
		expect(value("ExecStopPost")).toMatch(/ rest --options \/etc\/solar-heating\/options\.json$/);
		expect(value("ExecStart")).toMatch(/ run --options \/etc\/solar-heating\/options\.json$/);
		expect(value("Restart")).toBe("always");
		expect(value("StartLimitIntervalSec")).toBe("0");
		expect(Number(value("WatchdogSec"))).toBeLessThan(30);
		// A stopped process hears nothing else.
		expect(value("WatchdogSignal")).toBe("SIGKILL");
	});
});

describe("the compose file", () => {
	const { services } = parse(read("packaging/compose/compose.yaml"));
	const service = services["solar-heating"];

	it("runs the app as strictly as its image is tested", () => {
		expect(Object.keys(services)).toEqual(["solar-heating"]);
		expect(service).toMatchObject({
			read_only: true,
			cap_drop: ["ALL"],
			security_opt: ["no-new-privileges:true"],
			mem_limit: "256m",
			restart: "unless-stopped",
		});
		for (const key of ["privileged", "network_mode", "pid", "cap_add", "user"]) expect(service).not.toHaveProperty(key);
		expect(service.tmpfs).toEqual(["/run:exec,mode=755", "/tmp"]);
	});

	it("gets one device, and others where a # is taken away", () => {
		const devices = (file: string): readonly string[] => parse(file).services["solar-heating"].devices;
		expect(devices(read("packaging/compose/compose.yaml"))).toHaveLength(1);
		const all = devices(read("packaging/compose/compose.yaml").replaceAll(/# (?=- \/dev)/g, ""));
		expect(all.slice(1)).toEqual(["/dev/gpiochip0", "/dev/i2c-1", "/dev/hidraw0"]);
	});

	it("keeps what has to outlive it, and is made from this checkout, never fetched by its name", () => {
		expect(service.volumes).toContain("./data:/data");
		expect(service.build).toBe("../..");
		expect(service.pull_policy).toBe("build");
	});

	it("asks for the health as the image does, and shows its port to this machine alone", () => {
		const [, asked = "[]"] = /CMD (\[.+\])/.exec(read("Dockerfile")) ?? [];
		expect(service.healthcheck.test).toEqual(["CMD", ...JSON.parse(asked)]);
		expect(service.ports).toEqual(["127.0.0.1:8099:8099"]);
	});

	it("leaves time for a stop, and the way to rest", () => {
		expect(service.stop_grace_period).toBe("30s");
	});
});
