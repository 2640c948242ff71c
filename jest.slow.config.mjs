import base from "./jest.config.mjs";

/** What the suites run that need more than Node and Mosquitto; each names its folder with --testMatch. */
export default {
	...base,
	testPathIgnorePatterns: ["/node_modules/"],
	testTimeout: 120_000,
};
