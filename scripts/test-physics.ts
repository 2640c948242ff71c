import { conclude, jest } from "./jest.ts";
import { physicsOracles } from "./physics-oracles.ts";

/**
 * `npm run test:physics`: the simulator against what others wrote about sun, fluids and collectors. Installs it once, with
 * pip, in a minute; then it takes another. Arguments go to Jest.
 */
const oracles = physicsOracles(console.log);
if (oracles.kind === "missing") console.log(oracles.remedy);
const args = ["--config", "jest.slow.config.mjs", "--testMatch", "<rootDir>/test/physics/**/*.test.ts"];
const env = oracles.kind === "found" ? { PHYSICS_PYTHON: oracles.path } : {};
const tests =
	oracles.kind === "found" ? await jest([...process.argv.slice(2), ...args], env) : { passed: 0, failed: 0 };
conclude(tests, oracles.kind === "found" ? [] : [false]);
