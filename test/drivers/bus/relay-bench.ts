import { readdirSync } from "node:fs";
import { afterEach } from "@jest/globals";
import type { AnyDriver, Image } from "#drivers/driver.ts";
import { instant } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";

const opened: { close(): unknown }[] = [];
afterEach(async () => {
	for (const thing of opened.splice(0).reverse()) await thing.close();
});

/** Closes it after the test. */
export const lent = <T extends { close(): unknown }>(thing: T): T => {
	opened.push(thing);
	return thing;
};

/** A device of this driver, and what it told. */
export function opening(driver: AnyDriver, path: string, channels: readonly string[], options: object = {}) {
	const notices: Notice[] = [];
	const ports = { tell: (notice: Notice) => void notices.push(notice), now: () => instant(0) };
	const device = lent(driver.open(path, channels, driver.options.parse(options), ports));
	return { device, notices };
}

export const image = (coils: Record<string, boolean>): Image => new Map(Object.entries(coils));

export const until = async (so: () => unknown, within = 30_000) => {
	const end = performance.now() + within;
	while (!so()) {
		if (performance.now() > end) throw new Error("It never came to be so");
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
};

/** How many files this process has open. */
export const filesOpen = (): number => readdirSync("/proc/self/fd").length;
