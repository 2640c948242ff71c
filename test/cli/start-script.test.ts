import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";

const SCRIPT = join(import.meta.dirname, "../../bin/solar-heating");
const PROGRAM = "console.log(JSON.stringify({pid:process.pid,node:process.execPath,args:process.argv.slice(2)}))";

describe("the script that starts it", () => {
	let home: string;
	let script: string;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), "start script "));
		script = join(home, "bin/solar-heating");
		for (const folder of ["bin", "dist", "src", "path", "node_modules/.bin"])
			mkdirSync(join(home, folder), { recursive: true });
		copyFileSync(SCRIPT, script);
		writeFileSync(join(home, "dist/solar-heating.cjs"), PROGRAM);
	});
	afterEach(() => rmSync(home, { recursive: true }));

	const node = (text: string, path = join(home, "path/node")) => {
		writeFileSync(path, `#!/bin/sh\n${text}\n`);
		chmodSync(path, 0o755);
	};
	const started = async (program: string, ...args: readonly string[]) => {
		const env = { PATH: [join(home, "path"), "/usr/bin", "/bin"].join(delimiter) };
		const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
		let [out, err] = ["", ""];
		child.stdout.on("data", (chunk: Buffer) => {
			out += chunk;
		});
		child.stderr.on("data", (chunk: Buffer) => {
			err += chunk;
		});
		const code = await new Promise((resolve) => child.once("close", resolve));
		return { pid: child.pid, code, out, err };
	};

	it("becomes the Node that lies beside it, with every argument as it was given", async () => {
		symlinkSync(process.execPath, join(home, "node_modules/.bin/node"));
		node("exit 9");
		const { pid, code, out } = await started(script, "a b", "$HOME", "");
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ pid, args: ["a b", "$HOME", ""] });
	});

	it("takes the machine's own where there is none beside it, also when it is called by a link", async () => {
		symlinkSync(process.execPath, join(home, "path/node"));
		symlinkSync(script, join(home, "path/link"));
		const { pid, out } = await started(join(home, "path/link"), "run");
		expect(JSON.parse(out)).toMatchObject({ pid, args: ["run"] });
	});

	it("opens no debugger when it is sent SIGUSR1", async () => {
		symlinkSync(process.execPath, join(home, "node_modules/.bin/node"));
		const listening = 'console.log(require("node:inspector").url() ?? "no debugger")';
		// A signal is heard before a timer that is set after it.
		const program = `process.kill(process.pid, "SIGUSR1"); setTimeout(() => ${listening}, 500);`;
		writeFileSync(join(home, "dist/solar-heating.cjs"), program);
		const { code, out, err } = await started(script);
		expect([code, out, err]).toEqual([0, "no debugger\n", ""]);
	});

	it("runs the sources where they are there", async () => {
		symlinkSync(process.execPath, join(home, "node_modules/.bin/node"));
		writeFileSync(join(home, "src/main.ts"), 'const words: string = "the sources"; console.log(words);');
		expect((await started(script)).out).toBe("the sources\n");
	});

	it("says what to do where Node is too old, or not there", async () => {
		node("echo v20.20.2");
		const old = await started(script);
		expect([old.code, old.err]).toEqual([
			1,
			`Solar Heating needs Node 24; found: v20.20.2. Run \`npm ci\` in ${home} to get it beside the app.\n`,
		]);
		node("exit 127");
		expect((await started(script)).err).toContain("found: none.");
	});

	it("says what is missing where nothing was built", async () => {
		rmSync(join(home, "dist"), { recursive: true });
		expect(await started(script)).toMatchObject({
			code: 1,
			err: `Neither ${home}/src/main.ts nor ${home}/dist/solar-heating.cjs is there.\n`,
		});
	});
});
