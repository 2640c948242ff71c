import { ALL_RULES } from "#app/control/rules.ts";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { USUAL_PLANT } from "#cli/app/simulate/asked/usual-plant.ts";
import { lived } from "#cli/app/simulate/life.ts";
import { houseFor } from "#drivers/simulated/house.ts";
import { seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import { House } from "#simulation/house.ts";

const DAYS = 365;
const TURN = 30;

const parsed = parse(USUAL_PLANT);
if (parsed.kind === "invalid") throw new Error("the usual plant is invalid");
const plant = plantOf(parsed.options);
const settings = settingsOf(parsed.options);
const design = houseFor(plant, siteOf("stockholm"), ({ id }) => id);

/** Seconds of the processor since then: a busy machine does not count. */
function spent(from: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(from);
	return (user + system) / 1e6;
}

/** The controller with all its rules, as `simulate` runs it. Gives seconds and pump starts. */
async function ours() {
	const from = process.cpuUsage();
	const life = await lived({ plant, rules: ALL_RULES, settings, design, turn: seconds(TURN) }, DAYS);
	return { s: spent(from), starts: life?.figures.starts ?? 0 };
}

/** The floor: the same house driven by a comparison of two temperatures. */
function bare() {
	const from = process.cpuUsage();
	const house = new House(design);
	let pump = 0;
	let starts = 0;
	for (let second = 0; second < DAYS * 86_400; second += TURN) {
		const gain = (house.collectors[0]?.sensed ?? 0) - (house.tanks[0]?.at(10) ?? 0);
		if (gain <= 4) pump = 0;
		else if (gain >= 8 && pump === 0) {
			pump = 100;
			starts++;
		}
		house.drive("pump", pump);
		house.advance(TURN);
	}
	return { s: spent(from), starts };
}

const rounds = Number(process.argv[2] ?? 3);
const results: { readonly ours: Awaited<ReturnType<typeof ours>>; readonly bare: ReturnType<typeof bare> }[] = [];
for (let round = 0; round < rounds; round++) results.push({ ours: await ours(), bare: bare() });
process.stdout.write(JSON.stringify(results));
