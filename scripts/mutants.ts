import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Aim, campaign } from "./mutants/campaign.ts";
import { shown } from "./mutants/mutant.ts";
import { areas, share } from "./mutants/tally.ts";
import { copyOf } from "./mutants/tree.ts";

/**
 * `npm run mutants` changes one operator, rank or constant of what decides, runs the tests that run it, and tells which
 * changes no test notices. `-- --count 300 --seed 1`, `-- --only heater` for files, `-- --all`. `--quick`
 * leaves out what takes long and seldom notices anything. What was found before is not tried again.
 */
const CHECKOUT = join(import.meta.dirname, "..");
const CACHE = join(CHECKOUT, ".cache/mutants");

const AIM: Aim = {
	sources: ["src/rules/*.ts", "src/rules/*/*.ts", "src/checks/*.ts", "src/control/{,machinery/,network/}*.ts"],
	// Texts, registries, and what only reads options or binds.
	exclude: /texts\.ts$|\/index\.ts$|rules\/settings\.ts$|control\/(?:bind|rule|settings)\.ts$/,
	tests: [
		"test/{rules,control,checks,stories,scenarios}/**/*.test.ts",
		// The test of loads beyond the network, which is the other half of a rule.
		"test/runtime/silence/*.test.ts",
		"test/options/{addon-schema,defaults,function-notes,own-settings,parse,presets}.test.ts",
		// The manifest's options and the tables of the docs.
		"scripts/generate.ts",
	],
};
/** Laws say enough with fewer plants. */
const ENV = { LAWS_PLANTS: "400" };

const { values } = parseArgs({
	options: {
		count: { type: "string", default: "300" },
		seed: { type: "string", default: "1" },
		only: { type: "string" },
		all: { type: "boolean", default: false },
		quick: { type: "boolean", default: false },
		jobs: { type: "string", default: String(availableParallelism()) },
	},
});
const tree = copyOf(CHECKOUT);
process.once("exit", () => tree.remove());
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

const setting = { root: tree.root, cache: CACHE, jobs: Number(values.jobs), start: 10, env: ENV };
const drawn = {
	count: values.all ? Number.POSITIVE_INFINITY : Number(values.count),
	seed: Number(values.seed),
	quick: values.quick,
	...(values.only !== undefined && { only: new RegExp(values.only) }),
};
const began = performance.now();
let count = 0;
const done = await campaign(setting, AIM, drawn, console.log, ({ mutant, killed, tests }) => {
	count += 1;
	if (killed === undefined) console.log(`survived ${count}: ${shown(mutant)}  (${tests} test files)`);
	else if (count % 50 === 0) console.log(`${count} tried`);
});
console.log("");
for (const area of areas(done))
	console.log(`${area.name.padEnd(24)} ${area.killed} killed, ${area.survived} survived, ${share(area)}`);
console.log(`${Math.round((performance.now() - began) / 60_000)} min`);
mkdirSync(CACHE, { recursive: true });
writeFileSync(join(CACHE, "last.json"), JSON.stringify(done));
