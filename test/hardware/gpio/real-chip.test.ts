import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Guest } from "../guest/guest.ts";
import { oneWire, sensors, texts } from "../guest/house.ts";
import { until } from "../guest/wait.ts";

const CHIP = "9030000.pl061";
/** The emulator's power button. */
const BUTTON = 3;

const options = {
	language: "en",
	one_wire: oneWire,
	sensors: [
		...sensors,
		{ id: "meter", role: "other", source: `gpio:${CHIP}/${BUTTON}/pulses` },
		{ id: "contact", role: "other", source: `gpio:${CHIP}/4` },
	],
	outputs: [
		{ id: "pump", role: "pump", target: `gpio:${CHIP}/0` },
		{ id: "heater", role: "heater", target: `gpio:${CHIP}/1/active_low` },
	],
};

/** A kernel for arm64 with a GPIO chip, the app as it is shipped, and the kernel's own list of its lines. */
describe("on a GPIO chip of a kernel for arm64", () => {
	let guest: Guest;
	beforeAll(async () => {
		const files = { ...texts({ collector: 70, tank: 40 }), "/data/options.json": JSON.stringify(options) };
		guest = await Guest.boot({ machine: "arm64", files });
	}, 400_000);
	afterAll(() => guest?.close());

	/** As the kernel shows it: who holds the line, direction, level. */
	const line = async (offset: number) => {
		const { out } = await guest.sh("cat /sys/kernel/debug/gpio");
		const [, holder = "", state = ""] =
			new RegExp(`gpio-${504 + offset} \\(.*\\|(\\S+) *\\) (\\w+ +\\w+)`).exec(out) ?? [];
		return `${holder} ${state}`.trim();
	};
	/** What the app shows of each sensor and output. */
	const shown = async () => {
		const { out } = await guest.app("read");
		return Object.fromEntries([...out.matchAll(/^(\w+) +(\w+)/gm)].map(([, id = "", value = ""]) => [id, value]));
	};

	it("finds its lines by the chip's label, and takes none by looking", async () => {
		const { code, out } = await guest.app("read --discover --json");
		expect([0, 1]).toContain(code);
		const { hardware } = JSON.parse(out);
		const lines = hardware.filter(({ kind }: { kind?: string }) => kind === "line");
		expect(lines.map(({ at }: { at: string }) => at)).toEqual(Array.from({ length: 8 }, (_, i) => `${CHIP}/${i}`));
		expect(await line(0)).toBe("");
	});

	it("sets a relay that is energised at 3.3 V, and leaves one that is energised at 0 V at rest", async () => {
		await guest.start("run");
		await until("the pump runs", async () => (await line(0)) === "solar-heating out hi");
		// Each line is asked for in its turn.
		await until("the other relay is held", async () => (await line(1)) === "solar-heating out hi");
		expect(await line(4)).toMatch(/^solar-heating in/);
	}, 150_000);

	// #real-pulses
	it("counts pulses by the kernel's interrupts", async () => {
		for (let nth = 1; nth <= 5; nth++) {
			await guest.monitor("system_powerdown");
			// The button comes up again after 100 ms of the guest's time.
			await until("it is up", async () => /lo/.test((await line(BUTTON)).slice(-2)));
		}
		await until("5 pulses are counted", async () => (await shown())["meter"] === "5");
	}, 150_000);

	it("tells another program who holds the line, and takes none from itself", async () => {
		const other = { ...options, sensors: options.sensors.slice(0, 2) };
		await guest.sh(`mkdir -p /other; echo '${JSON.stringify(other)}' >/other/options.json`);
		const rest =
			"/usr/local/bin/node /opt/solar-heating/solar-heating.cjs rest --options /other/options.json --data /other";
		// A machine that is emulated by a busy one may load the driver more slowly than `rest` waits for it.
		await until("it says who holds them", async () => {
			const { code, out } = await guest.sh(rest, 120_000);
			expect(code).toBe(1);
			return out.includes("another program");
		});
		expect(await line(0)).toBe("solar-heating out hi");
	}, 300_000);

	// #real-kill
	it("keeps its level when the app is killed, and the way to rest changes it", async () => {
		await guest.sh("kill -9 $(pidof node)");
		await until("it is gone", async () => (await line(0)) === "");
		expect(await shown()).toMatchObject({ pump: "on", heater: "off" });
		expect((await guest.app("rest")).code).toBe(0);
		expect(await shown()).toMatchObject({ pump: "off", heater: "off" });
	}, 300_000);
});
