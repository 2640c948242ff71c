import { compiler } from "./compiler.ts";
import { debianPackages } from "./debian.ts";
import { esphome } from "./esphome.ts";
import { conclude, jest } from "./jest.ts";
import { MASTERS, others, ZIGBEE2MQTT } from "./others.ts";

/** Debian's own Python has Debian's modules; another one in PATH has not. */
const MODULES = "/usr/lib/python3/dist-packages";
const TYPELIB = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/girepository-1.0`;

/**
 * `npm run test:hardware`: the drivers against servers, masters and buses that others wrote. As root on Debian it installs
 * what it needs. Under 8 minutes. Arguments go to Jest.
 */
const lacking = await debianPackages(
	{
		[`${MODULES}/pymodbus`]: "python3-pymodbus",
		[`${MODULES}/serial`]: "python3-serial",
		[`${MODULES}/serial_asyncio`]: "python3-serial-asyncio",
		"/usr/include/modbus/modbus.h": "libmodbus-dev",
		"/usr/include/stdio.h": "libc6-dev",
		mbpoll: "mbpoll",
		"umockdev-wrapper": "umockdev",
		[`${TYPELIB}/UMockdev-1.0.typelib`]: "gir1.2-umockdev-1.0",
		[`${MODULES}/gi`]: "python3-gi",
		i2cdetect: "i2c-tools",
		cpio: "cpio",
		"qemu-system-x86_64": "qemu-system-x86",
		"qemu-system-aarch64": "qemu-system-arm",
	},
	console.log,
);
const noCompiler = await compiler(console.log);
const masters = await others(MASTERS, console.log);
const zigbee2mqtt = await others(ZIGBEE2MQTT, console.log);
const remedies = [masters, zigbee2mqtt].map((found) => (found.kind === "missing" ? found.remedy : undefined));
const noEsphome = esphome(process.env, console.log);
for (const remedy of [lacking, noCompiler, noEsphome, ...remedies]) if (remedy !== undefined) console.log(remedy);
const ready = [lacking, noCompiler, noEsphome, ...remedies].map((remedy) => remedy === undefined);
const args = ["--config", "jest.slow.config.mjs", "--testMatch", "<rootDir>/test/hardware/**/*.test.ts"];
const env = {
	...(masters.kind === "found" && { MODBUS_MASTERS: masters.path }),
	...(zigbee2mqtt.kind === "found" && { ZIGBEE2MQTT: zigbee2mqtt.path }),
};
const tests = ready.includes(false) ? { passed: 0, failed: 0 } : await jest([...process.argv.slice(2), ...args], env);
conclude(
	tests,
	ready.filter((here) => !here),
);
