import { debianPackages } from "./debian.ts";
import { homeAssistant } from "./home-assistant.ts";
import { conclude, jest } from "./jest.ts";
import { mosquitto } from "./mosquitto.ts";
import { mosquitto21 } from "./mosquitto21.ts";

/** Chromium draws little boxes where there is no font. */
const DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

/** `npm run test:ha`: the app in a real Home Assistant, with real brokers. Arguments go to Jest. */
const found = [await mosquitto(console.log), await mosquitto21(console.log), await homeAssistant(console.log)];
/** What looks at the front end. CHROMIUM may name another one. */
const browser = { [process.env["CHROMIUM"] ?? "chromium"]: "chromium", [DEJAVU]: "fonts-dejavu-core" };
const lacking = await debianPackages(browser, console.log);
if (lacking !== undefined) console.log(lacking);
for (const one of found) if (one.kind === "missing") console.log(one.remedy);
const [system, newer, home] = found.flatMap((one) => (one.kind === "found" ? [one.path] : []));
// Last what takes one value only: --testMatch would take the arguments after it for patterns too.
const suite = ["--testMatch", "<rootDir>/test/ha/**/*.test.ts", "--config", "jest.slow.config.mjs"];
const tests =
	system === undefined || newer === undefined || home === undefined || lacking !== undefined
		? { passed: 0, failed: 0 }
		: await jest([...suite, ...process.argv.slice(2)], { MOSQUITTO: system, MOSQUITTO21: newer });
const all = [...found.map(({ kind }) => kind === "found"), lacking === undefined];
conclude(
	tests,
	all.filter((there) => !there),
);
