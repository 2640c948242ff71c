import { glob, readFile } from "node:fs/promises";

/** The machine's Debian mirror, not that of security updates; undefined on other systems. */
export async function debianMirror(): Promise<string | undefined> {
	const release = await readFile("/etc/os-release", "utf8").catch(() => "");
	if (!/^ID=debian$/m.test(release)) return undefined;
	for (const pattern of [
		"/etc/apt/sources.list.d/*.sources",
		"/etc/apt/sources.list.d/*.list",
		"/etc/apt/sources.list",
	])
		for await (const file of glob(pattern)) {
			const lines = (await readFile(file, "utf8")).split("\n").filter((line) => !/^\s*#/.test(line));
			const mirrors = lines.flatMap((line) => /^(?:URIs:|deb\b).*?(\S+:\/\S+)/.exec(line)?.[1] ?? []);
			const mirror = mirrors.find((uri) => !uri.includes("security"));
			if (mirror !== undefined) return mirror;
		}
	return undefined;
}
