import base from "./jest.config.mjs";

/** What `npm run test:auth` runs, which `npm test` leaves out as far as it takes long. */
export default {
	...base,
	testMatch: [
		"<rootDir>/test/auth/**/*.test.ts",
		"<rootDir>/test/broker/proofs/broken-brokers*.test.ts",
		"<rootDir>/test/e2e/supervisor.test.ts",
	],
	testPathIgnorePatterns: ["/node_modules/"],
	// Real brokers and real handshakes, on a machine that may be busy.
	testTimeout: 120_000,
};
