import { debianPackages } from "./debian.ts";
import { conclude, jest, WORKERS } from "./jest.ts";
import { brokers } from "./mosquitto-releases.ts";

/** rsyslog needs it for TLS. */
const GTLS = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/rsyslog/lmnsd_gtls.so`;

/**
 * `npm run test:broker`: changing a broker as in the guide, on brokers as Debian's package leaves them, in networks of
 * their own. As root, like the administrator of a broker. Arguments go to Jest.
 */
const { env, found } = await brokers(console.log);
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
const args = ["--config", "jest.slow.config.mjs", "--testMatch", "<rootDir>/test/mosquitto/**/*.test.ts"];
const all = [...found, lacking === undefined];
const tests = all.includes(false)
	? { passed: 0, failed: 0 }
	: await jest([WORKERS, ...process.argv.slice(2), ...args], env);
conclude(
	tests,
	all.filter((here) => !here),
);
