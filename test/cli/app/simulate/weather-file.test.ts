import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { type WeatherFile, weatherIn } from "#cli/app/simulate/weather/weather-file.ts";
import { RecordedWeather } from "#simulation/weather/recorded.ts";
import { Desk } from "../../desk.ts";

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());

/** Made-up weather of hour `n` (0 to 8759): bright at noon, warmer in summer. */
const HOURS = 8760;
const hour = (n: number) => {
	const date = new Date(Date.UTC(2025, 0, 1, n));
	const sun = Math.max(0, Math.round(600 * Math.sin((((n % 24) - 6) / 12) * Math.PI)));
	return {
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		of: n % 24,
		sun,
		diffuse: Math.round(sun / 3),
		warm: n % 24,
	};
};
type Hour = ReturnType<typeof hour>;
const two = (n: number) => String(n).padStart(2, "0");
const all = (line: (hour: Hour, n: number) => string, hours = HOURS) =>
	Array.from({ length: hours }, (_, n) => line(hour(n), n)).join("\r\n");

const TMY3 = (
	line = (h: Hour) => `${two(h.month)}/${two(h.day)}/1988,${two(h.of + 1)}:00,${h.sun},${h.diffuse},${h.warm}.0`,
	hours = HOURS,
) =>
	`723170,"GREENSBORO",NC,-5.0,36.100,-79.950,273\r\nDate (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2),DHI (W/m^2),Dry-bulb (C)\r\n${all(line, hours)}`;
const EPW = () =>
	`LOCATION,Amsterdam,-,NLD,IWEC Data,062400,52.3,4.77,1.0,-2.0\nDESIGN CONDITIONS,0\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\n${all(
		(h) =>
			[2025, h.month, h.day, h.of + 1, 60, "A", h.warm, 9, 80, 101000, 0, 0, 300, h.sun, 9999, h.diffuse, 0].join(","),
	)}`;
const PVGIS = () =>
	`Latitude (decimal degrees): 45.0\nLongitude (decimal degrees): 8.0\nElevation (m): 250\n\ntime(UTC),T2m,RH,G(h),Gb(n),Gd(h)\n${all(
		(h) => `2020${two(h.month)}${two(h.day)}:${two(h.of)}00,${h.warm},80,${h.sun},0,${h.diffuse}`,
	)}`;
const TRY = (place = "Lage: 52°23'N <- B.  13°04'O <- L.    81 Meter über NN") =>
	`TRY04   Nordostdeutsches Tiefland\nStation: Potsdam                WMO-Nummer: 10379\n${place}\n\nRG    IS  MM  DD  HH  t   B     D\n***\n${all(
		(h) => ` 4     1  ${h.month}  ${h.day}  ${h.of + 1}  ${h.warm}.0  ${h.sun - h.diffuse}  ${h.diffuse}`,
	)}`;
const read = (text: string, latitude?: number): WeatherFile => weatherIn(desk.file("weather.txt", text), latitude);
const refused = (text: string, latitude?: number) => {
	try {
		read(text, latitude);
	} catch (failed) {
		return (failed as { readonly sentence?: { readonly code: string; readonly facts: object } }).sentence;
	}
	return undefined;
};

describe("a weather file", () => {
	test.each([
		{ kind: "TMY3", text: TMY3(), place: "GREENSBORO, NC", latitude: 36.1, longitude: -79.95, ahead: -5 },
		{ kind: "EPW", text: EPW(), place: "Amsterdam, NLD", latitude: 52.3, longitude: 4.77, ahead: 1 },
		{ kind: "PVGIS", text: PVGIS(), place: "45, 8", latitude: 45, longitude: 8, ahead: 0 },
		{ kind: "TRY", text: TRY(), place: "Potsdam", latitude: 52 + 23 / 60, longitude: 13 + 4 / 60, ahead: 1 },
	])("is recognised as $kind, with its place, light and temperatures", ({ kind, text, place, ...where }) => {
		const found = read(text);
		expect([found.kind, found.place, found.notes]).toEqual([kind, place, []]);
		expect(found.year).toMatchObject(where);
		for (const n of [0, 12, 24 * 180 + 12, HOURS - 1])
			expect([found.year.global[n], found.year.diffuse?.[n], found.year.outdoor[n]]).toEqual([
				...[hour(n).sun, hour(n).diffuse, hour(n).warm],
			]);
	});

	it("without its place needs one, and says which it takes", () => {
		expect(refused(TRY(""))?.code).toBe("weather_no_place");
		const { year, notes } = read(TRY(""), 50);
		expect([year.latitude, notes.map(({ code }) => code)]).toEqual([50, ["weather_latitude"]]);
	});

	it("without diffuse light says that it is estimated", () => {
		const text = TMY3().replace("DHI (W/m^2)", "DHI source");
		expect(read(text).notes.map(({ code }) => code)).toEqual(["weather_no_diffuse"]);
		expect(read(text).year.diffuse).toBeUndefined();
	});

	it("is bridged where a few hours are missing, and refused where more are", () => {
		const lacking = (many: number) =>
			TMY3((h) => {
				const gone = h.month === 3 && h.day === 1 && h.of < many;
				return `${two(h.month)}/${two(h.day)}/1988,01:00,${h.sun},${h.diffuse},${gone ? -9900 : h.warm}`;
			});
		const found = read(lacking(3));
		expect(found.notes).toEqual([{ code: "weather_bridged", facts: expect.objectContaining({ missing: 3 }) }]);
		const first = 24 * 59;
		expect(found.year.outdoor[first]).toBeCloseTo(23 + (3 - 23) / 4, 9);
		expect(refused(lacking(7))).toMatchObject({ code: "weather_gap", facts: { longest: 7, missing: 7 } });
	});

	it("leaves out the day that only some years have", () => {
		const leap = TMY3().split("\r\n");
		leap.splice(2 + 24 * 59, 0, ...Array.from({ length: 24 }, () => "02/29/1988,01:00,1,1,99"));
		expect(read(leap.join("\r\n")).year.outdoor.includes(99)).toBe(false);
	});

	test.each([
		["nothing known", "a,b\n1,2\n", "weather_unknown"],
		["an empty file", "", "weather_unknown"],
		["half a year", TMY3(undefined, 4380), "weather_short"],
	])("is refused if it is %s", (_, text, code) => {
		expect(refused(text)?.code).toBe(code);
	});
});

describe("recorded weather", () => {
	it("has in each hour by day what the file says, and the sun highest at solar noon", () => {
		const { year } = read(TRY());
		const level = new RecordedWeather(year, 0);
		for (const n of [24 * 172 + 9, 24 * 172 + 12, 24 * 60 + 12]) {
			const seconds = Array.from({ length: 60 }, (_, minute) => (n + (minute + 0.5) / 60) * 3600);
			const mean =
				seconds.map((second) => level.irradiance(second)).reduce((sum, { beam, diffuse }) => sum + beam + diffuse, 0) /
				60;
			expect(Math.abs(mean / hour(n).sun - 1)).toBeLessThan(0.01);
		}
		expect(level.irradiance(0).beam).toBe(0);
		expect(level.outdoor((24 * 10 + 5) * 3600)).toBeCloseTo(4, 9);
		expect(level.outdoor((24 * 375 + 5) * 3600)).toBeCloseTo(4, 9);
	});
});
