import { compiler } from "./compiler.ts";
import { conclude, jest } from "./jest.ts";
import { mosquitto } from "./mosquitto.ts";

/**
 * `npm run test:faults`: every call of the app to the outside, from start to end, fails once and hangs once, each in a run
 * of its own. Needs a C compiler for the library that injects the faults. Arguments go to Jest. FAULTS_ONLY is a pattern of
 * calls, such as `hang sync data/`; FAULTS_LIST a file for the results.
 */
const broker = await mosquitto(console.log);
if (broker.kind === "missing") console.log(broker.remedy);
const lacking = await compiler(console.log);
if (lacking !== undefined) console.log(lacking);
const ready = [broker.kind === "found", lacking === undefined];
const which = ["--testMatch", "<rootDir>/test/faults/**/*.test.ts"];
const env = broker.kind === "found" ? { MOSQUITTO: broker.path } : {};
const tests = ready.includes(false)
	? { passed: 0, failed: 0 }
	: await jest(["--config", "jest.slow.config.mjs", ...process.argv.slice(2), ...which], env);
conclude(
	tests,
	ready.filter((here) => !here),
);
