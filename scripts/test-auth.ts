import { compiler } from "./compiler.ts";
import { conclude, jest } from "./jest.ts";
import { mosquitto } from "./mosquitto.ts";
import { mosquitto21 } from "./mosquitto21.ts";

/**
 * `npm run test:auth`: logins, rights, TLS and losses against the system's Mosquitto and a 2.1, each by MQTT 5 and 3.1.1;
 * broken brokers; the Supervisor. A C compiler makes a plugin that stands for Home Assistant's own. Arguments go to Jest.
 */
const found = [await mosquitto(console.log), await mosquitto21(console.log)];
for (const broker of found) if (broker.kind === "missing") console.log(broker.remedy);
const lacking = await compiler(console.log);
if (lacking !== undefined) console.log(lacking);
const [system, newer] = found.flatMap((broker) => (broker.kind === "found" ? [broker.path] : []));
const tests =
	system === undefined || newer === undefined || lacking !== undefined
		? { passed: 0, failed: 0 }
		: await jest(["--config", "jest.auth.config.mjs", ...process.argv.slice(2)], {
				MOSQUITTO: system,
				MOSQUITTO21: newer,
			});
conclude(
	tests,
	[...found.map(({ kind }) => kind === "found"), lacking === undefined].filter((here) => !here),
);
