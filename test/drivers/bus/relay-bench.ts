import { readdirSync } from "node:fs";
import { afterEach } from "@jest/globals";
import { RelayBoard } from "#drivers/bus/relay/board.ts";
import type { RelayCodec } from "#drivers/bus/relay/codec.ts";
import type { Manner } from "#drivers/bus/relay/conversation.ts";
import type { AnyDriver, Image } from "#drivers/driver.ts";
import { instant } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import type { PtyBoard } from "../../fakes/pty-board.ts";

const opened: { close(): unknown }[] = [];
afterEach(async () => {
	for (const thing of opened.splice(0).reverse()) await thing.close();
});

/** Closes it after the test. */
export const lent = <T extends { close(): unknown }>(thing: T): T => {
	opened.push(thing);
	return thing;
};

/** What a `RelayBoard` speaks, with deadlines that no busy machine reaches. Only for boards that answer. */
export const patient = (codec: RelayCodec): RelayCodec => ({ ...codec, within: 60_000, answerWithin: 20_000 });

/** A relay board on a real port. */
export const onPort = (codec: RelayCodec, device: string, channels: readonly string[]) =>
	lent(
		new RelayBoard({
			...{ identity: "a board", device, channels, codec },
			...{ manner: { gap: 10, read_back: "auto" }, ports: { tell: () => undefined } },
		}),
	);

/** A relay board in memory whose language is `codec`, and what it told. */
export function openingMemory(codec: RelayCodec, board: PtyBoard, channels: readonly string[], manner: Manner) {
	const notices: Notice[] = [];
	const ports = { tell: (notice: Notice) => void notices.push(notice) };
	const { connect, path: device } = board;
	if (connect === undefined) throw new Error("The board is not in memory");
	return {
		device: lent(new RelayBoard({ identity: "a board", device, channels, codec, manner, ports, connect })),
		notices,
	};
}

/** A device of this driver, and what it told. */
export function opening(driver: AnyDriver, path: string, channels: readonly string[], options: object = {}) {
	const notices: Notice[] = [];
	const ports = { tell: (notice: Notice) => void notices.push(notice), now: () => instant(0) };
	const device = lent(driver.open(path, channels, driver.options.parse(options), ports));
	return { device, notices };
}

export const image = (coils: Record<string, boolean>): Image => new Map(Object.entries(coils));

export const until = async (so: () => unknown, within = 60_000) => {
	const end = performance.now() + within;
	while (!so()) {
		if (performance.now() > end) throw new Error("It never came to be so");
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
};

/** How many files this process has open. */
export const filesOpen = (): number => readdirSync("/proc/self/fd").length;
