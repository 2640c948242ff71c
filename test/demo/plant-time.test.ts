import { expect, it, test } from "@jest/globals";
import { START } from "#demo/plant/plant.ts";
import { beginsOn, clockOf, plantTime } from "#demo/plant/plant-time.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import { clock } from "#runtime/clock.ts";

it.each([undefined, "UTC", "Europe/Stockholm", "America/St_Johns", "Pacific/Kiritimati", "Australia/Lord_Howe"])(
	"a clock on the wall shows the plant's start, and goes on with it: %s",
	(time_zone) => {
		for (const day_of_year of [1, 88, 172, 298, 365])
			for (const start_hour of [0, 8.5, 23.5]) {
				let past = 0;
				const begins = beginsOn({ day_of_year, start_hour }, time_zone);
				const time = clock({ start: instant(0), speed: 60, begins, time_zone, monotonic: () => past });
				const { date, minute_of_day } = time.wall();
				expect([date, minute_of_day]).toEqual([
					new Date(Date.UTC(2026, 0, day_of_year)).toISOString().slice(0, 10),
					start_hour * 60,
				]);
				past = 10;
				expect(time.date().getTime() - begins.getTime()).toBe(600_000);
			}
	},
);

test("a demo as fast as the machine keeps the plant's time too", () => {
	let past = 0;
	const begins = beginsOn(START, "UTC");
	const time = clock({ start: instant(7), speed: 1, begins, time_zone: "UTC", monotonic: () => past });
	past = 90;
	const { minute_of_day } = time.wall();
	expect(`${Math.floor(minute_of_day / 60)}:${minute_of_day % 60}`).toBe("8:31");
	expect(clockOf(plantTime(instant(7), instant(7 + seconds(90))))).toBe("08:31");
});
