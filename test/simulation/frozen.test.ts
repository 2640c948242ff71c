import { expect, test } from "@jest/globals";
import { type SimulatedPlant, simulatedPlant } from "#simulation/plant.ts";

const DAY = 86_400;

/** Twenty days from midsummer or midwinter: charging by difference at changing speeds, steam at noon of every fifth day. */
function lived(plant: SimulatedPlant): readonly number[] {
	let pump = 0;
	let heater = 0;
	for (let second = 0; second < 20 * DAY; second += 10) {
		const warmer = plant.collector - plant.tank;
		if (warmer <= 3) pump = 0;
		else if (warmer >= 6 || pump > 0) pump = Math.min(100, 10 + 10 * Math.floor(warmer));
		const stagnates = Math.floor(second / DAY) % 5 === 4 && plant.moment.hour < 14;
		if (plant.layer(90) < 40) heater = 100;
		else if (plant.layer(90) > 45) heater = 0;
		plant.advance(10, { pump: stagnates ? 0 : pump, heater });
	}
	const layers = [0, 45, 90, 140].map((height) => plant.layer(height));
	const { energies: e } = plant;
	const counted = [e.solar_kwh, e.heater_kwh, e.draw_kwh, e.loss_kwh, e.stored_kwh, e.absorbed_kwh];
	const lost = [e.collector_loss_kwh, e.pipe_loss_kwh, e.loop_kwh];
	return [plant.collector, ...layers, plant.return_line, plant.outdoor_air, ...counted, ...lost];
}

// #one-field-one-tank-as-ever
test("a plant of one field and one tank lives to the last digit as in release 0.1.0", () => {
	const start = { day_of_year: 172, hour: 0 };
	const lives = [simulatedPlant({ start }), simulatedPlant({ seed: 3, start: { day_of_year: 350, hour: 12.5 } })];
	expect(lives.map(lived)).toEqual([
		[
			...[16.718508066838243, 17.6566585395434, 31.7348420834922, 40.70612952936702, 43.789449202807766],
			...[19.67789899263248, 16.22973010025339, 181.3866520862256, 11.333333333333334, 151.14037838812703],
			...[40.193037334362515, 14.809069697066924, 443.7483020459202, 235.16442451196073, 27.15102762565703],
			0.2797117205374677,
		],
		[
			...[3.7116276697487196, 8.013843677426365, 8.709923076774025, 44.87232616186759, 45.01080866688977],
			...[11.37406643372428, 1.2437129041553079, 4.93095461105952, 171.8, 167.50448177895458],
			...[11.451871831905082, 11.197101000199003, 19.699612395286916, 14.474542583000929, 0.25579504298168176],
			0.09828962722321112,
		],
	]);
});
