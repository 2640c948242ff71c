import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { weatherIn } from "#cli/app/simulate/weather/weather-file.ts";
import type { Site } from "#drivers/simulated/house.ts";
import { litres } from "#model/quantities/units.ts";
import { clearSky } from "#simulation/weather/irradiance.ts";
import type { RecordedYear } from "#simulation/weather/recorded.ts";
import { Sun } from "#simulation/weather/sun.ts";
import { physicsOracles } from "./physics-oracles.ts";
import { predecessor, resol } from "./years/laws.ts";
import { profiles } from "./years/profiles.ts";
import { type Controlled, type Year, year } from "./years/year.ts";

/**
 * `node scripts/years.ts` simulates a year for three places, five households and three laws, and writes the table in
 * docs/years.md. Takes ten minutes. `-- --quick` simulates July alone and prints.
 */
const PAGE = join(import.meta.dirname, "../docs/years.md");
const [BEGIN, END] = ["<!-- years -->", "<!-- /years -->"];

/** Test reference years of the German weather service, as demandlib ships them: coast, lowland, Upper Rhine. */
const PLACES: Readonly<Record<string, string>> = {
	Rostock: "TRY2010_02_Jahr.dat",
	Potsdam: "TRY2010_04_Jahr.dat",
	Mannheim: "TRY2010_12_Jahr.dat",
};
const LAWS: Readonly<Record<string, () => Controlled>> = {
	"this app": () => ({ options: {} }),
	predecessor: () => ({ law: predecessor() }),
	"RESOL 6/4/60": () => ({ law: resol() }),
};
/** Only for the family, because it differs in summer alone. */
const COOLED = "this app, night cooling";
const NIGHT: Controlled = { options: { night_cooling: { enabled: true } } };

/** A day counts as clear if so much of a cloudless day's light (Haurwitz) arrives. */
const CLEAR = 0.9;

const oracles = physicsOracles(console.log);
if (oracles.kind === "missing") throw new Error(oracles.remedy);
const WHERE = "import demandlib.vdi, os; print(os.path.dirname(demandlib.vdi.__file__))";
const folder = spawnSync(oracles.path, ["-c", WHERE], { encoding: "utf8" }).stdout.trim();
const households = profiles(oracles.path);
const quick = process.argv.includes("--quick");

const rows: string[] = [];
for (const [place, file] of Object.entries(PLACES)) {
	const weather = weatherIn(join(folder, "resources_weather", file), undefined);
	for (const [household, profile] of Object.entries(households))
		for (const [law, begin] of Object.entries({ ...LAWS, ...(household === "family" && { [COOLED]: () => NIGHT }) })) {
			const usual = siteOf("wuerzburg");
			const start = { day_of_year: quick ? 182 : 1, hour: 0 };
			const site: Site = { ...usual, start, recorded: weather.year, profile, slope: 35, tank_volume: litres(360) };
			const row = lineOf(
				[place, household, law],
				year(site, begin(), quick ? 31 : 365, (day) => isClear(weather.year, start.day_of_year + day)),
			);
			console.log(row);
			rows.push(row);
		}
}
if (!quick) {
	const page = readFileSync(PAGE, "utf8");
	const [before = "", rest = ""] = page.split(BEGIN);
	const after = rest.split(END)[1] ?? "";
	const titles = [
		"place",
		"household",
		"law",
		"solar kWh",
		"heater kWh",
		"starts",
		"pump h",
		"> 95 °C h",
		"steam h",
		"hottest tank °C",
		"short kWh",
		"clear days",
		"most starts on one",
	];
	const head = `| ${titles.join(" | ")} |\n|${titles.map(() => "---").join("|")}|`;
	writeFileSync(PAGE, `${before}${BEGIN}\n${head}\n${rows.join("\n")}\n${END}${after}`);
}

/** @param day of the year */
function isClear({ latitude, global }: RecordedYear, day: number): boolean {
	const sun = new Sun(latitude, 0);
	let cloudless = 0;
	for (let hour = 0; hour < 24; hour += 0.1) cloudless += 0.1 * clearSky(sun.height(day, hour));
	const arrived = global.slice((day - 1) * 24, day * 24).reduce((sum, one) => sum + one, 0);
	return arrived >= CLEAR * cloudless;
}

function lineOf(names: readonly string[], one: Year): string {
	const digits = (value: number, count = 0) => value.toFixed(count).replace(/^-(?=[0.]+$)/, "");
	const cells = [
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
	return `| ${[...names, ...cells].join(" | ")} |`;
}
