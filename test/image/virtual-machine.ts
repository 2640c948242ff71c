import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { podman } from "../e2e/container.ts";
import { GuestShell, type Told } from "../fakes/guest-shell.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Of this machine, with the libraries that they are linked with. */
const PROGRAMS = ["/bin/busybox", "/sbin/apparmor_parser", "/usr/sbin/mosquitto"];
export interface MachineOptions {
	readonly image: string;
	/** A serial line of this machine that becomes the guest's /dev/ttyS1. */
	readonly serial: string;
	/** The app's options; the broker is at 127.0.0.1. */
	readonly options: object;
	/** Logins at the broker. */
	readonly users: Readonly<Record<string, string>>;
}

/**
 * A machine with a kernel of its own, Debian's, in an emulator: a Mosquitto, and the app's image in a container whose
 * first program begins under the app's AppArmor profile, as Docker lets it. For what this machine's kernel does not have.
 */
export class VirtualMachine {
	readonly #shell: GuestShell;
	readonly #dir: string;

	private constructor(shell: GuestShell, dir: string) {
		this.#shell = shell;
		this.#dir = dir;
	}

	static async boot(given: MachineOptions): Promise<VirtualMachine> {
		const dir = mkdtempSync(join(tmpdir(), "machine-"));
		const disk = join(dir, "disk");
		await filled(disk, given);
		const archive = join(dir, "disk.cpio");
		execFileSync("sh", ["-c", `cd ${disk} && find . | cpio --quiet -o -H newc > ${archive}`]);
		const kernel = ["-kernel", process.env["SOLAR_HEATING_KERNEL"] ?? "", "-initrd", archive];
		const words = ["-append", "console=ttyS0 quiet apparmor=1 security=apparmor rdinit=/init"];
		const lines = ["-display", "none", "-monitor", "none", "-serial", "stdio", "-serial", given.serial];
		const size = ["-accel", "tcg,thread=multi", "-cpu", "max", "-m", "3000", "-smp", "2", "-no-reboot", "-nic", "none"];
		const qemu = spawn("qemu-system-x86_64", [...size, ...lines, ...kernel, ...words], {
			stdio: ["pipe", "pipe", "inherit"],
		});
		const shell = new GuestShell(qemu);
		await shell.ready();
		return new VirtualMachine(shell, dir);
	}

	/** A command line for the guest's shell, as its root and outside of the container. */
	sh(command: string, ms?: number): Promise<Told> {
		return this.#shell.sh(command, ms);
	}

	/** Lets the container's first program begin, under the profile. */
	async starts(): Promise<void> {
		await this.sh("(unshare -m -p -f /container > /container.log 2>&1; echo $? > /container.code) &");
	}
	/** Runs a program in the container, under the profile, as `docker exec` does. */
	exec(...command: readonly string[]): Promise<Told> {
		const words = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
		return this.sh(`env -i /bin/nsenter -t $(first) -m -p -r -- /labelled ${words}`);
	}
	/** What the container has written. */
	async log(): Promise<string> {
		return (await this.sh("cat /container.log")).out;
	}
	/** What AppArmor has refused until now. */
	async refusals(): Promise<readonly string[]> {
		const { out } = await this.sh(`dmesg | grep 'apparmor="DENIED"'`);
		return out.split("\n").filter((line) => line !== "");
	}

	async close(): Promise<void> {
		await this.#shell.close();
		rmSync(this.#dir, { recursive: true });
	}
}

/** All that the machine has, as it begins. */
async function filled(disk: string, { image, options, users }: MachineOptions): Promise<void> {
	mkdirSync(join(disk, "c"), { recursive: true });
	const write = (path: string, text: string, mode = 0o644) => {
		mkdirSync(dirname(join(disk, path)), { recursive: true });
		writeFileSync(join(disk, path), text, { mode });
	};
	const linked = execFileSync("sh", ["-c", `ldd ${PROGRAMS.join(" ")} 2>/dev/null | grep -o '/[^ :]*'`], {
		encoding: "utf8",
	});
	for (const file of new Set([...PROGRAMS, ...linked.split("\n").filter((line) => line !== "")])) {
		mkdirSync(dirname(join(disk, file)), { recursive: true });
		copyFileSync(file, join(disk, file));
	}
	cpSync("/etc/apparmor.d", join(disk, "etc/apparmor.d"), { recursive: true });
	copyFileSync(join(ROOT, "apparmor.txt"), join(disk, "apparmor.txt"));
	const logins = Object.entries(users).map(([user, password]) => `${user}:${password}\n`);
	write("passwd", logins.join(""), 0o600);
	execFileSync("mosquitto_passwd", ["-U", join(disk, "passwd")]);
	write("mosquitto.conf", "listener 1883 127.0.0.1\nallow_anonymous false\npassword_file /passwd\nuser root\n");
	write("etc/passwd", "root:x:0:0::/:/bin/sh\n");
	const container = (await podman("create", image)).trim();
	try {
		execFileSync("sh", ["-c", `podman export ${container} | tar -x -C ${join(disk, "c")}`]);
	} finally {
		await podman("rm", container);
	}
	write("c/data/options.json", JSON.stringify(options), 0o600);
	write("init", INIT, 0o755);
	write("container", CONTAINER, 0o755);
	write("bin/first", FIRST, 0o755);
	copyFileSync("/bin/busybox", join(disk, "c/busybox"));
	const environment: readonly string[] = JSON.parse(await podman("inspect", "--format={{json .Config.Env}}", image));
	write("c/labelled", labelled(environment), 0o755);
}

const INIT = `#!/bin/busybox sh
export PATH=/bin:/sbin:/usr/sbin
/bin/busybox --install -s /bin
mkdir -p /proc /sys /dev /tmp /run
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
mount -t securityfs security /sys/kernel/security
ip link set lo up
echo 1 > /proc/sys/kernel/printk
apparmor_parser -r -K /apparmor.txt
mosquitto -c /mosquitto.conf > /mosquitto.log 2>&1 &
stty -F /dev/ttyS0 raw -echo
echo; echo ready
while read -r line; do eval "$line"; done < /dev/ttyS0 > /dev/ttyS0 2>&1
`;

/** As runc makes it: a root of its own, and no more devices than the app's manifest asks for. */
const CONTAINER = `#!/bin/sh
mount --rbind /c /c
mkdir -p /c/proc /c/sys /c/dev /c/run /c/tmp
mount -t proc proc /c/proc
mount -t sysfs -o ro sysfs /c/sys
mount -t tmpfs -o mode=755 tmpfs /c/dev
for name in null zero full random urandom tty ttyS1; do touch /c/dev/$name; mount --bind /dev/$name /c/dev/$name; done
# Nodes that lead nowhere, for what the profile says of their names.
mkdir -p /c/dev/bus/usb/001
for name in gpiochip0 i2c-1 i2c-20 hidraw0 mem sda bus/usb/001/001; do mknod /c/dev/$name c 1 3; done
ln -s /proc/self/fd /c/dev/fd
for n in 0 1 2; do ln -s /proc/self/fd/$n /c/dev/$(echo stdin stdout stderr | cut -d' ' -f$((n + 1))); done
mount -t tmpfs -o mode=755 tmpfs /c/run
mount -t tmpfs tmpfs /c/tmp
cd /c
mount --move . /
exec ./busybox chroot . /busybox env -i /labelled /init
`;

/** The container's first process, as the guest numbers it. */
const FIRST = `#!/bin/sh
for process in /proc/[0-9]*; do
	case $(cat $process/attr/apparmor/current 2>/dev/null) in
	solar_heating*) echo \${process#/proc/}; exit ;;
	esac
done
exit 1
`;

/** With the image's own settings, as Docker gives them. */
const labelled = (environment: readonly string[]) => `#!/busybox sh
export ${environment.map((setting) => `'${setting.replaceAll("'", "'\\''")}'`).join(" ")}
echo "exec solar_heating" > /proc/self/attr/apparmor/exec && exec "$@"
`;
