import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		wrong_option: "Fehler: die Option '{flag}' gibt es nicht",
		wrong_command: "Fehler: den Befehl '{name}' gibt es nicht",
		one_like_it: "(War {similar} gemeint?)",
		some_like_it: "(War eine von diesen gemeint: {similar}?)",
		argument_missing: "Fehler: das Argument '{name}' fehlt",
		too_many_for: "Fehler: zu viele Argumente für '{name}'. Erwartet: {most:command}, angegeben: {given}.",
		one_argument: "1 Argument",
		arguments: "{expected} Argumente",
		value_missing: "Fehler: der Wert der Option '{flags}' fehlt",
		option_missing: "Fehler: die Option '{flags}' muss angegeben werden",
		wrong_value: "Fehler: die Option '{flags}' kann nicht den Wert '{value}' haben. {remedy:command}",
		give_port: "Eine ganze Zahl von 0 bis 65535 angeben.",
		give_address: "Eine IP-Adresse angeben, zum Beispiel 172.30.32.2.",
		give_host_names: "Hostnamen angeben, durch Kommas getrennt, zum Beispiel solar.example.org.",
		give_moment: "Einen Tag wie 2026-07-01, eine Zeit nach ISO 8601, oder 7d oder 12h angeben.",
		give_positive: "Eine Zahl über 0 und bis 100000 angeben.",
		give_listener: "HOST:PORT, HOST:PORT/tls, ws://HOST:PORT oder wss://HOST:PORT angeben.",
		give_device: "USER=PREFIX angeben.",
		give_host: "Einen Hostnamen oder eine IP-Adresse angeben.",
		give_client: "Einen Namen aus Buchstaben, Ziffern, Punkten, - und _ angeben, höchstens 63 Zeichen.",
		give_release: "Die Version angeben, zum Beispiel 2.0.11, 2.0.21 oder 2.1.2.",
		give_place: "Einen Ort angeben: stockholm, wuerzburg, davos oder athens.",
		give_draws: "family, morning, evening, all_day oder bath angeben.",
		give_day_of_year: "Einen Tag von 1 bis 365 angeben.",
		give_litres: "Eine Literzahl von 0 bis 2000 angeben.",
		give_seed: "Eine ganze Zahl von 0 bis 999999 angeben.",
		more_with_help: "(mehr dazu mit --help)",
	},
};
