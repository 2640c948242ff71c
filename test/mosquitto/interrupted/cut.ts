import { kill, pid } from "node:process";
import { BACKUPS } from "../../../src/app/broker/folder.ts";
import { change } from "../../../src/cli/broker/change/change.ts";
import { brokerHarden } from "../../../src/cli/broker/change/harden.ts";
import { digest, guest } from "../machine/guest-machine.ts";

/**
 * `cut.ts N RESTART`: first does what any command does after a power cut, and prints `was` with what lies in the broker's
 * folder then; then hardens the broker, and cuts its own power at the Nth step that changes the disk. Prints the steps on its
 * way.
 */
const [, , nth = "0", restartWith = ""] = process.argv;
const flags = { backups: BACKUPS, restartWith };
await change({ ...guest, err: process.stdout }, flags, async () => ({ remedy: [] }));
console.log(`was ${digest("/etc/mosquitto")}`);
let step = 0;
process.exitCode = await brokerHarden(guest, {
	...flags,
	port: 1883,
	at(point) {
		step++;
		console.log(`${step} ${point}`);
		if (step === Number(nth)) kill(pid, "SIGKILL");
	},
});
