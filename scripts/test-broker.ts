import { debianPackages } from "./debian.ts";
import { conclude, jest } from "./jest.ts";
import { mosquitto } from "./mosquitto.ts";
import { mosquitto21 } from "./mosquitto21.ts";

/** By which rsyslog speaks TLS. */
const GTLS = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/rsyslog/lmnsd_gtls.so`;

/**
 * `npm run test:broker`: the broker's side of the guide, on brokers as Debian's package leaves them, in networks of their
 * own; as root, as whoever administers a broker. Arguments go to Jest.
 */
const found = [await mosquitto(console.log), await mosquitto21(console.log)];
for (const broker of found) if (broker.kind === "missing") console.log(broker.remedy);
const lacking = await debianPackages(
	{
		ip: "iproute2",
		unshare: "util-linux",
		journalctl: "systemd",
		"fail2ban-regex": "fail2ban",
		rsyslogd: "rsyslog",
		[GTLS]: "rsyslog-gnutls",
	},
	console.log,
);
if (lacking !== undefined) console.log(lacking);
const [system, newer] = found.flatMap((broker) => (broker.kind === "found" ? [broker.path] : []));
const args = ["--config", "jest.slow.config.mjs", "--testMatch", "<rootDir>/test/broker/**/*.test.ts"];
const tests =
	system === undefined || newer === undefined || lacking !== undefined
		? { passed: 0, failed: 0 }
		: await jest([...process.argv.slice(2), ...args], { MOSQUITTO: system, MOSQUITTO21: newer });
conclude(tests, [
	...found.filter(({ kind }) => kind === "missing").map(() => false),
	...(lacking === undefined ? [] : [false]),
]);
