import { type ChildProcess, spawn } from "node:child_process";
import {
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { programOf, type Release } from "../../fakes/mosquitto.ts";
import { type Ended, ended } from "./debian.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** Where the README wants this folder. */
export const INSTALLED = "/opt/solar-heating";

export interface BootedOptions {
	/** Files and folders of this machine, by the path under which that one has them. */
	readonly sees?: Readonly<Record<string, string>>;
	/** Mosquitto of this release instead of the one that is installed here, under the same unit and files. */
	readonly release?: Release;
}

/**
 * A machine that systemd has booted, with the programs of this one and whatever is installed here: everything that it writes
 * stays in its memory and is gone with it. Its processes, devices and network are its own; the kernel is this one's.
 */
export interface Booted {
	/** A command line for `sh`, as root, in /root. */
	sh(script: string): Promise<Ended>;
	/** The same; throws where it does not exit with 0. */
	must(script: string): Promise<string>;
	/** What a service has written. */
	journal(unit: string): Promise<string>;
	close(): Promise<void>;
}

export async function booted({ sees = {}, release = "system" }: BootedOptions = {}): Promise<Booted> {
	const dir = mkdtempSync(join(tmpdir(), "booted-"));
	const groups = groupsFor(dir);
	const script = join(dir, "boot");
	writeFileSync(script, boot(dir, { ...brokerIn(dir, release), ...sees }), { mode: 0o755 });
	const apart = ["--mount", "--propagation", "private", "--net", "--pid", "--fork", "--kill-child", "--ipc", "--uts"];
	const entering = groups.map((group) => `echo $$ > ${group}/cgroup.procs`).join(" && ");
	const keeper = spawn("sh", ["-c", `${entering} && exec unshare ${apart.join(" ")} --cgroup ${script}`], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	let said = "";
	for (const stream of [keeper.stdout, keeper.stderr])
		stream.on("data", (chunk: Buffer) => {
			said += chunk;
		});
	const close = async () => {
		const gone = new Promise((resolve) => keeper.once("exit", resolve));
		if (keeper.exitCode === null && keeper.kill("SIGKILL")) await gone;
		for (const group of groups) emptied(group);
		rmSync(dir, { recursive: true, force: true });
	};
	const inside = (command: string) => {
		const first = firstIn(keeper);
		if (first === undefined) throw new Error(`The machine does not run: ${said}`);
		const env = {
			PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
			HOME: "/root",
			NODE_COMPILE_CACHE: `${INSTALLED}/.cache/compiled`,
		};
		const into = ["--target", first, "--mount", "--net", "--pid", "--ipc", "--uts", "--cgroup", "--root", "--wd"];
		return ended(
			spawn("nsenter", [...into, "sh", "-c", `cd /root && ${command}`], { env, stdio: ["ignore", "pipe", "pipe"] }),
		);
	};
	const machine: Booted = {
		sh: async (command) => inside(command),
		async must(command) {
			const { code, out, err } = await inside(command);
			if (code !== 0) throw new Error(`${command}: exit ${code}\n${out}\n${err}`);
			return out;
		},
		journal: async (unit) => (await inside(`journalctl --no-pager --output cat --unit ${unit}`)).out,
		close,
	};
	try {
		await up(machine);
	} catch (failed) {
		await close();
		throw failed;
	}
	return machine;
}

/**
 * A release runs by its own loader, so what takes the program's place is a script; and from a folder that a unit without
 * homes sees too.
 */
function brokerIn(dir: string, release: Release): Readonly<Record<string, string>> {
	const runner = programOf(release);
	if (release === "system" || runner === undefined) return {};
	const program = join(dir, "mosquitto");
	writeFileSync(program, `#!/bin/sh\nexec ${join(RELEASE, basename(runner))} "$@"\n`, { mode: 0o755 });
	return { [RELEASE]: dirname(runner), "/usr/sbin/mosquitto": program };
}
const RELEASE = "/opt/mosquitto";

async function up(machine: Booted): Promise<void> {
	let last = "";
	for (let n = 0; n < 150; n++) {
		await pause(200);
		const { out, err } = await machine.sh("systemctl is-system-running").catch((failed: unknown) => ({
			out: "",
			err: String(failed),
		}));
		last = out.trim() || err.trim();
		if (last === "running") return;
	}
	throw new Error(`systemd does not come up: ${last}\n${(await machine.sh("systemctl --failed; journalctl -b")).out}`);
}

/** The process of its systemd, seen from here. */
function firstIn({ pid, exitCode }: ChildProcess): string | undefined {
	if (exitCode !== null) return undefined;
	try {
		return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")[0] || undefined;
	} catch {
		return undefined;
	}
}

const CGROUPS = "/sys/fs/cgroup";
const UNIFIED = existsSync(`${CGROUPS}/cgroup.controllers`);

/** Control groups of its own: systemd takes what it is given for the whole tree. */
function groupsFor(dir: string): readonly string[] {
	const name = dir.split("/").at(-1) ?? "";
	const trees = UNIFIED ? [CGROUPS] : [`${CGROUPS}/systemd`, `${CGROUPS}/unified`];
	return trees.map((tree) => {
		const group = join(tree, name);
		mkdirSync(group);
		return group;
	});
}

/** Control groups are removed one by one, the innermost first; the kernel lets go of the dead in its own time. */
function emptied(group: string): void {
	for (let n = 0; n < 50; n++)
		try {
			for (const path of groupsUnder(group)) rmdirSync(path);
			return;
		} catch {
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
		}
}

const groupsUnder = (group: string): readonly string[] => [...globSync(`${group}/*/`).flatMap(groupsUnder), group];

const DEVICES = ["null", "zero", "full", "random", "urandom", "tty"];

function boot(dir: string, sees: Readonly<Record<string, string>>): string {
	const root = join(dir, "root");
	const at = (path: string) => join(root, path);
	const binds = Object.entries({ [INSTALLED]: ROOT, ...sees });
	return `#!/bin/sh
set -e
mkdir -p ${dir}/memory ${root}
mount -t tmpfs tmpfs ${dir}/memory
mkdir ${dir}/memory/upper ${dir}/memory/work
mount -t overlay overlay -o lowerdir=/,upperdir=${dir}/memory/upper,workdir=${dir}/memory/work ${root}
mount -t proc proc ${at("proc")}
mount -t sysfs -o ro sysfs ${at("sys")}
for folder in run tmp dev; do mount -t tmpfs tmpfs ${root}/$folder; done
chmod 1777 ${at("tmp")}
for name in ${DEVICES.join(" ")}; do touch ${at("dev")}/$name; mount --bind /dev/$name ${at("dev")}/$name; done
mkdir ${at("dev/pts")} ${at("dev/shm")}
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts ${at("dev/pts")}
ln -s pts/ptmx ${at("dev/ptmx")}
ln -s /proc/self/fd ${at("dev/fd")}
mount -t tmpfs tmpfs ${at("dev/shm")}
${
	UNIFIED
		? `mount -t cgroup2 cgroup2 ${at("sys/fs/cgroup")}`
		: `mount -t tmpfs -o mode=755 tmpfs ${at("sys/fs/cgroup")}
mkdir ${at("sys/fs/cgroup/systemd")} ${at("sys/fs/cgroup/unified")}
mount -t cgroup -o none,name=systemd cgroup ${at("sys/fs/cgroup/systemd")}
mount -t cgroup2 cgroup2 ${at("sys/fs/cgroup/unified")}`
}
${binds
	.map(([path, from]) =>
		statSync(from).isDirectory()
			? `mkdir -p ${at(path)}; mount --rbind ${from} ${at(path)}`
			: `touch ${at(path)}; mount --bind ${from} ${at(path)}`,
	)
	.join("\n")}
: > ${at("etc/machine-id")}
ip link set lo up
cd ${root}
mkdir .before
pivot_root . .before
exec chroot . sh -c 'umount -l /.before && rmdir /.before && exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin container=other /lib/systemd/systemd --system --unit=basic.target'
`;
}
