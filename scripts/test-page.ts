import { debianPackages } from "./debian.ts";
import { conclude, jest } from "./jest.ts";

/** Without a font Chromium draws boxes instead of text. */
const DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
/** Prometheus' own client, which reads the metrics. */
const PROMETHEUS = "/usr/lib/python3/dist-packages/prometheus_client/parser.py";

/**
 * `npm run test:page`: the page in Debian's Chromium, with the app as a process. CHROMIUM may name another one. With PICTURES=1
 * it writes pictures of all views. Arguments go to Jest.
 */
const browser = {
	[process.env["CHROMIUM"] ?? "chromium"]: "chromium",
	[DEJAVU]: "fonts-dejavu-core",
	[PROMETHEUS]: "python3-prometheus-client",
};
const lacking = await debianPackages(browser, console.log);
if (lacking !== undefined) console.log(lacking);
const suite = ["--testMatch", "<rootDir>/test/page/**/*.test.ts", "--config", "jest.slow.config.mjs"];
const tests = lacking === undefined ? await jest([...process.argv.slice(2), ...suite], {}) : { passed: 0, failed: 0 };
conclude(tests, lacking === undefined ? [] : [false]);
