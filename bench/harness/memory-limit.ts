import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A process that the kernel kills when it takes more memory than that. */
export interface MemoryLimit {
	/** Bytes of its own memory, without files that are mapped (VmRSS less RssFile). */
	used(): number;
	/** After the process has ended. */
	remove(): void;
}

/** By a control group of either version; needs root. Throws where there is none to be had. */
export function limitMemory(pid: number, bytes: number): MemoryLimit {
	const name = `solar-bench-${pid}`;
	const [folder, limit] = existsSync("/sys/fs/cgroup/memory/memory.limit_in_bytes")
		? [join("/sys/fs/cgroup/memory", name), "memory.limit_in_bytes"]
		: [join("/sys/fs/cgroup", name), "memory.max"];
	mkdirSync(folder);
	writeFileSync(join(folder, limit), String(bytes));
	writeFileSync(join(folder, "cgroup.procs"), String(pid));
	return {
		used: () => Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024,
		remove: () => rmdirSync(folder),
	};
}
