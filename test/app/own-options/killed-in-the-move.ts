/**
 * A program: moves the options that come on stdin, and prints the state of page and data folder before and after each call of the file
 * system and of the Supervisor, as a kill at that moment leaves it. With `forgets` the disk says that it has renamed a file, and has not; `full` it takes no more bytes.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { Desk } from "../../cli/desk.ts";
import { SelfAtSupervisor } from "../../fakes/supervisor/self.ts";

const desk = new Desk();
const at = await SelfAtSupervisor.start();
desk.env = { ...desk.env, ...at.env };
at.own = JSON.parse(fs.readFileSync(0, "utf8"));
const options = desk.file("data/options.json", at.written());

const states = new Map<string, object>();
function look(): void {
	const names = fs.readdirSync(desk.data).filter((name) => name !== "options.json");
	const data = Object.fromEntries(names.map((name) => [name, fs.readFileSync(join(desk.data, name), "utf8")]));
	const state = { page: at.own, data };
	states.set(JSON.stringify(state), { step: states.size, ...state });
}

const { source } = await import("#app/login/source.ts");
const { moveOptions } = await import("#app/own-options/moving.ts");
const sourced = source(desk.machine(), { options, data: desk.data });

const CALLS = ["openSync", "writeFileSync", "fsyncSync", "renameSync"] as const;
let looking = false;
for (const call of CALLS) {
	const real = fs[call] as (...args: readonly unknown[]) => unknown;
	Object.assign(fs, {
		[call]: (...args: readonly unknown[]) => {
			if (looking) return real(...args);
			looking = true;
			look();
			looking = false;
			if (call === "writeFileSync" && process.argv[2] === "full")
				throw Object.assign(new Error("full"), { code: "ENOSPC" });
			const result = call === "renameSync" && process.argv[2] === "forgets" ? undefined : real(...args);
			looking = true;
			look();
			looking = false;
			return result;
		},
	});
}
syncBuiltinESMExports();
at.before = look;
await moveOptions(desk.machine(), sourced, () => undefined);
look();
process.stdout.write(JSON.stringify([...states.values()]));
await at.close();
desk.clear();
