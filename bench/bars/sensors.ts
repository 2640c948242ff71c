import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { emulated } from "../harness/emulated.ts";
import { type Bar, limit, percentile, steady } from "../harness/figures.ts";

const results = z.object({
	ms: z.array(z.number()).min(1),
	sensors: z.number(),
	failed: z.literal(0),
	transfers: z.number(),
	bits: z.number(),
});
const SCRIPT = join(import.meta.dirname, "../sensors/turns.ts");
/** Clock pulses of a Raspberry Pi's I2C bus in a millisecond, as delivered. */
const CLOCK = 100;

/** What a turn costs until every sensor is read: our own code, the way through the kernel, and the wire. */
export const sensors: Bar = {
	id: "sensors",
	title: "All sensors of the owner's plant, on boards over I2C, read in one turn: median, or fastest",
	async run({ quick, tell }) {
		const times = String(quick ? 100 : 400);
		const folder = mkdtempSync(join(tmpdir(), "bench-i2c-"));
		try {
			const inMachine = await emulated(join(folder, "log"), tell);
			const memory = await turns([process.execPath, SCRIPT, "memory", times]);
			const machine = await turns([...inMachine, process.execPath, SCRIPT, "machine", times]);
			return [
				steady("on a bus in memory", memory.ms, "ms", 2, told(memory)),
				steady("through the calls of the C library", machine.ms, "ms", 40, told(machine)),
				limit("on the wire, at 100 kHz", memory.bits / CLOCK, "ms", 25, { transfers: memory.transfers }),
			];
		} finally {
			rmSync(folder, { recursive: true });
		}
	},
};

const told = ({ ms, sensors }: z.output<typeof results>) => ({ p99: percentile(ms, 0.99), sensors });

async function turns([program = "", ...args]: readonly string[]) {
	const { stdout } = await promisify(execFile)(program, args, { env: { ...process.env, NODE_OPTIONS: "" } });
	return results.parse(JSON.parse(stdout));
}
