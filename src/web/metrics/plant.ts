import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Sensor } from "#model/plant/plant.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import type { Family, Sample } from "./exposition.ts";

/** In the base units of Prometheus where there is one. A factor converts our unit to it. */
const MEASURED: Readonly<
	Record<Quantity, { readonly name: string; readonly what: string; readonly unit?: string; readonly by?: number }>
> = {
	temperature: { name: "temperature_celsius", what: "Judged temperature", unit: "celsius" },
	flow: { name: "flow_liters_per_minute", what: "Flow" },
	volume: { name: "volume_liters", what: "Volume", unit: "liters" },
	pressure: { name: "pressure_bars", what: "Gauge pressure", unit: "bars" },
	irradiance: { name: "irradiance_watts_per_square_meter", what: "Irradiance" },
	power: { name: "power_watts", what: "Power", unit: "watts" },
	energy: { name: "meter_joules", what: "Reading of an energy meter", unit: "joules", by: 3_600_000 },
	humidity: { name: "humidity_ratio", what: "Relative humidity, 0 to 1", unit: "ratio", by: 0.01 },
	speed: { name: "speed_ratio", what: "How far another controller drives its device, 0 to 1", unit: "ratio", by: 0.01 },
	contact: { name: "contact_closed", what: "Contact: 1 is closed" },
	pulses: { name: "pulses", what: "Pulses counted by a meter" },
	price: { name: "price_per_kwh", what: "Price of a kWh in the currency of the house" },
};

/** Readings, outputs and circuits of a turn. What is not known is left out, and never a number. */
export function plantFamilies(snapshot: Snapshot): readonly Family[] {
	return [...sensorFamilies(snapshot), ...outputFamilies(snapshot), ...circuitFamilies(snapshot)];
}

const labelsOf = ({ id, role }: { readonly id: string; readonly role: string }, key: "sensor" | "output") => ({
	[key]: id,
	role,
});

function sensorFamilies({ plant, readings }: Snapshot): readonly Family[] {
	const validValue = (sensor: Sensor) => {
		const reading = readings[sensor.index];
		return reading?.kind === "ok" ? reading.value : undefined;
	};
	const families = Object.entries(MEASURED).map(
		([quantity, { name, what, unit, by = 1 }]): Family => ({
			name: `solar_heating_${name}`,
			type: "gauge",
			help: `${what}. Absent while the sensor has no valid value.`,
			...(unit !== undefined && { unit }),
			samples: plant.sensors.flatMap((sensor) => {
				const value = sensor.quantity === quantity ? validValue(sensor) : undefined;
				return value === undefined ? [] : [{ labels: labelsOf(sensor, "sensor"), value: exactly(value * by) }];
			}),
		}),
	);
	return [
		...families,
		{
			name: "solar_heating_sensor_valid",
			type: "gauge",
			help: "1 while the sensor has a valid value, otherwise 0.",
			samples: plant.sensors.map((sensor) => ({
				labels: labelsOf(sensor, "sensor"),
				value: validValue(sensor) === undefined ? 0 : 1,
			})),
		},
	];
}

/** Removes the rounding error of a conversion. */
const exactly = (value: number) => Number(value.toPrecision(12));

function outputFamilies({ plant, outputs, verdicts }: Snapshot): readonly Family[] {
	const each = (value: (index: number) => number | undefined): readonly Sample[] =>
		plant.outputs.flatMap((output) => {
			const known = value(output.index);
			return known === undefined ? [] : [{ labels: labelsOf(output, "output"), value: known }];
		});
	const ratio = (percent: number | undefined) => (percent === undefined ? undefined : exactly(percent / 100));
	return [
		{
			name: "solar_heating_output_ratio",
			type: "gauge",
			help: "Level of the load as its device confirmed it, 0 to 1. Absent while that is not known.",
			unit: "ratio",
			samples: each((index) => ratio(outputs[index]?.actual)),
		},
		{
			name: "solar_heating_output_wanted_ratio",
			type: "gauge",
			help: "Level that control wants, 0 to 1.",
			unit: "ratio",
			samples: each((index) => ratio(verdicts[index]?.want)),
		},
		{
			name: "solar_heating_output_fault",
			type: "gauge",
			help: "1 while the output does not do, or cannot confirm, what control wants.",
			samples: each((index) => (outputs[index]?.fault === undefined ? 0 : 1)),
		},
	];
}

function circuitFamilies({ plant, circuits }: Snapshot): readonly Family[] {
	return [
		{
			name: "solar_heating_circuit_running",
			type: "gauge",
			help: "1 while heat flows in the circuit, by what its devices confirmed.",
			samples: plant.circuits.map(({ id, index }) => ({
				labels: { circuit: id },
				value: circuits[index]?.runs === true ? 1 : 0,
			})),
		},
	];
}
