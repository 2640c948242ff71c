import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { compilerHere } from "../../scripts/compiler.ts";

/** Makes the plugin of login-plugin.c in this folder; the lines that a Mosquitto needs to ask it for logins and rights. */
export function loginPlugin(folder: string): readonly string[] {
	const compiler = compilerHere();
	if (compiler === undefined) throw new Error("There is no C compiler: npm run test:auth installs one");
	const plugin = join(folder, "login-plugin.so");
	const source = join(import.meta.dirname, "login-plugin.c");
	execFileSync(compiler, ["-shared", "-fPIC", "-nostdlib", "-o", plugin, source], { stdio: "pipe" });
	return [`auth_plugin ${plugin}`];
}
