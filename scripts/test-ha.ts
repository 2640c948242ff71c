import { debianPackages } from "./debian.ts";
import { OLDEST } from "./home-assistant/place.ts";
import { homeAssistant } from "./home-assistant.ts";
import { conclude, jest } from "./jest.ts";
import { brokers } from "./mosquitto-releases.ts";

/** Without a font Chromium draws boxes instead of text. */
const DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

/** `npm run test:ha`: the app in a real Home Assistant, with real brokers. Arguments go to Jest. */
const { env, found } = await brokers(console.log);
const homes = [await homeAssistant(console.log), await homeAssistant(console.log, OLDEST)];
/** The browser for the front end. CHROMIUM may name another one. */
const browser = { [process.env["CHROMIUM"] ?? "chromium"]: "chromium", [DEJAVU]: "fonts-dejavu-core" };
const lacking = await debianPackages(browser, console.log);
if (lacking !== undefined) console.log(lacking);
for (const home of homes) if (home.kind === "missing") console.log(home.remedy);
// A single value must be last: --testMatch would take following arguments for patterns too.
const suite = ["--testMatch", "<rootDir>/test/ha/**/*.test.ts", "--config", "jest.slow.config.mjs"];
const all = [...found, ...homes.map(({ kind }) => kind === "found"), lacking === undefined];
const tests = all.includes(false) ? { passed: 0, failed: 0 } : await jest([...suite, ...process.argv.slice(2)], env);
conclude(
	tests,
	all.filter((there) => !there),
);
