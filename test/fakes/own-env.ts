import { env } from "node:process";

/** The environment of an app that is to know nothing of the test's. Node keeps there what it has compiled, for faster starts. */
export const ownEnv = (home: string): NodeJS.ProcessEnv => ({
	PATH: env["PATH"],
	HOME: home,
	NODE_COMPILE_CACHE: env["NODE_COMPILE_CACHE"],
});
