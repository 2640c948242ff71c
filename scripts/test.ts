import { check } from "./check.ts";
import { conclude, jest, WORKERS } from "./jest.ts";
import { mosquitto } from "./mosquitto.ts";

/** `npm test`: the checks, then every test but those of `npm run test:auth`; arguments go to Jest. */
const checks = (await check(console.log)).map((step) => step.ok);
const broker = await mosquitto(console.log);
if (broker.kind === "missing") console.log(broker.remedy);
const tests = await jest(
	[WORKERS, ...process.argv.slice(2)],
	broker.kind === "found" ? { MOSQUITTO: broker.path } : {},
);
conclude(tests, [...checks, ...(broker.kind === "found" ? [] : [false])]);
