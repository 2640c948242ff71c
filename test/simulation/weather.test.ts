import { describe, expect, it, test } from "@jest/globals";
import { CLIMATES } from "#simulation/weather/climate.ts";
import { clearSky, diffuseShare, onSlope } from "#simulation/weather/irradiance.ts";
import { declinationOn, Sun } from "#simulation/weather/sun.ts";
import { Weather } from "#simulation/weather/weather.ts";

const weather = (seed: number, cloudiness = 1) =>
	new Weather({ climate: CLIMATES.stockholm, slope: CLIMATES.stockholm.slope, cloudiness, seed });
const at = (day: number, hour: number) => ((day - 1) * 24 + hour) * 3600;
const degrees = (radians: number) => (radians * 180) / Math.PI;

describe("the sun", () => {
	test.each([
		{ when: "midsummer", day: 172, declination: 23.45 },
		{ when: "midwinter", day: 355, declination: -23.45 },
		{ when: "spring equinox", day: 80, declination: 0 },
	])("stands over latitude $declination at $when", ({ day, declination }) => {
		expect(Math.abs(degrees(declinationOn(day)) - declination)).toBeLessThan(0.5);
	});

	it("is 54 degrees high over Stockholm at noon on midsummer and below the horizon at midnight", () => {
		const sun = new Sun(59.3, 45);
		expect(degrees(Math.asin(sun.height(172, 12)))).toBeCloseTo(90 - 59.3 + 23.45, 0);
		expect(sun.height(172, 0)).toBeLessThan(0);
	});

	it("meets a surface head on that is tilted as much as the sun is low", () => {
		expect(new Sun(59.3, 59.3 - 23.45).incidence(172, 12)).toBeCloseTo(1, 4);
	});
});

describe("irradiance", () => {
	test.each([
		{ height: -0.1, global: 0 },
		{ height: 0, global: 0 },
		{ height: 0.5, global: 487.9 },
		{ height: 1, global: 1035.1 },
	])("under a clear sky is $global W/m² for a sun of height $height", ({ height, global }) => {
		expect(clearSky(height)).toBeCloseTo(global, 0);
	});

	it("is nearly all diffuse under thick cloud and nearly all beam under a clear sky", () => {
		expect(diffuseShare(50, 0.8, 172)).toBeGreaterThan(0.98);
		expect(diffuseShare(900, 0.8, 172)).toBe(0.165);
	});

	it("is the same on a level surface as on the ground", () => {
		const { beam, diffuse } = onSlope(600, 0.7, 0.7, 0, 172);
		expect(beam + diffuse).toBeCloseTo(600, 9);
	});

	it("has no beam on a surface that looks away from the sun", () => {
		expect(onSlope(300, 0.3, -0.2, 45, 172).beam).toBe(0);
	});
});

describe("weather", () => {
	it("is the same for the same seed, in whatever order it is asked for", () => {
		const [one, other] = [weather(3), weather(3)];
		const later = one.irradiance(at(200, 12));
		other.irradiance(at(10, 12));
		expect(other.irradiance(at(200, 12))).toEqual(later);
		expect(weather(4).irradiance(at(200, 12))).not.toEqual(later);
	});

	it("begins again after a year", () => {
		expect(weather(1).outdoor(at(366, 5))).toBeCloseTo(weather(1).outdoor(at(1, 5)), 6);
	});

	it("is never clearer than a cloudless sky", () => {
		const [cloudy, clear] = [weather(5), weather(5, 0)];
		for (let hour = 0; hour < 8760; hour += 1.5) {
			const [some, all] = [cloudy.irradiance(hour * 3600), clear.irradiance(hour * 3600)];
			expect(some.beam).toBeLessThanOrEqual(all.beam + 1e-9);
		}
	});

	it("is warm in July and cold in January", () => {
		const mean = (from: number) =>
			Array.from({ length: 30 * 24 }, (_, hour) => weather1.outdoor(at(from, hour))).reduce((a, b) => a + b) / 720;
		const weather1 = weather(1);
		expect(Math.abs(mean(187) - 18)).toBeLessThan(3);
		expect(Math.abs(mean(5) + 3)).toBeLessThan(3);
	});
});
