import { compiler } from "./compiler.ts";
import { conclude, jest } from "./jest.ts";
import { brokers } from "./mosquitto-releases.ts";

/**
 * `npm run test:auth`: logins, rights, TLS and losses against three releases of Mosquitto, each by MQTT 5 and 3.1.1;
 * broken brokers; the Supervisor. A C compiler makes a plugin that stands for Home Assistant's own. Arguments go to Jest.
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
