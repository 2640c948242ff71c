import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { weatherIn } from "#cli/app/simulate/weather/weather-file.ts";
import { litres } from "#model/quantities/units.ts";
import { clearSky } from "#simulation/weather/irradiance.ts";
import { type RecordedYear, solarTime } from "#simulation/weather/recorded.ts";
import { Sun } from "#simulation/weather/sun.ts";
import { physicsOracles } from "./physics-oracles.ts";
import { profiles } from "./years/profiles.ts";
import { type Home, TABLES } from "./years/tables.ts";

/**
 * `node scripts/years.ts` simulates years for three places and five households, and writes the tables in docs/years.md. Takes
 * ten minutes. `-- --place Mannheim` prints the rows of one place, `--table heater` those of one table, as JSON.
 */
const PAGE = join(import.meta.dirname, "../docs/years.md");

/** Test reference years of the German weather service, as demandlib ships them: coast, lowland, Upper Rhine. */
const PLACES: Readonly<Record<string, string>> = {
	Rostock: "TRY2010_02_Jahr.dat",
	Potsdam: "TRY2010_04_Jahr.dat",
	Mannheim: "TRY2010_12_Jahr.dat",
};
/** A day counts as clear if so much of a cloudless day's light (Haurwitz) arrives. */
const CLEAR = 0.9;

interface Row {
	readonly mark: string;
	readonly place: string;
	readonly household: string;
	readonly cells: readonly string[];
}

const written = ({ place, household, cells }: Row) => [place, household, ...cells];

const oracles = physicsOracles(console.error);
if (oracles.kind === "missing") throw new Error(oracles.remedy);
const python = oracles.path;
const after = (flag: string) =>
	process.argv.includes(flag) ? process.argv[process.argv.indexOf(flag) + 1] : undefined;
const [place, table] = [after("--place"), after("--table")];
if (place !== undefined) for (const row of rowsOf(place)) console.log(JSON.stringify(row));
else {
	const rows = (await Promise.all(Object.keys(PLACES).map(simulated))).flat();
	let page = readFileSync(PAGE, "utf8");
	for (const { mark, titles } of TABLES)
		if (table === undefined || table === mark) page = withTable(page, mark, titles, rows);
	writeFileSync(PAGE, page);
}

function* rowsOf(place: string): Iterable<Row> {
	for (const home of homesIn(place))
		for (const { mark, rows } of TABLES)
			if (table === undefined || table === mark)
				for (const cells of rows(home)) yield { mark, place, household: home.household, cells };
}

function homesIn(place: string): readonly Home[] {
	const where = "import demandlib.vdi, os; print(os.path.dirname(demandlib.vdi.__file__))";
	const folder = spawnSync(python, ["-c", where], { encoding: "utf8" }).stdout.trim();
	const { year } = weatherIn(join(folder, "resources_weather", PLACES[place] ?? ""), undefined);
	const clear = Array.from({ length: 365 }, (_, day) => isClear(year, day + 1));
	return Object.entries(profiles(python)).map(([household, profile]) => {
		const site = { ...siteOf("wuerzburg"), recorded: year, profile, slope: 35, tank_volume: litres(360) };
		return { place, household, site, isClear: (day) => clear[day] === true };
	});
}

/** The rows of a place, from a process of its own. */
async function simulated(place: string): Promise<readonly Row[]> {
	const of = table === undefined ? [] : ["--table", table];
	const child = spawn(process.execPath, [import.meta.filename, "--place", place, ...of], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const rows: Row[] = [];
	for await (const line of createInterface(child.stdout)) {
		console.log(line);
		rows.push(JSON.parse(line));
	}
	return rows;
}

function withTable(page: string, mark: string, titles: readonly string[], rows: readonly Row[]): string {
	const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
	const [before = "", rest = ""] = page.split(begin);
	const head = ["place", "household", ...titles];
	const lines = [head, head.map(() => "---"), ...rows.filter((row) => row.mark === mark).map(written)];
	return `${before}${begin}\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n${end}${rest.split(end)[1] ?? ""}`;
}

/** @param day of the year, from 1 */
function isClear(recorded: RecordedYear, day: number): boolean {
	const sun = new Sun(recorded.latitude, 0);
	let cloudless = 0;
	for (let hour = 0; hour < 24; hour += 0.1) {
		const moment = solarTime(recorded, (day - 1) * 24 + hour);
		cloudless += 0.1 * clearSky(sun.height(moment.day, moment.hour));
	}
	const arrived = recorded.global.slice((day - 1) * 24, day * 24).reduce((sum, one) => sum + one, 0);
	return arrived >= CLEAR * cloudless;
}
