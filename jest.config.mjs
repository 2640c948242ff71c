/** Jest runs the sources as ES modules: swc strips the types, nothing else is touched. */
export default {
	testEnvironment: "node",
	extensionsToTreatAsEsm: [".ts"],
	testMatch: ["<rootDir>/{test,packages/*/test}/**/*.test.ts"],
	// Slow suites of their own: npm run test:auth, test:addon, test:image, test:ha, test:broker, test:faults,
	// test:hardware, test:physics, test:page.
	testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/(?:auth|addon|image|ha|mosquitto|faults|hardware|physics|page)/"],
	transform: {
		"^.+\\.ts$": ["@swc/jest", {
				jsc: { target: "es2024", parser: { syntax: "typescript" }, experimental: { keepImportAttributes: true } },
				module: { type: "es6" },
			}],
	},
	modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.cache/"],
	errorOnDeprecated: true,
	// A test waits for what happens, and a busy machine lets it happen late.
	testTimeout: 120_000,
};
