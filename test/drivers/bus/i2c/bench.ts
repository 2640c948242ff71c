import { afterEach, jest } from "@jest/globals";
import { I2cBus } from "#drivers/bus/i2c/i2c.ts";
import { MegaBasBoard } from "#drivers/megabas/board.ts";
import type { Curve } from "#drivers/megabas/curves.ts";
import { RelindBoard } from "#drivers/relind/board.ts";
import type { BoardName } from "#drivers/relind/models.ts";
import { RtdBoard } from "#drivers/rtd/board.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { FakeI2c } from "../../../fakes/i2c/bus.ts";

const opened: { close(): unknown }[] = [];
afterEach(async () => {
	jest.useRealTimers();
	for (const thing of opened.splice(0).reverse()) await thing.close();
});

/** A bus in memory, and the product's end of it. */
export const aBus = () => {
	const fake = new FakeI2c();
	const notices: Notice[] = [];
	const ports = { tell: (notice: Notice) => void notices.push(notice) };
	const bus = new I2cBus("/dev/i2c-1", fake.open);
	return { fake, bus, notices, ports };
};
type Wires = ReturnType<typeof aBus>;

const kept = <T extends { close(): unknown }>(device: T): T => {
	opened.push(device);
	return device;
};

export const anRtd = ({ bus, ports }: Wires, stack = 0, pace: Seconds = seconds(5)) =>
	kept(new RtdBoard({ identity: `RTD board, stack ${stack}`, stack, pace }, ports, bus.join()));

export const aMegaBas = (
	{ bus, ports }: Wires,
	channels: readonly string[] = [],
	curves: readonly Curve[] = [],
	stack = 3,
) =>
	kept(
		new MegaBasBoard(
			{ identity: `MegaBAS board, stack ${stack}`, stack, channels, pace: seconds(5), ntc_beta: 3950, curves },
			ports,
			bus.join(),
		),
	);

export const aRelayCard = (
	{ bus, ports }: Wires,
	board: BoardName = "4_relays",
	relays: readonly string[] = ["1", "2"],
	stack = 2,
) => kept(new RelindBoard({ identity: `relay card, stack ${stack}`, stack, board, relays }, ports, bus.join()));
