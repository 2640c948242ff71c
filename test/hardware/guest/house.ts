import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FakeW1 } from "../../fakes/w1.ts";

const SENSORS = { collector: "28-0000000000c0", tank: "28-0000000000a0" } as const;
type Sensor = keyof typeof SENSORS;

/** Where the guest has its 1-Wire sensors. */
const W1 = "/w1";
export const sensors = Object.entries(SENSORS).map(([id, address]) => ({
	id,
	role: id,
	source: `one_wire:${address}`,
}));
export const oneWire = { root: W1, pace: 1 };

/** The texts of both sensors, by their path in the guest. */
export function texts(temperatures: Readonly<Record<Sensor, number>>): Readonly<Record<string, string>> {
	const bus = new FakeW1();
	try {
		return Object.fromEntries(
			Object.entries(SENSORS).flatMap(([id, address]) => {
				bus.set(address, temperatures[id as Sensor]);
				return ["w1_slave", "name"].map((file) => {
					const path = join(address, file);
					return [join(W1, path), readFileSync(join(bus.root, path), "utf8")];
				});
			}),
		);
	} finally {
		bus.close();
	}
}
