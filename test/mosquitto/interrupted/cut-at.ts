import { kill, pid } from "node:process";
import { BACKUPS } from "../../../src/app/broker/folder.ts";
import { brokerHarden } from "../../../src/cli/broker/change/harden.ts";
import { guest } from "../machine/guest-machine.ts";

/** `cut-at.ts POINT RESTART`: hardens the broker, and cuts its own power at that step. */
const [, , point, restartWith = ""] = process.argv;
const at = (reached: string) => void (reached === point && kill(pid, "SIGKILL"));
process.exitCode = await brokerHarden(guest, { backups: BACKUPS, restartWith, port: 1883, at });
