import type { House } from "./house.ts";

/** kWh that a heater took in each hour of a day with surplus around noon. */
const HEATER = [0, 0, 0, 0, 1.1, 0.4, 0, 0, 0, 0.6, 2.4, 3, 2.7, 1.2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
/** And the house as a whole. */
const HOUSE = HEATER.map((kWh, hour) => kWh + 0.35 + (hour > 5 && hour < 23 ? 0.4 : 0));

/** For the picture in the manual: a day of the heater and of a meter at the grid, up to the last full hour. */
export async function energyDay(house: House, heater: string): Promise<void> {
	const grid = "test:grid";
	for (const [id, source, hours] of [
		[heater, "recorder", HEATER],
		[grid, "test", HOUSE],
	] as const)
		await house.resident.ask({
			type: "recorder/import_statistics",
			metadata: {
				...{ has_sum: true, mean_type: 0, name: id === grid ? "Grid" : null, source, statistic_id: id },
				...{ unit_class: "energy", unit_of_measurement: "kWh" },
			},
			stats: added(hours),
		});
	const price = { entity_energy_price: null, number_energy_price: null };
	const export_price = { entity_energy_price_export: null, number_energy_price_export: null };
	await house.resident.ask({
		type: "energy/save_prefs",
		energy_sources: [
			{
				...{ type: "grid", stat_energy_from: grid, stat_energy_to: null, stat_cost: null, stat_compensation: null },
				...{ ...price, ...export_price, cost_adjustment_day: 0 },
			},
		],
	});
}

function added(hours: readonly number[]) {
	const now = new Date();
	const midnight = new Date(now).setHours(0, 0, 0, 0);
	let sum = 0;
	return hours.slice(0, now.getHours()).map((kWh, hour) => {
		sum += kWh;
		return { start: new Date(midnight + hour * 3_600_000).toISOString(), state: sum, sum };
	});
}
