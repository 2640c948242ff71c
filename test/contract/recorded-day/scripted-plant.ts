import { FakeDevice } from "../../runtime/fake-device.ts";
import { fault, simulated } from "./doors.ts";
import type { PlantOrder } from "./orders.ts";

/** In place of the simulated plant: a board and thermometers in memory that do as the test says. */
const device = new FakeDevice({ pace: 1, coils: { pump: false, heater: false } });
Object.assign(simulated, { open: () => device });

export function plant({ temperatures = {}, board, stuck }: PlantOrder): void {
	for (const [channel, celsius] of Object.entries(temperatures))
		if (celsius === null) delete device.temperatures[channel];
		else device.temperatures[channel] = celsius;
	if (board === "gone") device.lost = fault("bus");
	if (board === "back") {
		device.lost = undefined;
		device.returns += 1;
	}
	if (stuck !== undefined) device.stuck = stuck;
}
