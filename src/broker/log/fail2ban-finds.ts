import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf } from "#model/untyped/error-code.ts";

/** ms. It reads few lines, but takes seconds to start on a small machine. */
const PATIENCE = 60_000;

/** Whether fail2ban finds an address in these lines; undefined if it is not installed. */
export async function fail2banFinds(
	filter: string,
	lines: string,
	env: Readonly<Record<string, string | undefined>>,
): Promise<boolean | undefined> {
	const folder = await mkdtemp(join(tmpdir(), "fail2ban-trial-"));
	try {
		const [log, conf] = [join(folder, "mosquitto.log"), join(folder, "filter.conf")];
		await writeFile(log, lines);
		await writeFile(conf, filter);
		return await new Promise((done) => {
			const args = ["--out", "ip", log, conf];
			execFile("fail2ban-regex", args, { env: { ...env }, timeout: PATIENCE }, (failed, out) =>
				done(failed !== null && codeOf(failed) === "ENOENT" ? undefined : /^[\d.:a-f]+$/m.test(out)),
			);
		});
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
