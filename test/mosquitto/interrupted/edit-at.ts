import { writeFileSync } from "node:fs";
import { BACKUPS } from "../../../src/app/broker/folder.ts";
import { brokerHarden } from "../../../src/cli/broker/change/harden.ts";
import { guest } from "../machine/guest-machine.ts";

/**
 * `edit-at.ts RESTART TEXT`: hardens the broker, and writes that text into its file as soon as the files have been tried.
 */
const [, , restartWith = "", text = ""] = process.argv;
const step = (reached: string) =>
	void (reached === "after try" && writeFileSync("/etc/mosquitto/mosquitto.conf", text));
process.exitCode = await brokerHarden(
	{ ...guest, err: process.stdout },
	{ backups: BACKUPS, restartWith, port: 1883, step },
);
