import { availableParallelism } from "node:os";
import { check } from "./check.ts";
import { conclude, jest } from "./jest.ts";
import { mosquitto } from "./mosquitto.ts";

/** Jest would use one core of two. Most tests wait for a process now and then, so two at a time are faster. */
const WORKERS = Math.max(2, availableParallelism() - 1);

/** `npm test`: the checks, then every test but those of `npm run test:auth`; arguments go to Jest. */
const checks = (await check(console.log)).map((step) => step.ok);
const broker = await mosquitto(console.log);
if (broker.kind === "missing") console.log(broker.remedy);
const tests = await jest(
	[`--maxWorkers=${WORKERS}`, ...process.argv.slice(2)],
	broker.kind === "found" ? { MOSQUITTO: broker.path } : {},
);
conclude(tests, [...checks, ...(broker.kind === "found" ? [] : [false])]);
