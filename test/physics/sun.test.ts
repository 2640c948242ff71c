import { expect, test } from "@jest/globals";
import { clearSky, tilted } from "#simulation/weather/irradiance.ts";
import { solarTime } from "#simulation/weather/recorded.ts";
import { equationOfTime, Sun } from "#simulation/weather/sun.ts";
import { oracle } from "./oracle.ts";

type Same = readonly [
	...[latitude: number, day: number, hour: number, slope: number, turned: number],
	...[height: number, incidence: number, light: number | null],
];
type Spa = readonly [latitude: number, longitude: number, day: number, utc: number, elevation: number];
const { same, spa, equation, haurwitz } = oracle<{
	readonly same: readonly Same[];
	readonly spa: readonly Spa[];
	readonly equation: readonly number[];
	readonly haurwitz: readonly number[];
}>("sun.py");

const [BEAM, SKY] = [700, 150];
const worst = (differences: readonly number[]) => differences.reduce((most, one) => Math.max(most, Math.abs(one)), 0);

test("the sun's height and its angle to any surface are those of pvlib by the same formulae, to 1e-6", () => {
	expect(same.length).toBeGreaterThan(8000);
	const differences = same.flatMap(([latitude, day, hour, slope, turned, height, incidence]) => {
		const sun = new Sun(latitude, slope, turned);
		return [sun.height(day, hour) - height, sun.incidence(day, hour) - incidence];
	});
	expect(worst(differences)).toBeLessThan(1e-6);
});

test("light on a tilted surface is that of pvlib after Hay and Davies, to 1e-6", () => {
	const lit = same.filter(([, , , , , , , light]) => light !== null);
	expect(lit.length).toBeGreaterThan(3000);
	const differences = lit.map(([, day, , slope, , height, incidence, light]) => {
		const { beam, diffuse } = tilted(BEAM * height + SKY, SKY, height, incidence, slope, day);
		return (beam + diffuse) / (light ?? Number.NaN) - 1;
	});
	expect(worst(differences)).toBeLessThan(1e-6);
});

test("the equation of time and the clear sky are those of pvlib, to 1e-6", () => {
	expect(worst(equation.map((minutes, at) => equationOfTime(at + 1) - minutes))).toBeLessThan(1e-6);
	expect(worst(haurwitz.map((global, at) => clearSky(Math.sin(((at + 1) * Math.PI) / 180)) / global - 1))).toBeLessThan(
		1e-6,
	);
});

test("the sun stands within 0.5° of where pvlib's SPA has it, all year and at any hour by day", () => {
	const day = spa.filter(([, , , , elevation]) => elevation > 0);
	expect(day.length).toBeGreaterThan(5000);
	const differences = day.map(([latitude, longitude, ofYear, utc, elevation]) => {
		const { day, hour } = solarTime({ longitude, ahead: 0 }, (ofYear - 1) * 24 + utc);
		return (Math.asin(new Sun(latitude, 0).height(day, hour)) * 180) / Math.PI - elevation;
	});
	expect(worst(differences)).toBeLessThan(0.5);
});
