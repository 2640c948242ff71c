import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addonRoot } from "./addon-root.ts";
import { compiler } from "./compiler.ts";
import { debianPackages } from "./debian.ts";
import { conclude, jest } from "./jest.ts";
import { mosquitto } from "./mosquitto.ts";

/**
 * `npm run test:addon`: the container's scripts under Debian's s6, with the shipped app; and the files for systemd, compose
 * and AppArmor. Arguments go to Jest.
 */
const WANTED = {
	"s6-svscan": "s6",
	execlineb: "execline",
	shellcheck: "shellcheck",
	apparmor_parser: "apparmor",
	"systemd-analyze": "systemd",
	"systemd-notify": "systemd",
	unshare: "util-linux",
	ip: "iproute2",
};
/** A network of its own, where the app's port is free. */
const NETWORK = ["--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
const APART = ["unshare", ...(process.getuid?.() === 0 ? [] : ["--map-root-user"]), ...NETWORK];

const broker = await mosquitto(console.log);
const missing =
	broker.kind === "missing"
		? broker.remedy
		: ((await debianPackages(WANTED, console.log)) ?? (await compiler(console.log)));
if (missing !== undefined) console.log(missing);
conclude(missing === undefined ? await tested() : { passed: 0, failed: 0 }, missing === undefined ? [] : [false]);

async function tested() {
	const tree = await mkdtemp(join(tmpdir(), "addon-root-"));
	try {
		await addonRoot(tree);
		const env = { SOLAR_HEATING_ROOT: tree, ...(broker.kind === "found" ? { MOSQUITTO: broker.path } : {}) };
		const which = ["--testMatch", "<rootDir>/test/addon/**/*.test.ts"];
		return await jest(["--config", "jest.slow.config.mjs", ...process.argv.slice(2), ...which], env, APART);
	} finally {
		await rm(tree, { recursive: true });
	}
}
