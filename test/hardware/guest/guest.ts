import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { addCalls } from "../../../scripts/bundle/native.ts";
import { bundle } from "../../../scripts/bundle.ts";
import { slim } from "../../../scripts/image/slim.ts";
import { CHECKED_LOOP, GuestShell, type Told } from "../../fakes/guest-shell.ts";
import { debianParts, demand, type Machine, nodeFor, packagesFor } from "./packages.ts";

interface Emulated {
	readonly program: string;
	readonly machine: readonly string[];
	readonly console: string;
}
const EMULATED: Readonly<Record<Machine, Emulated>> = {
	// Its PL061 is a GPIO chip of eight lines. The power button, which only the emulator can press, is on line 3.
	arm64: { program: "qemu-system-aarch64", machine: ["-M", "virt", "-cpu", "cortex-a53"], console: "ttyAMA0" },
	amd64: { program: "qemu-system-x86_64", machine: ["-M", "q35", "-cpu", "max"], console: "ttyS0" },
};

export interface GuestOptions {
	readonly machine: Machine;
	/** Kernel modules to load, in this order. */
	readonly modules?: readonly string[];
	/** More words for qemu. */
	readonly devices?: readonly string[];
	/** Files beside the app, by their path. */
	readonly files?: Readonly<Record<string, string>>;
}

/** A machine with Debian's kernel and the shipped app, for devices that this machine does not have. Nothing else runs there. */
export class Guest {
	readonly #shell: GuestShell;
	readonly #dir: string;

	private constructor(shell: GuestShell, dir: string) {
		this.#shell = shell;
		this.#dir = dir;
	}

	static async boot({ machine, modules = [], devices = [], files = {} }: GuestOptions): Promise<Guest> {
		const dir = await mkdtemp(join(tmpdir(), "guest-"));
		const { kernel, libraries } = await debianParts(machine);
		const disk = join(dir, "disk");
		await cp(libraries, disk, { recursive: true, verbatimSymlinks: true });
		for (const unused of globSync(join(disk, "usr/{share,lib/*/{gconv,audit}}"))) await rm(unused, { recursive: true });
		await mkdir(join(disk, "modules"));
		for (const name of modules)
			for (const file of globSync(join(kernel, `lib/modules/**/${name}.ko`)))
				await copyFile(file, join(disk, "modules", basename(file)));
		await withApp(machine, dir, disk);
		await writeFile(join(disk, "init"), init(EMULATED[machine].console, modules), { mode: 0o755 });
		await mkdir(join(disk, "data"));
		for (const [path, text] of Object.entries(files)) {
			await mkdir(join(disk, path, ".."), { recursive: true });
			await writeFile(join(disk, path), text, { mode: 0o600 });
		}
		await demand("sh", ["-c", "find . | cpio --quiet -o -H newc >../disk.cpio"], disk);
		await rm(disk, { recursive: true });
		const shell = new GuestShell(started(machine, dir, globSync(join(kernel, "boot/vmlinuz-*"))[0] ?? "", devices), {
			checked: true,
		});
		await shell.ready(300_000);
		return new Guest(shell, dir);
	}

	/** A command line for the guest's shell. */
	sh(command: string, ms?: number): Promise<Told> {
		return this.#shell.sh(command, ms);
	}

	/** The app's command in the guest, with the options in /data. */
	app(command: string, ms = 120_000): Promise<Told> {
		return this.sh(`${APP} ${command} --options /data/options.json --data /data`, ms);
	}

	/** The same in the background; what it says goes to /NAME.log. */
	start(command: string): Promise<Told> {
		return this.sh(`${APP} ${command} --options /data/options.json --data /data >/${command}.log 2>&1 & echo $!`);
	}

	/** A command of the emulator, such as pulling a plug. */
	monitor(command: string): Promise<string> {
		return new Promise((resolve, reject) => {
			const socket = connect(join(this.#dir, "monitor"));
			let heard = "";
			socket.on("error", reject).on("close", () => resolve(heard));
			socket.on("data", (chunk: Buffer) => {
				const prompts = heard.split("(qemu)").length;
				heard += chunk;
				// It echoes what it gets, so the prompts are counted.
				if (prompts === 1 && heard.includes("(qemu)")) socket.write(`${command}\n`);
				else if (heard.split("(qemu)").length > 2) socket.end();
			});
		});
	}

	async close(): Promise<void> {
		await this.#shell.close();
		await rm(this.#dir, { recursive: true });
	}
}

const APP = "/usr/local/bin/node /opt/solar-heating/solar-heating.cjs";

/** The bundle with the compiled parts that npm installs for that machine. */
async function withApp(machine: Machine, dir: string, disk: string): Promise<void> {
	const app = join(disk, "opt/solar-heating");
	const cpu = machine === "amd64" ? "x64" : machine;
	await bundle("src/main.ts", app);
	const installed = join(dir, "installed");
	await mkdir(installed);
	await addCalls(await packagesFor(machine, installed), app, cpu);
	await rm(installed, { recursive: true });
	await slim(app, cpu);
	await mkdir(join(disk, "usr/local/bin"), { recursive: true });
	await copyFile(await nodeFor(machine), join(disk, "usr/local/bin/node"));
}

function started(machine: Machine, dir: string, kernel: string, devices: readonly string[]) {
	const { program, machine: kind, console } = EMULATED[machine];
	const size = ["-accel", "tcg,thread=multi", "-m", "1500", "-smp", "2", "-no-reboot", "-nic", "none"];
	const lines = ["-display", "none", "-serial", "stdio", "-monitor", `unix:${join(dir, "monitor")},server=on,wait=off`];
	const boot = [
		"-kernel",
		kernel,
		"-initrd",
		join(dir, "disk.cpio"),
		"-append",
		`console=${console} quiet rdinit=/init`,
	];
	return spawn(program, [...kind, ...size, ...lines, ...devices, ...boot], { stdio: ["pipe", "pipe", "inherit"] });
}

const init = (console: string, modules: readonly string[]) => `#!/bin/busybox sh
export PATH=/bin:/usr/bin:/usr/local/bin
/bin/busybox --install -s /bin
mkdir -p /proc /sys /dev /tmp /run
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev; mount -t debugfs debug /sys/kernel/debug
ip link set lo up
echo 1 >/proc/sys/kernel/printk
${modules.map((name) => `insmod /modules/${name}.ko`).join("\n")}
stty -F /dev/${console} raw -echo
echo; echo ready
${CHECKED_LOOP} </dev/${console} >/dev/${console} 2>&1
`;
