import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { main } from "#cli/program.ts";
import { de as brokerDe } from "#words/broker/help/de.ts";
import { en as brokerEn } from "#words/broker/help/en.ts";
import { sv as brokerSv } from "#words/broker/help/sv.ts";
import { de as helpDe } from "#words/commands/help/de.ts";
import { en as helpEn } from "#words/commands/help/en.ts";
import { sv as helpSv } from "#words/commands/help/sv.ts";
import { en } from "#words/commands/usage/en.ts";
import { Desk } from "./desk.ts";

const COMMAND = { en: helpEn, sv: helpSv, de: helpDe } as const;
const BROKER = { en: brokerEn, sv: brokerSv, de: brokerDe } as const;

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());

/** By what is wrong: the words that are typed, and what each language says of them. */
const WRONG: readonly (readonly [kind: string, typed: string, en: string, sv: string, de: string])[] = [
	[
		"an option that does not exist",
		"run --frobnicate",
		"error: unknown option '--frobnicate'",
		"fel: flaggan '--frobnicate' finns inte",
		"Fehler: die Option '--frobnicate' gibt es nicht",
	],
	[
		"an option that is like another",
		"run --optoins x",
		"error: unknown option '--optoins'\n(Did you mean --options?)",
		"fel: flaggan '--optoins' finns inte\n(Menade du --options?)",
		"Fehler: die Option '--optoins' gibt es nicht\n(War --options gemeint?)",
	],
	[
		"an option that is like several",
		"audit-trail --heap",
		"error: unknown option '--heap'\n(Did you mean one of --head, --help?)",
		"fel: flaggan '--heap' finns inte\n(Menade du någon av --head, --help?)",
		"Fehler: die Option '--heap' gibt es nicht\n(War eine von diesen gemeint: --head, --help?)",
	],
	[
		"an argument that is missing",
		"restore",
		"error: missing required argument 'file'",
		"fel: argumentet 'file' saknas",
		"Fehler: das Argument 'file' fehlt",
	],
	[
		"a command that does not exist",
		"chekc",
		"error: unknown command 'chekc'\n(Did you mean check?)",
		"fel: kommandot 'chekc' finns inte\n(Menade du check?)",
		"Fehler: den Befehl 'chekc' gibt es nicht\n(War check gemeint?)",
	],
	[
		"a command that is like no other",
		"fly away",
		"error: unknown command 'fly'",
		"fel: kommandot 'fly' finns inte",
		"Fehler: den Befehl 'fly' gibt es nicht",
	],
	[
		"too many arguments for a command",
		"restore a b",
		"error: too many arguments for 'restore'. Expected 1 argument but got 2.",
		"fel: för många argument till 'restore'. Väntade ett argument men fick 2.",
		"Fehler: zu viele Argumente für 'restore'. Erwartet: 1 Argument, angegeben: 2.",
	],
	[
		"an option without its value",
		"run --http-port",
		"error: option '--http-port <port>' argument missing",
		"fel: värdet till flaggan '--http-port <port>' saknas",
		"Fehler: der Wert der Option '--http-port <port>' fehlt",
	],
	[
		"an option that is needed",
		"replay",
		"error: required option '--readings <file.csv>' not specified",
		"fel: flaggan '--readings <file.csv>' måste anges",
		"Fehler: die Option '--readings <file.csv>' muss angegeben werden",
	],
	[
		"a command for a broker that does not exist",
		"broker nope",
		"error: unknown command 'nope'",
		"fel: kommandot 'nope' finns inte",
		"Fehler: den Befehl 'nope' gibt es nicht",
	],
	[
		"a command for a broker that is like another",
		"broker hardn",
		"error: unknown command 'hardn'\n(Did you mean harden?)",
		"fel: kommandot 'hardn' finns inte\n(Menade du harden?)",
		"Fehler: den Befehl 'hardn' gibt es nicht\n(War harden gemeint?)",
	],
	...(
		[
			[
				"run --http-port <port>",
				"65536",
				"Give a whole number from 0 to 65535.",
				"Ange ett heltal från 0 till 65535.",
				"Eine ganze Zahl von 0 bis 65535 angeben.",
			],
			[
				"run --http-names <names>",
				"solar.example.org,b c",
				"Give names of hosts, separated by commas, such as solar.example.org.",
				"Ange värdnamn åtskilda med komma, till exempel solar.example.org.",
				"Hostnamen angeben, durch Kommas getrennt, zum Beispiel solar.example.org.",
			],
			[
				"run --ingress-peer <address>",
				"x' argument 'y",
				"Give an IP address, such as 172.30.32.2.",
				"Ange en IP-adress, till exempel 172.30.32.2.",
				"Eine IP-Adresse angeben, zum Beispiel 172.30.32.2.",
			],
			[
				"audit-trail --since <when>",
				"soon",
				"Give a day such as 2026-07-01, a time in ISO 8601, or 7d or 12h.",
				"Ange en dag som 2026-07-01, en tid enligt ISO 8601, eller 7d eller 12h.",
				"Einen Tag wie 2026-07-01, eine Zeit nach ISO 8601, oder 7d oder 12h angeben.",
			],
			[
				"run --speed <n>",
				"{flags}",
				"Give a number above 0, at most 100000.",
				"Ange ett tal över 0, högst 100000.",
				"Eine Zahl über 0 und bis 100000 angeben.",
			],
			[
				"check --listener <host:port[/tls]|ws://…|wss://…>",
				"x\ny",
				"Give HOST:PORT, HOST:PORT/tls, ws://HOST:PORT or wss://HOST:PORT.",
				"Ange HOST:PORT, HOST:PORT/tls, ws://HOST:PORT eller wss://HOST:PORT.",
				"HOST:PORT, HOST:PORT/tls, ws://HOST:PORT oder wss://HOST:PORT angeben.",
			],
			["broker acl --device <user=prefix>", "x", "Give USER=PREFIX.", "Ange USER=PREFIX.", "USER=PREFIX angeben."],
			[
				"broker tls --name <name>",
				"a b",
				"Give a host name or an IP address.",
				"Ange ett värdnamn eller en IP-adress.",
				"Einen Hostnamen oder eine IP-Adresse angeben.",
			],
			[
				"broker tls --client <name>",
				"a/b",
				"Give a name of letters, digits, dots, - and _, at most 63.",
				"Ange ett namn av bokstäver, siffror, punkter, - och _, högst 63 tecken.",
				"Einen Namen aus Buchstaben, Ziffern, Punkten, - und _ angeben, höchstens 63 Zeichen.",
			],
			[
				"broker watch --release <release>",
				"1.6.9",
				"Give the release, such as 2.0.11, 2.0.21 or 2.1.2.",
				"Ange versionen, till exempel 2.0.11, 2.0.21 eller 2.1.2.",
				"Die Version angeben, zum Beispiel 2.0.11, 2.0.21 oder 2.1.2.",
			],
		] as const
	).map(([option, value, en, sv, de]) => {
		const [typed = "", flags = ""] = option.split(/ (?=--)/);
		return [
			`a value that does not fit ${option}`,
			`${typed} ${flags.split(" ")[0]}=${value}`,
			`error: option '${flags}' argument '${value}' is invalid. ${en}`,
			`fel: flaggan '${flags}' kan inte ha värdet '${value}'. ${sv}`,
			`Fehler: die Option '${flags}' kann nicht den Wert '${value}' haben. ${de}`,
		] as const;
	}),
	[
		"a simulation with a wrong place",
		"simulate --days 1 --site paris",
		"error: option '--site <place>' argument 'paris' is invalid. Give a place: stockholm, wuerzburg, davos or athens.",
		"fel: flaggan '--site <place>' kan inte ha värdet 'paris'. Ange en plats: stockholm, wuerzburg, davos eller athens.",
		"Fehler: die Option '--site <place>' kann nicht den Wert 'paris' haben. Einen Ort angeben: stockholm, wuerzburg, davos oder athens.",
	],
	[
		"a simulation with a wrong draws",
		"simulate --days 1 --draws often",
		"error: option '--draws <profile>' argument 'often' is invalid. Give family, morning, evening, all_day or bath.",
		"fel: flaggan '--draws <profile>' kan inte ha värdet 'often'. Ange family, morning, evening, all_day eller bath.",
		"Fehler: die Option '--draws <profile>' kann nicht den Wert 'often' haben. family, morning, evening, all_day oder bath angeben.",
	],
	[
		"a simulation with a wrong day of year",
		"simulate --days 1 --from 366",
		"error: option '--from <day>' argument '366' is invalid. Give a day from 1 to 365.",
		"fel: flaggan '--from <day>' kan inte ha värdet '366'. Ange en dag från 1 till 365.",
		"Fehler: die Option '--from <day>' kann nicht den Wert '366' haben. Einen Tag von 1 bis 365 angeben.",
	],
	[
		"a simulation with a wrong litres",
		"simulate --days 1 --litres lots",
		"error: option '--litres <n>' argument 'lots' is invalid. Give a number of litres from 0 to 2000.",
		"fel: flaggan '--litres <n>' kan inte ha värdet 'lots'. Ange ett antal liter från 0 till 2000.",
		"Fehler: die Option '--litres <n>' kann nicht den Wert 'lots' haben. Eine Literzahl von 0 bis 2000 angeben.",
	],
	[
		"a simulation with a wrong seed",
		"simulate --days 1 --seed 1.5",
		"error: option '--seed <n>' argument '1.5' is invalid. Give a whole number from 0 to 999999.",
		"fel: flaggan '--seed <n>' kan inte ha värdet '1.5'. Ange ett heltal från 0 till 999999.",
		"Fehler: die Option '--seed <n>' kann nicht den Wert '1.5' haben. Eine ganze Zahl von 0 bis 999999 angeben.",
	],
];

const MORE = {
	en: "(add --help for more)",
	sv: "(lägg till --help för att få veta mer)",
	de: "(mehr dazu mit --help)",
} as const;

const saidOf = async (typed: string, LANG: string) => {
	desk.env = { ...desk.env, LANG };
	// A value after `=` may hold blanks.
	const [words = "", value] = typed.split(/(=.*)/s);
	const last = `${words.split(" ").at(-1)}${value ?? ""}`;
	const code = await main({ ...desk.machine(), argv: [...words.split(" ").slice(0, -1), last] });
	return { code, out: desk.out, err: desk.err };
};

test.each(
	WRONG.flatMap(([kind, typed, en, sv, de]) => [
		[kind, typed, "en", en] as const,
		[kind, typed, "sv", sv] as const,
		[kind, typed, "de", de] as const,
	]),
)("%s (`%s`) is told in the language of who types: %s", async (_, typed, language, told) => {
	expect(await saidOf(typed, `${language}_XX.UTF-8`)).toEqual({
		code: 2,
		out: "",
		err: `${told}\n${MORE[language]}\n`,
	});
});

test("a group of commands without a command shows its help, and nothing after it", async () => {
	const { code, out, err } = await saidOf("broker", "sv_SE.UTF-8");
	expect({ code, out }).toEqual({ code: 2, out: "" });
	expect(err).toMatch(/^Användning: solar-heating broker /);
	expect(err).not.toMatch(/--help för/);
});

/** The help of a command and of those below it, each as one line. */
async function helpOf(command: string, LANG: string, ask = `${command} --help`.trim()): Promise<readonly string[]> {
	desk.out = "";
	expect(await saidOf(ask, LANG)).toMatchObject({ code: 0, err: "" });
	const said = desk.out;
	const below = [...said.matchAll(/^ {2}([a-z][a-z0-9-]*)(?: \[\w+\])?(?: <name>)?(?: \[file\]| <file>)? {2,}\S/gm)];
	const names = below.map(([, name = ""]) => name).filter((name) => !["help", "file"].includes(name));
	const more: string[] = [];
	for (const name of names) more.push(...(await helpOf(`${command} ${name}`.trim(), LANG)));
	return [said.replaceAll(/\s+/g, " "), ...more];
}

test.each([
	["en", "C", "Usage: solar-heating run [options] Run the controller. Options:", "show this help"],
	["en", "fr_FR.UTF-8", "Usage: solar-heating run [options] Run the controller. Options:", "(default: 8099)"],
	["sv", "sv_SE.UTF-8", "Användning: solar-heating run [flaggor] Kör styrningen. Flaggor:", "(standard: 8099)"],
	["de", "de_AT.UTF-8", "Aufruf: solar-heating run [Optionen] Die Regelung ausführen. Optionen:", "(Standard: 8099)"],
] as const)("every help is in %s for a terminal of %s", async (language, LANG, begins, holds) => {
	const helps = await helpOf("", LANG);
	expect(helps.length).toBeGreaterThan(25);
	expect(helps.find((one) => one.startsWith(begins))).toContain(holds);
	for (const help of helps) {
		expect(help).not.toMatch(/help\.[a-z]|undefined/);
		if (language !== "en")
			expect(help).not.toMatch(/Usage:|Options:|Commands:|\[options\]|\[command\]|default|display|\bthe\b/);
	}
	// Every text of a help was seen.
	const texts = Object.entries({ ...COMMAND[language].command, ...BROKER[language].broker });
	const all = helps.join(" ");
	expect(texts.filter(([key, text]) => key !== "help.default" && !all.includes(text))).toEqual([]);
});

test("`help` and a command's name show its help, also of those for a broker", async () => {
	for (const name of ["run", "broker"])
		expect(await helpOf(name, "de_DE", `help ${name}`)).toEqual(await helpOf(name, "de_DE"));
});

test("help and version are no mistakes", async () => {
	expect(await saidOf("run --help", "sv_SE.UTF-8")).toMatchObject({ code: 0, err: "" });
	expect(await saidOf("--version", "sv_SE.UTF-8")).toMatchObject({ code: 0, err: "" });
});

test("the table has every sentence on what to give", () => {
	const sentences = Object.entries(en.command).filter(([code]) => code.startsWith("give_"));
	expect(sentences).not.toEqual([]);
	for (const [, sentence] of sentences)
		expect(WRONG.map(([, , told]) => told)).toContainEqual(expect.stringContaining(sentence));
});
