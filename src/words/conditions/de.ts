import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	condition: {
		gain: "die Temperaturdifferenz",
		surplus: "die Temperaturdifferenz zwischen Speicher und Kollektor",
		collector: "die Kollektortemperatur",
		tank: "die Speichertemperatur",
		hottest: "die höchste Speichertemperatur",
		layer: "die Temperatur einer Speicherschicht",
		hold_left: "der Rest des Handbetriebs",
		test_left: "der Rest des Stilletests",
		waited: "die Zeit seit dem Start",
		least_rest: "die Ruhezeit",
		least_run: "die Laufzeit",
		enabled: "die Funktion ist eingeschaltet",
		displaced: "ein anderer Kreis hat Vorrang",
		proven: "der Stilletest ist bestanden",
	},
	explanation: {
		stops: "Stoppt, {when}.",
		starts: "Startet, {when}.",
		switches: "Schaltet um, {when}.",
		rises_to: "sobald {what} auf {limit} steigt",
		rises_above: "sobald {what} über {limit} steigt",
		falls_to: "sobald {what} auf {limit} sinkt",
		falls_below: "sobald {what} unter {limit} sinkt",
		passes: "und zwar in {in:time}",
		becomes: "sobald das gilt: {what}",
		ceases: "sobald das nicht mehr gilt: {what}",
		about: "{when}, in etwa {in:time}",
		higher: "{what}: {value}, {margin} über der Grenze von {limit}",
		lower: "{what}: {value}, {margin} unter der Grenze von {limit}",
		at_limit: "{what}: {value}, an der Grenze",
		yes: "ja: {what}",
		no: "nein: {what}",
	},
};
