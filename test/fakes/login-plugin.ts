import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { compilerHere } from "../../scripts/compiler.ts";

/** Makes the plugin of login-plugin.c in this folder; the lines that a Mosquitto needs to ask it for logins and rights. */
export const loginPlugin = (folder: string): readonly string[] => [`auth_plugin ${made(folder, "login-plugin")}`];

/** The plugin of broken-login-plugin.c, which checks logins badly in this way, or with "" well. */
export const brokenLoginPlugin = (folder: string, breaks: string): readonly string[] => [
	`plugin ${made(folder, "broken-login-plugin")}`,
	...(breaks === "" ? [] : [`plugin_opt_breaks ${breaks}`]),
];

function made(folder: string, name: string): string {
	const compiler = compilerHere();
	if (compiler === undefined) throw new Error("There is no C compiler: npm run test:auth installs one");
	const plugin = join(folder, `${name}.so`);
	const source = join(import.meta.dirname, `${name}.c`);
	execFileSync(compiler, ["-shared", "-fPIC", "-nostdlib", "-o", plugin, source], { stdio: "pipe" });
	return plugin;
}
