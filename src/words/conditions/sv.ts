import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	condition: {
		gain: "temperaturskillnaden",
		surplus: "temperaturskillnaden mellan tank och solfångare",
		collector: "solfångartemperaturen",
		tank: "tanktemperaturen",
		hottest: "tankens högsta temperatur",
		layer: "temperaturen i ett tankskikt",
		hold_left: "resten av den manuella styrningen",
		test_left: "resten av tystnadstestet",
		waited: "tiden sedan starten",
		least_rest: "vilotiden",
		least_run: "gångtiden",
		enabled: "funktionen är på",
		displaced: "en annan krets går före",
		proven: "tystnadstestet är godkänt",
	},
	explanation: {
		stops: "Stannar {when}.",
		starts: "Startar {when}.",
		switches: "Ställer om {when}.",
		rises_to: "när {what} stiger till {limit}",
		rises_above: "när {what} stiger över {limit}",
		falls_to: "när {what} sjunker till {limit}",
		falls_below: "när {what} sjunker under {limit}",
		passes: "om {in:time}",
		becomes: "när {what}",
		ceases: "när detta inte längre gäller: {what}",
		about: "{when}, om ungefär {in:time}",
		higher: "{what}: {value}, {margin} över gränsen {limit}",
		lower: "{what}: {value}, {margin} under gränsen {limit}",
		at_limit: "{what}: {value}, på gränsen",
		yes: "ja: {what}",
		no: "nej: {what}",
	},
};
