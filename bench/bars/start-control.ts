import { freePort } from "../../test/fakes/mosquitto.ts";
import { startBroker } from "../harness/broker.ts";
import { type Bar, type Bench, ratio } from "../harness/figures.ts";
import { defined, wrongWay } from "../harness/first-step.ts";
import { floorAt } from "../harness/floor.ts";
import { accepted } from "../harness/milestones.ts";
import { type House, openHouse, type Start } from "../harness/plants.ts";
import { start } from "../harness/program.ts";
import { interleaved } from "../harness/rounds.ts";
import { tapped } from "../harness/tapped.ts";

/** Control must not wait for the network: the same with a broker, without one, and with a wrong password. */
export const startControl: Bar = {
	id: "start-control",
	title: "From spawn until the first control step has defined every output, against the floor's CONNACK",
	async run({ app, floor, rounds, tell }: Bench) {
		const house = openHouse();
		const broker = await startBroker();
		const nobody = await freePort();
		try {
			const found = await interleaved(
				{
					floor: () => connected(floor),
					present: () => firstStep(app, house, house.options(broker.port)),
					absent: () => firstStep(app, house, house.options(nobody)),
					refused: () => firstStep(app, house, house.options(broker.port, { password: "not-the-password" })),
				},
				rounds,
				tell,
			);
			return [
				ratio("broker present", found.present, found.floor, 1.5),
				ratio("broker absent", found.absent, found.floor, 1.5),
				ratio("wrong password", found.refused, found.floor, 1.5),
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
		const { at } = await tap.until(accepted, 15_000, "the floor connects");
		return at - program.began;
	});

/** ms from spawn to the frames by which both relays stand as the first turn wants them. */
async function firstStep(app: string, house: House, { args, env }: Start): Promise<number> {
	wrongWay(house);
	const program = start(app, args, env);
	try {
		return (await defined(house, program)) - program.began;
	} finally {
		await program.end("SIGKILL");
	}
}
