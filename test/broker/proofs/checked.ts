import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { type CheckFlags, check } from "#cli/app/check/check.ts";
import { PASSWORD, USER } from "./ask.ts";

export interface Said {
	readonly id: string;
	readonly status: string;
	readonly class: string;
	readonly message: string;
	readonly remedy: string;
}
export interface Checked {
	readonly code: number;
	readonly ok: boolean;
	readonly steps: readonly Said[];
	/** `id class` of everything that a person should know. */
	readonly findings: readonly string[];
}

/** What `check --json` says, with the options of this broker group, a data folder of its own, and files by name. */
export async function checked(
	mqtt: Readonly<Record<string, unknown>>,
	flags: CheckFlags = {},
	files: Readonly<Record<string, string>> = {},
): Promise<Checked> {
	const folder = mkdtempSync(join(tmpdir(), "checked-"));
	try {
		const file = (name: string, text: string) => writeFileSync(join(folder, name), text, { mode: 0o600 });
		for (const [name, text] of Object.entries(files)) file(name, text);
		file("installation-id", "abcd2345");
		const whole = { host: "127.0.0.1", username: USER, password: PASSWORD, ...mqtt };
		const ca = "ca" in whole ? { ca: join(folder, String(whole.ca)) } : {};
		file("options.json", JSON.stringify({ mqtt: { ...whole, ...ca } }));
		let out = "";
		const ear = new Writable({
			write(chunk, _, done) {
				out += chunk;
				done();
			},
		});
		const machine = { argv: [], env: {}, cwd: folder, out: ear, err: ear, terminal: false, onStop: () => undefined };
		const code = await check(machine, { ...flags, json: true, options: "options.json", data: folder });
		if (out.includes(PASSWORD)) throw new Error("The password was said.");
		const { ok, steps } = JSON.parse(out);
		return { code, ok, steps, findings: findingsIn(steps) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** As a script would look for them: everything that is not plainly good, and was tried. */
const findingsIn = (steps: readonly Said[]) =>
	steps.filter((s) => s.status !== "skipped" && s.class !== "ok").map((s) => `${s.id} ${s.class}`);
