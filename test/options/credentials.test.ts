import { describe, expect, it, test } from "@jest/globals";
import { notice } from "#model/sentences/notice.ts";
import { inside } from "#model/sentences/sentence.ts";
import { type Credentials, credentials } from "#options/credentials.ts";
import { sayAny } from "#texts/say.ts";
import { said } from "../texts/said.ts";

const LONG = 65_535;
const PASSWORD = "p4ss-wörd-Ω";

const whyOf = (one: Credentials): string =>
	one.kind === "required" ? sayAny("en", "problem", one.why.code, one.why.facts) : "";

describe("a login is complete", () => {
	test.each([
		["usual ones", "solar", PASSWORD],
		["inner and outer spaces", " so lar ", " pass word "],
		["as many bytes as MQTT can carry", "u".repeat(LONG), "p".repeat(LONG)],
		["as many bytes in signs of two", "u", `${"ö".repeat(32_767)}p`],
		["signs of four bytes", "☀️🔥", "🔥"],
	])("with %s", (_, username, password) => {
		expect(credentials(username, password)).toEqual({ kind: "complete", login: { username, password } });
	});
});

describe("a login is required", () => {
	const flaws: readonly [string, string | undefined, string][] = [
		["nothing", undefined, "is missing"],
		["an empty text", "", "is missing"],
		["spaces", "   ", "is only white space"],
		["a tabulator", "\t", "is only white space"],
		["a line break", "\n", "is only white space"],
		["a hard space", "\u00a0", "is only white space"],
		["a NUL", "secret\0rest", "contains a NUL"],
		["a NUL alone", "\0", "contains a NUL"],
		["a line break at its end", "secret\n", "contains a control character"],
		["a carriage return", "secret\r\n", "contains a control character"],
		["an escape", "se\u001bcret", "contains a control character"],
		["a delete", "se\u007fcret", "contains a control character"],
		["a C1 control", "se\u0085cret", "contains a control character"],
		["one byte too many", "s".repeat(LONG + 1), "is longer than 65535 bytes"],
		["one byte too many in signs of two", "ö".repeat(32_768), "is longer than 65535 bytes"],
		["one byte too many in signs of three", "€".repeat(21_846), "is longer than 65535 bytes"],
	];

	test.each(flaws)("where the user name is %s", (_, username, why) => {
		expect(whyOf(credentials(username, PASSWORD))).toContain(`The user name ${why}`);
	});

	test.each(flaws)("where the password is %s", (_, password, why) => {
		const required = credentials("solar", password);
		expect(whyOf(required)).toContain(`The password ${why}`);
		expect(JSON.stringify(required)).not.toContain("secret");
		expect(JSON.stringify(required)).not.toMatch(/s{9}|ö|€/);
	});

	// #text-names-each-way
	it("with a text that names each way to give it, and goes on controlling", () => {
		const required = credentials(undefined, PASSWORD);
		if (required.kind !== "required") throw new Error("there is no login");
		const text = said(notice("error", "mqtt_credentials_required", inside("why", required.why)));
		for (const word of [
			"mqtt.username",
			"mqtt.password",
			"--options",
			"MQTT_USERNAME",
			"MQTT_PASSWORD",
			".env",
			"control continues",
		])
			expect(text).toContain(word);
		expect(text).not.toContain(PASSWORD);
	});

	// #anonymous-access-never-fallback
	it("and anonymous access is never a fallback", () => {
		for (const [username, password] of [
			["", ""],
			[undefined, undefined],
			["solar", ""],
			["", "x"],
		] as const)
			expect(credentials(username, password).kind).toBe("required");
	});
});
