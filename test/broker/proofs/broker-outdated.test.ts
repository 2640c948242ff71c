import { expect, test } from "@jest/globals";
import { ageOf } from "#broker/proofs/tried/installation/broker-outdated.ts";
import { spoken } from "#texts/say.ts";

test.each([
	["mosquitto version 1.6.15", "broker-outdated"],
	["mosquitto version 2.0.9", "broker-outdated"],
	["mosquitto version 2.0.11", "broker-outdated"],
	["mosquitto version 2.0.20", "broker-outdated"],
	["mosquitto version 2.0.21", "ok"],
	["mosquitto version 2.0.22", "ok"],
	["mosquitto version 2.1.2", "ok"],
	["mosquitto version 10.0.0", "ok"],
	["HiveMQ 4", "not-visible"],
	["", "not-visible"],
])("a broker that calls itself “%s”: %s", (said, expected) => {
	expect(ageOf(said).class).toBe(expected);
});

test("an outdated one is told of with each flaw that it has, and the fixes that a distribution may have added", () => {
	const { status, ...said } = ageOf("mosquitto version 2.0.15");
	const [message, remedy] = [spoken("en", said.message), spoken("en", said.remedy)];
	expect(status).toBe("ok");
	expect(message).toContain("CVE-2023-0809");
	expect(message).not.toContain("CVE-2021-34434");
	expect(message).toContain("mosquitto.org/ChangeLog.txt");
	expect(remedy).toContain("Debian");
});
