import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";
import type { Site } from "#drivers/simulated/house.ts";
import { heaterModes, heaterOptions } from "./heater.ts";
import { predecessor, resol } from "./laws.ts";
import { type Controlled, type Year, year } from "./year.ts";

/** A household somewhere, from the first of January on. */
export interface Home {
	readonly place: string;
	readonly household: string;
	readonly site: Site;
	readonly isClear: (day: number) => boolean;
}

/** One of the tables in docs/years.md, between its marks. */
export interface Table {
	readonly mark: string;
	readonly titles: readonly string[];
	/** The cells behind place and household. */
	readonly rows: (home: Home) => readonly (readonly string[])[];
}

const OWN = "this app";
const LAWS: Readonly<Record<string, () => Controlled>> = {
	predecessor: () => ({ law: predecessor() }),
	"RESOL 6/4/60": () => ({ law: resol() }),
};
/** June to August. */
const SUMMER = { from: 152, days: 92 };
const FORECAST = { id: "tomorrow", role: "sun_tomorrow", source: "mqtt:forecast/tomorrow" };
/** kWh of photovoltaics of 1 kW in the forecast from which on a day is sunny. */
const SUNNY = 4.5;

export const TABLES: readonly Table[] = [
	{
		mark: "years",
		titles: [
			...["law", "solar kWh", "heater kWh", "starts", "pump h", "> 95 °C h", "steam h", "hottest tank °C", "short kWh"],
			...["clear days", "most starts on one"],
		],
		rows: (home) => [
			[OWN, ...cells(own(home))],
			...Object.entries(LAWS).map(([law, begin]) => [law, ...cells(whole(home, begin()))]),
		],
	},
	{
		mark: "forecast",
		titles: [
			...["> 95 °C h", "with it", "less", "in July", "with it", "less", "solar share", "with it", "lost"],
			...["lost in July", "steam h", "short kWh"],
		],
		rows: (home) => [compared(summer(home, UNCOOLED), summer(home, { forecast_cooling: COOLED }))],
	},
	{
		mark: "heater",
		titles: ["thermostat kWh", "cold L", "this app kWh", "cold L", "less"],
		rows: (home) => {
			const plain = own(home);
			const controlled = whole(home, { options: heaterOptions(home.household), heater: true });
			const litres = ({ cold_litres }: Year) => digits(cold_litres, 1);
			return [
				[
					digits(plain.heater),
					litres(plain),
					digits(controlled.heater),
					litres(controlled),
					share(plain.heater, controlled.heater),
				],
			];
		},
	},
	{
		mark: "modes",
		titles: ["heater", "heater kWh", "from the grid", "cold L", "solar kWh"],
		rows: (home) => {
			if (home.household !== "family") return [];
			const controlled = Object.entries(heaterModes(home.household)).map(
				([mode, options]) => [mode, whole(home, { options, heater: true })] as const,
			);
			return [["thermostat", own(home)] as const, ...controlled].map(([mode, one]) => [
				...[mode, digits(one.heater), digits(one.bought), digits(one.cold_litres, 1), digits(one.solar)],
			]);
		},
	},
];
const COOLED = { enabled: true, sunny_from: SUNNY };
/** No cooling of the tank at all. */
const UNCOOLED = { overheat_cooling: { enabled: false } };

const whole = ({ site, isClear }: Home, by: Controlled): Year => year(site, by, 365, isClear);

/** With default options and a plain thermostat: two tables have it. */
function own(home: Home): Year {
	const known = years.get(home);
	if (known !== undefined) return known;
	const made = whole(home, { options: {} });
	years.set(home, made);
	return made;
}
const years = new Map<Home, Year>();

function summer({ site }: Home, options: object): Year {
	const from = { ...site, start: { day_of_year: SUMMER.from, hour: 0 } };
	return year(from, { options: { ...options, sensors: [...USUAL_PLANT.sensors, FORECAST] } }, SUMMER.days, () => false);
}

function compared(before: Year, cooled: Year): readonly string[] {
	const [was, is] = [fraction(before), fraction(cooled)];
	return [
		...[digits(before.hot_hours, 1), digits(cooled.hot_hours, 1), share(before.hot_hours, cooled.hot_hours)],
		...[digits(before.july.hot, 1), digits(cooled.july.hot, 1), share(before.july.hot, cooled.july.hot)],
		...[digits(was * 100, 1), digits(is * 100, 1), share(was, is, 1)],
		share(fraction(before.july), fraction(cooled.july), 1),
		...[digits(cooled.boil_hours, 1), digits(cooled.short, 1)],
	];
}
const fraction = ({ solar, heater }: { readonly solar: number; readonly heater: number }) => solar / (solar + heater);

const cells = (one: Year): readonly string[] => [
	digits(one.solar),
	digits(one.heater),
	digits(one.starts),
	digits(one.pump_hours),
	digits(one.hot_hours, 1),
	digits(one.boil_hours, 1),
	digits(one.hottest_tank),
	digits(one.short, 1),
	digits(one.clear_days),
	digits(one.clear_starts),
];

const digits = (value: number, count = 0) => value.toFixed(count).replace(/^-(?=[0.]+$)/, "");
/** How much less it is, in per cent; nothing of nothing. */
const share = (before: number, after: number, count = 0) =>
	before > 0 ? `${digits((1 - after / before) * 100, count)} %` : "-";
