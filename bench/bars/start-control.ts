import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../test/fakes/mosquitto.ts";
import { startBroker } from "../harness/broker.ts";
import { type Bar, type Bench, limit, median, ratio } from "../harness/figures.ts";
import { floorAt } from "../harness/floor.ts";
import { type House, openHouse, type Start } from "../harness/plants.ts";
import { start } from "../harness/program.ts";
import { interleaved } from "../harness/rounds.ts";
import { tapped } from "../harness/tapped.ts";

const WITHIN = 15_000;

/** Control must not wait for the network: the same time with a broker, without one, and with a wrong password. */
export const startControl: Bar = {
	id: "start-control",
	title: "From spawn until the first control step has defined the relays",
	async run({ app, floor, rounds, tell }: Bench) {
		const house = openHouse();
		const broker = await startBroker();
		const nobody = await freePort();
		try {
			const found = await interleaved(
				{
					floor: () => connected(floor),
					present: () => defined(app, house, house.options(broker.port)),
					absent: () => defined(app, house, house.options(nobody)),
					refused: () => defined(app, house, house.options(broker.port, { password: "not-the-password" })),
				},
				rounds,
				tell,
			);
			const { present, absent, refused } = found;
			const medians = [present, absent, refused].map(median);
			return [
				ratio("broker present", present, found.floor, 1.5),
				ratio("broker absent", absent, found.floor, 1.5),
				ratio("wrong password", refused, found.floor, 1.5),
				limit("slowest of the three", Math.max(...medians) / Math.min(...medians), "x fastest", 1.2),
			];
		} finally {
			await broker.stop();
			house.close();
		}
	},
};

/** ms from spawn to the floor's CONNACK. */
const connected = (floor: string) =>
	tapped(floor, floorAt, async ({ program, tap }) => {
		const { at } = await tap.until((p) => p.type === "connack" && p.code === 0, WITHIN, "the floor connects");
		return at - program.began;
	});

/** ms from spawn to the first frame that sets a relay. */
async function defined(app: string, { board }: House, { args, env }: Start): Promise<number> {
	board.take();
	const program = start(app, args, env);
	try {
		while (performance.now() - program.began < WITHIN) {
			const set = board.heard.find(({ bytes }) => bytes[0] === 0xa0);
			if (set !== undefined) return set.at - program.began;
			await pause(2);
		}
		throw new Error(`No relay was set within ${WITHIN} ms.\n${program.output()}`);
	} finally {
		await program.end("SIGKILL");
	}
}
