import { kill, pid } from "node:process";
import { brokerHarden } from "../../src/cli/broker-harden.ts";
import { BACKUPS } from "../../src/cli/program.ts";

/**
 * `cut.ts N RESTART`: hardens the broker, and cuts its own power at the Nth step that changes the disk. Prints the steps
 * on its way.
 */
const [, , nth = "0", restartWith = ""] = process.argv;
let step = 0;
process.exitCode = await brokerHarden(
	{
		argv: [],
		env: process.env,
		cwd: "/",
		out: process.stdout,
		err: process.stderr,
		terminal: false,
		onStop: () => undefined,
	},
	{
		backups: BACKUPS,
		restartWith,
		port: 1883,
		at(point) {
			step++;
			console.log(`${step} ${point}`);
			if (step === Number(nth)) kill(pid, "SIGKILL");
		},
	},
);
