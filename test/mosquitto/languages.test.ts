import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Debian, debian } from "./machine/debian.ts";

/** Small words that English sentences cannot do without, and that neither Swedish nor German has. */
const ENGLISH = /\b(?:the|of|is|are|with|this|nobody|nothing|and|there|has|from|which|it|that)\b/gi;

describe.each([
	["de_DE.UTF-8", "de", "Mosquitto startet mit diesen Dateien.", "Einen Benutzer nobody gibt es nicht.", "vor 0 Tagen"],
	["sv_SE.UTF-8", "sv", "Mosquitto startar med de här filerna.", "Det finns ingen användare nobody.", "0 dagar sedan"],
] as const)("the broker's commands, typed under %s", (locale, language, starts, no_user, since) => {
	let machine: Debian;
	const typed = (...args: readonly string[]) => machine.cliOf(locale, "broker", ...args);
	const changing = (...args: readonly string[]) => typed(...args, "--restart-with", machine.restartWith);
	beforeAll(async () => {
		machine = await debian();
		await machine.startBroker();
		mkdirSync(machine.data, { mode: 0o700 });
	});
	afterAll(() => machine.close());

	test("answer in that language, in JSON in English too, and no secret stands in a fact", async () => {
		const dry = await changing("harden", "--dry-run");
		expect(dry).toMatchObject({ code: 0, err: "" });
		expect(dry.out).toContain(starts);
		expect(dry.out).toContain("+allow_anonymous false");
		expect(said(dry.out).match(ENGLISH)).toBeNull();
		const rehearsed = JSON.parse((await changing("harden", "--dry-run", "--json")).out);
		expect(rehearsed.says).toEqual([
			{ code: "hardened", facts: {} },
			{ code: "no_user_yet", facts: {} },
		]);
		for (const line of rehearsed.told.split("\n")) expect(dry.out).toContain(`  ${line}\n`);
		expect(rehearsed.difference).toContain("owner and rights");

		expect(await changing("harden")).toMatchObject({ code: 0, err: "" });
		expect((await typed("user", "list")).out).toContain("/etc/mosquitto/passwd");
		const added = JSON.parse((await changing("user", "add", "solar_heating", "--json")).out);
		const { password, ...rest } = added;
		expect(rest).toMatchObject({ ok: true, says: [{ code: "user_added", facts: { user: "solar_heating" } }] });
		expect(password).toMatch(/^\S{27}$/);
		expect(JSON.stringify(rest)).not.toContain(password);
		expect(await typed("user", "list")).toEqual({ code: 0, out: "solar_heating\n", err: "" });
		const refused = await changing("user", "remove", "nobody");
		expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(no_user) });

		const options = join(machine.data, "options.json");
		const mqtt = { host: "127.0.0.1", username: "solar_heating", password };
		writeFileSync(options, JSON.stringify({ mqtt }), { mode: 0o600 });
		const [keep, page] = [join(machine.data, "report.json"), join(machine.data, "report.html")];
		const verify = ["verify", "--options", options, "--data", machine.data];
		expect((await machine.cli("broker", ...verify, "--keep", keep)).out).toContain("Turn anonymous access off");
		const verified = await typed(...verify, "--compare", keep, "--page", page);
		expect(verified.err).toBe("");
		expect(verified.out.replace(/“[^”]*”|`[^`]*`/g, "").match(ENGLISH)).toBeNull();
		expect(verified.out).toContain(since);
		expect(readFileSync(page, "utf8")).toContain(`<html lang="${language}">`);
		expect(`${verified.out}${readFileSync(page, "utf8")}${readFileSync(keep, "utf8")}`).not.toContain(password);

		// What the options name counts more than who typed it.
		writeFileSync(options, JSON.stringify({ mqtt, language: "en" }), { mode: 0o600 });
		expect((await typed(...verify)).out).toContain("Turn anonymous access off");
	});
});

/** What is said beside the difference of the files, whose lines are Mosquitto's. */
const said = (out: string) =>
	out
		.split("\n")
		.filter((line) => !/^[ +\-@\\]/.test(line))
		.join("\n");
