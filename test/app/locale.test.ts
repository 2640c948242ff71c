import { describe, expect, it, test } from "@jest/globals";
import { languageAt } from "#app/locale.ts";

describe("the language of a command", () => {
	test.each([
		[{ LANG: "de_DE.UTF-8" }, "de"],
		[{ LANG: "sv_SE" }, "sv"],
		[{ LANG: "sv" }, "sv"],
		[{ LANG: "de_AT@euro" }, "de"],
		[{ LANG: "DE" }, "de"],
		[{ LANG: "C" }, "en"],
		[{ LANG: "C.UTF-8" }, "en"],
		[{ LANG: "POSIX" }, "en"],
		[{ LANG: "fr_FR.UTF-8" }, "en"],
		[{ LANG: "dev" }, "en"],
		[{}, "en"],
		[{ LC_MESSAGES: "sv_SE", LANG: "de_DE" }, "sv"],
		[{ LC_ALL: "C", LC_MESSAGES: "sv_SE", LANG: "de_DE" }, "en"],
		[{ LC_ALL: "", LC_MESSAGES: "", LANG: "de_DE" }, "de"],
	] as const)("is, with %j alone, %s", (env, language) => {
		expect(languageAt({ env })).toBe(language);
	});

	it("is that of the options, where they name one", () => {
		expect(languageAt({ env: { LANG: "de_DE" } }, { language: "sv" })).toBe("sv");
		expect(languageAt({ env: { LANG: "de_DE" } }, {})).toBe("de");
	});
});
