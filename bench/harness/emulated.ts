import { join } from "node:path";
import { debianPackages } from "../../scripts/debian.ts";

const TYPELIBS = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/girepository-1.0`;

/** What runs a program in a machine whose /dev/i2c-1 has the boards of the owner's plant; writes to them go to `log`. */
export async function emulated(log: string, tell: (line: string) => void): Promise<readonly string[]> {
	const lacking = await debianPackages(
		{
			"umockdev-wrapper": "umockdev",
			[`${TYPELIBS}/UMockdev-1.0.typelib`]: "gir1.2-umockdev-1.0",
			"/usr/lib/python3/dist-packages/gi": "python3-gi",
		},
		tell,
	);
	if (lacking !== undefined) throw new Error(lacking);
	const bus = join(import.meta.dirname, "../../test/hardware/i2c/bus.py");
	return ["umockdev-wrapper", "/usr/bin/python3", bus, log, "plain"];
}
