import type { Fault } from "#model/plant/fault.ts";
import type { Finder, Found, FoundPlace, Likely } from "#model/plant/found.ts";
import type { Device } from "../../driver.ts";
import { hex, type I2cBus } from "./i2c.ts";
import { isVersion } from "./version.ts";

/** Eight boards of a kind can be stacked. */
const STACKS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Milliseconds. One of 40 addresses must not hold up the others. */
const WITHIN = 300;

/** One possible place on the bus. */
export interface Spot {
	readonly bus: I2cBus;
	readonly stack: number;
	readonly address: number;
}

/**
 * Looks at these addresses of every stack, and gives what answers there. Where nothing answers, nothing is sent.
 * @param what a board that answers there is; it sends register numbers at most
 */
export const i2cFinder = (
	bus: I2cBus,
	addresses: (stack: number) => readonly number[],
	what: (spot: Spot) => Promise<readonly Found[]>,
): Finder => {
	return {
		async find() {
			// The first opening loads the calls of the C library.
			const refused = await bus.ready();
			if (refused !== undefined) return unreachable(bus.path, refused);
			const found: Found[] = [];
			for (const stack of STACKS)
				for (const address of addresses(stack)) {
					const answer = await bus.transfer(address, new Uint8Array(), 1, { within: WITHIN });
					if (!("code" in answer)) found.push(...(await what({ bus, stack, address })));
					else if (answer.code !== "missing" || answer.facts["address"] === undefined)
						return unreachable(bus.path, answer);
				}
			return found;
		},
		async close() {
			bus.leave();
		},
	};
};

/** The bus itself fails. A machine without one has none to show. */
const unreachable = (at: string, fault: Fault): readonly FoundPlace[] =>
	fault.code === "missing" ? [] : [{ kind: "board", at, likely: [], state: { kind: "unreachable", fault } }];

export const place = ({ bus, address }: Spot, likely: readonly Likely[]): FoundPlace => ({
	kind: "board",
	at: `${bus.path} ${hex(address)}`,
	likely,
});

/** Registers that a board of this kind has. */
export interface Signature {
	/** Hardware and firmware, major and minor. */
	readonly version: number;
	/** Millivolts of the 5 V supply, and °C of the processor. */
	readonly supply?: number;
	readonly temperature?: number;
}

/** The firmware of a board that has this signature. Only register numbers are sent. */
export async function firmwareAt(spot: Spot, { version, supply, temperature }: Signature): Promise<string | undefined> {
	const read = (register: number, count: number) =>
		spot.bus.transfer(spot.address, Uint8Array.of(register), count, { within: WITHIN });
	const said = await read(version, 4);
	if ("code" in said || !isVersion(said)) return undefined;
	if (supply !== undefined) {
		const volts = await read(supply, 2);
		if ("code" in volts || !isSupply((volts[0] ?? 0) | ((volts[1] ?? 0) << 8))) return undefined;
	}
	if (temperature !== undefined) {
		const degrees = await read(temperature, 1);
		if ("code" in degrees || (degrees[0] ?? 0xff) > 110) return undefined;
	}
	return `${said[2] ?? 0}.${String(said[3] ?? 0).padStart(2, "0")}`;
}

const isSupply = (millivolts: number) => millivolts > 4000 && millivolts < 6000;

/** The sources of a board that have a value; its channels are counted from 1. Inputs without a sensor are open. Closes the board. */
export async function measuredBy(
	board: Pick<Device, "read" | "close">,
	sources: readonly string[],
): Promise<readonly Found[]> {
	const all = await Promise.all(
		sources.map(async (source, i) => {
			const read = await board.read(String(i + 1));
			return read.kind === "value" ? [{ source, value: read.value }] : [];
		}),
	);
	await board.close();
	return all.flat();
}
