import { compiler } from "./compiler.ts";
import { conclude, jest } from "./jest.ts";
import { brokers } from "./mosquitto-releases.ts";

/**
 * `npm run test:auth`: logins, rights, TLS and losses with three releases of Mosquitto, each with MQTT 5 and 3.1.1; broken
 * brokers; the Supervisor. Needs a C compiler for a plugin that behaves like Home Assistant's own. Arguments go to Jest.
 */
const { env, found } = await brokers(console.log);
const lacking = await compiler(console.log);
if (lacking !== undefined) console.log(lacking);
const all = [...found, lacking === undefined];
const tests = all.includes(false)
	? { passed: 0, failed: 0 }
	: await jest(["--config", "jest.auth.config.mjs", ...process.argv.slice(2)], env);
conclude(
	tests,
	all.filter((here) => !here),
);
