import { randomBytes } from "node:crypto";
import { run } from "./child.ts";
import { debianPackages } from "./debian.ts";
import { debianKernel } from "./image/kernel.ts";
import { type Image, image } from "./image.ts";
import { conclude, jest } from "./jest.ts";
import { mosquitto } from "./mosquitto.ts";

/**
 * `npm run test:image`: builds the image like a release and runs it with the strictest settings. Repeats the stories of
 * `test/e2e` with the app in a container, then runs those of `test/image`. Arguments go to Jest.
 */
const WANTED = { ip: "iproute2", mosquitto_sub: "mosquitto-clients", curl: "curl" };
/** A kernel that enforces the AppArmor profile. The emulated machine is an amd64. */
const EMULATOR = {
	"qemu-system-x86_64": "qemu-system-x86",
	apparmor_parser: "apparmor",
	busybox: "busybox-static",
	cpio: "cpio",
};
const EMULATES = process.arch === "x64";
/** A network of its own: no port of the machine is used, and nothing outside can be reached. */
const APART = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];

const broker = await mosquitto(console.log);
const missing =
	broker.kind === "missing"
		? broker.remedy
		: await debianPackages({ ...WANTED, ...(EMULATES && EMULATOR) }, console.log);
if (missing !== undefined) console.log(missing);
const built = missing === undefined ? await building() : undefined;
conclude(built === undefined ? { passed: 0, failed: 0 } : await tested(built), built === undefined ? [false] : []);

async function building(): Promise<(Image & { readonly kernel?: string }) | undefined> {
	const began = performance.now();
	try {
		const made = await image(console.log);
		console.log(`image built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
		if (EMULATES) return { ...made, kernel: await debianKernel(made.at, console.log) };
		console.log("That a kernel enforces the AppArmor profile is tested on amd64 only.");
		return made;
	} catch (error) {
		console.log(error instanceof Error ? error.message : error);
		return undefined;
	}
}

async function tested({ name, at, kernel }: Image & { readonly kernel?: string }) {
	const suite = randomBytes(4).toString("hex");
	const env = {
		...at.env,
		SOLAR_HEATING_IMAGE: name,
		SOLAR_HEATING_SUITE: suite,
		...(kernel !== undefined && { SOLAR_HEATING_KERNEL: kernel }),
		...(broker.kind === "found" ? { MOSQUITTO: broker.path } : {}),
	};
	const folders = ["--testMatch", "<rootDir>/test/image/**/*.test.ts", "<rootDir>/test/e2e/**/*.test.ts"];
	const without = kernel === undefined ? ["--testPathIgnorePatterns=/node_modules/|image/apparmor"] : [];
	const config = ["--config", "jest.slow.config.mjs", "--runInBand", ...process.argv.slice(2), ...folders, ...without];
	try {
		return await jest(config, env, APART);
	} finally {
		const filter = ["--filter", `label=solar-heating.suite=${suite}`];
		const { stdout } = await run("podman", ["ps", "--all", "--quiet", ...filter], { env: at.env });
		const left = stdout.split("\n").filter((id) => id !== "");
		if (left.length > 0) await run("podman", ["rm", "--force", "--time=0", ...left], { env: at.env });
	}
}
