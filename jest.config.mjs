/** Jest runs the sources as ES modules: swc strips the types, nothing else is touched. */
export default {
	testEnvironment: "node",
	extensionsToTreatAsEsm: [".ts"],
	testMatch: ["<rootDir>/test/**/*.test.ts"],
	// A slow suite of its own: npm run test:auth.
	testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/auth/"],
	transform: {
		"^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2024", parser: { syntax: "typescript" } }, module: { type: "es6" } }],
	},
	modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.cache/"],
	errorOnDeprecated: true,
};
