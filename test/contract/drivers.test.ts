import { describe, expect, it, test } from "@jest/globals";
import { type AnyDriver, type Device, FATES } from "#drivers/driver.ts";
import * as registry from "#drivers/index.ts";
import { instant } from "#model/quantities/units.ts";
import { TEXTS } from "#words/en.ts";
import { eventually, settledOf } from "../fakes/stopped-timers.ts";

const drivers: readonly AnyDriver[] = Object.values(registry);
const HARDWARE = drivers.filter(({ scheme }) => scheme !== "simulated");
const KINDS = ["sensors", "outputs"] as const;
type Kind = (typeof KINDS)[number];

/** Seconds for any call to a device that is not there. */
const SOON = 5;

/** The address that the driver's own text gives as an example. */
function exampleOf({ scheme, place }: AnyDriver, kind: Kind) {
	const texts: Readonly<Record<string, string>> = TEXTS.address;
	const words = (texts[scheme] ?? "").split(/[\s,;()]+/).map((word) => word.replace(/[.:]$/, ""));
	const found = words.filter((word) => /[\d/.]/.test(word)).find((word) => place(word, kind) !== undefined);
	return found === undefined ? undefined : { address: found, ...(place(found, kind) ?? { device: "", channel: "" }) };
}

const offered = (driver: AnyDriver) => KINDS.filter((kind) => driver.offers[kind]);

/** Opened on a machine without the hardware. Nothing may be told by throwing. */
function opened(driver: AnyDriver, kind: Kind) {
	const example = exampleOf(driver, kind);
	if (example === undefined)
		throw new Error(`The text of ${driver.scheme} needs an example of an address for ${kind}.`);
	const ports = { tell: () => undefined, now: () => instant(0) };
	return { ...example, device: driver.open(example.device, [example.channel], driver.options.parse({}), ports) };
}

async function soon<T>(what: string, work: Promise<T>): Promise<T> {
	const late = AbortSignal.timeout(SOON * 1000);
	const settled = settledOf(work);
	await eventually(() => settled() || late.aborted);
	if (!settled()) throw new Error(`${what} does not settle.`);
	return work;
}

const cases = HARDWARE.flatMap((driver) => offered(driver).map((kind) => [driver.scheme, kind, driver] as const));

describe.each(cases)("%s, a driver of %s, without its hardware", (_, kind, driver) => {
	it("opens at once and says what it is", async () => {
		const { device } = opened(driver, kind);
		expect(device.identity).not.toBe("");
		expect(device.pace).toBeGreaterThan(0);
		expect(["readback", "ack", "none"]).toContain(device.verify);
		expect(["holds", "drops"]).toContain(device.onCrash);
		expect(device.returns).toBe(0);
		await soon("close", device.close());
	});

	it("answers every call with a fault in time, and never with a number", async () => {
		const { device, channel } = opened(driver, kind);
		expect(await soon("read", device.read(channel))).toMatchObject({
			kind: "failed",
			fault: { code: expect.any(String) },
		});
		const image = new Map([[channel, driver.sets?.(channel) === "level" ? 0 : false]]) as Parameters<
			Device["write"]
		>[0];
		const written = await soon("write", device.write(image));
		// Nothing is confirmed, and the channel or the whole device has a fault.
		if (written.kind === "done") {
			expect(written.confirmed.has(channel)).toBe(false);
			expect(written.faults?.get(channel)).toMatchObject({ code: expect.any(String) });
		}
		expect(await soon("readBack", device.readBack())).toBeUndefined();
		await soon("close", device.close());
	});

	it("closes twice, at any time, and answers with faults afterwards", async () => {
		const { device, channel } = opened(driver, kind);
		const asked = device.read(channel);
		await soon("close", device.close());
		await soon("close", device.close());
		expect(await soon("read", asked)).toMatchObject({ kind: "failed" });
		expect(await soon("read", device.read(channel))).toMatchObject({ kind: "failed" });
	});
});

const switching = drivers.filter(({ offers }) => offers.outputs);

// #conduct-is-declared
test.each(switching.map((driver) => [driver.scheme, driver] as const))(
	"%s declares what proves its outputs and what becomes of them",
	async (_, driver) => {
		const { conduct = [] } = driver;
		expect(conduct.length).toBeGreaterThan(0);
		for (const { board, proof, crash, hang, reboot, power_loss } of conduct) {
			expect(board).not.toBe("");
			expect(["readback", "ack", "none", "asked"]).toContain(proof);
			for (const fate of [crash, hang, reboot, power_loss]) expect(FATES).toContain(fate);
		}
	},
);

test.each(HARDWARE.filter(({ offers }) => offers.outputs).map((driver) => [driver.scheme, driver] as const))(
	"%s opens a device that keeps its outputs in a crash where its declaration says so",
	async (_, driver) => {
		const { device } = opened(driver, "outputs");
		const keeps = (driver.conduct ?? []).some(({ crash }) => crash === "holds");
		expect(device.onCrash).toBe(keeps ? "holds" : "drops");
		await device.close();
	},
);
