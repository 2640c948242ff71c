import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { foundLines } from "#drivers/gpio/found.ts";
import { gpio } from "#drivers/gpio/gpio.ts";
import { type FoundPlace, ROOTS } from "#model/plant/found.ts";
import { instant } from "#model/quantities/units.ts";
import { GpioKernel, PI } from "../../fakes/gpio-kernel.ts";

const kernel = new GpioKernel();
afterEach(() => {
	kernel.chips.length = 0;
	expect(kernel.opened).toBe(0);
});
const look = async () => (await foundLines(kernel)) as readonly FoundPlace[];

describe("looking for GPIO lines", () => {
	// #gpio-found
	it("lists the lines that reach the 40 pins, free and held, with what to write", async () => {
		const pi = kernel.add(PI[5]());
		pi.line(4).holder = "onewire@0";
		pi.line(17).drive(true);
		const found = await look();
		expect(found).toHaveLength(28);
		expect(found[17]).toEqual({
			kind: "line",
			at: "pinctrl-rp1/17",
			name: "GPIO17",
			likely: [{ what: "GPIO", sources: ["gpio:raspberry_pi/17"], targets: ["gpio:raspberry_pi/17"] }],
			state: { kind: "free" },
		});
		expect(found[4]?.state).toEqual({ kind: "held", by: "onewire@0" });
	});

	it("changes nothing", async () => {
		const pi = kernel.add(PI[4]());
		pi.line(17).drive(true);
		await look();
		expect([pi.line(17).output, pi.line(17).driven, pi.line(17).holder]).toEqual([true, [true], ""]);
	});

	it("lists of a large chip the lines that have a name, and of a small one all", async () => {
		kernel.add({
			nodes: [1],
			label: "INT34C5:00",
			lines: Array.from({ length: 300 }, (_, i) => (i === 7 ? "RELAY" : "")),
		});
		kernel.add({ nodes: [3], label: "cp2102n", lines: Array(4).fill("") });
		expect((await look()).map(({ at }) => at)).toEqual([
			"INT34C5:00/7",
			"cp2102n/0",
			"cp2102n/1",
			"cp2102n/2",
			"cp2102n/3",
		]);
	});

	it("names a chip that the app may not open", async () => {
		kernel.add(PI[4]()).permitted = false;
		expect(await look()).toMatchObject([
			{ kind: "board", at: "/dev/gpiochip0", state: { kind: "unreachable", fault: { code: "no_permission" } } },
		]);
	});

	it("looks where it is told, and a node that is no chip harms nothing", async () => {
		const dev = mkdtempSync(join(tmpdir(), "gpio-dev-"));
		try {
			writeFileSync(join(dev, "gpiochip0"), "");
			writeFileSync(join(dev, "gpiochips"), "");
			const finder = gpio.finder?.(gpio.options.parse({}), {
				tell: () => undefined,
				now: () => instant(0),
				roots: { ...ROOTS, dev },
			});
			expect(await finder?.find()).toMatchObject([
				{ kind: "board", at: join(dev, "gpiochip0"), state: { kind: "unreachable" } },
			]);
			await finder?.close();
		} finally {
			rmSync(dev, { recursive: true });
		}
	});

	it("finds nothing on a machine without GPIO", async () => {
		expect(await look()).toEqual([]);
	});
});
