import { circuitHeat } from "#energy/figures/circuits.ts";
import { heaterEnergy } from "#energy/figures/heaters.ts";
import { sunHeat } from "#energy/figures/sun.ts";
import { tankHeat } from "#energy/figures/tanks.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { fromField } from "#model/plant/circuit.ts";
import { circuitName, outputName, partName } from "#texts/names.ts";
import { number } from "#texts/number.ts";
import { fill, type Line, span } from "./line.ts";

const NAME = 16;

/** kWh of the day by source with where they are measured, and what is in each tank. What cannot be told has no line. */
export function energies(snapshot: Snapshot): readonly Line[] {
	const today = todayOf(snapshot);
	return [
		...today.map((line, n): Line => [...fill([span(n === 0 ? "Today" : "", "strong")], NAME), ...line]),
		...snapshot.plant.parts.flatMap((part): readonly Line[] => {
			const { kwh, usable } = tankHeat(part, snapshot) ?? {};
			if (kwh === undefined || usable === undefined) return [];
			const name = partName(snapshot.plant, part, "en");
			const litres = `  ${number("en", usable, 0)} L of water at 40 °C`;
			return [[...fill([span(name, "strong")], NAME), span(told(kwh)), span(litres, "dim")]];
		}),
	];
}

function todayOf(snapshot: Snapshot): readonly Line[] {
	const { plant } = snapshot;
	const sun = sunHeat(snapshot);
	const where = (boundary: string) => (boundary === "into_tank" ? "into the tank" : "at the collectors");
	return [
		...lineOf("Sun", sun?.heat?.today, sun && where(sun.boundary), sun?.power, sun?.uncertainty),
		...plant.circuits.flatMap((circuit) => {
			const heat = fromField(circuit) ? undefined : circuitHeat(circuit, snapshot);
			return lineOf(
				circuitName(plant, circuit, "en"),
				heat?.heat?.today,
				"into the tank",
				heat?.power,
				heat?.uncertainty,
			);
		}),
		...plant.outputs.flatMap((output) => {
			const heater = heaterEnergy(output, snapshot);
			return lineOf(outputName(plant, output, "en"), heater?.energy?.today, "electricity", heater?.power);
		}),
	];
}

function lineOf(
	name: string,
	today: number | undefined,
	where: string | undefined,
	watts: number | undefined,
	uncertainty?: number,
): readonly Line[] {
	if (today === undefined || where === undefined) return [];
	const unsure = uncertainty === undefined ? "" : ` ± ${Math.round(100 * uncertainty)} %`;
	const now = watts === undefined || watts === 0 ? "" : `, ${watts} W now`;
	return [[span(told(today)), span(`  ${name}${now} (${where}${unsure})`, "dim")]];
}

const told = (kwh: number) => `${number("en", kwh, 1)} kWh`.padStart(9);
