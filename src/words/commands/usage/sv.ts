import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		wrong_option: "fel: flaggan '{flag}' finns inte",
		wrong_command: "fel: kommandot '{name}' finns inte",
		one_like_it: "(Menade du {similar}?)",
		some_like_it: "(Menade du någon av {similar}?)",
		argument_missing: "fel: argumentet '{name}' saknas",
		too_many_for: "fel: för många argument till '{name}'. Väntade {most:command} men fick {given}.",
		one_argument: "ett argument",
		arguments: "{expected} argument",
		value_missing: "fel: värdet till flaggan '{flags}' saknas",
		option_missing: "fel: flaggan '{flags}' måste anges",
		wrong_value: "fel: flaggan '{flags}' kan inte ha värdet '{value}'. {remedy:command}",
		give_port: "Ange ett heltal från 0 till 65535.",
		give_address: "Ange en IP-adress, till exempel 172.30.32.2.",
		give_host_names: "Ange värdnamn åtskilda med komma, till exempel solar.example.org.",
		give_moment: "Ange en dag som 2026-07-01, en tid enligt ISO 8601, eller 7d eller 12h.",
		give_positive: "Ange ett tal över 0, högst 100000.",
		give_listener: "Ange HOST:PORT, HOST:PORT/tls, ws://HOST:PORT eller wss://HOST:PORT.",
		give_device: "Ange USER=PREFIX.",
		give_host: "Ange ett värdnamn eller en IP-adress.",
		give_client: "Ange ett namn av bokstäver, siffror, punkter, - och _, högst 63 tecken.",
		give_release: "Ange versionen, till exempel 2.0.11, 2.0.21 eller 2.1.2.",
		give_place: "Ange en plats: stockholm, wuerzburg, davos eller athens.",
		give_draws: "Ange family, morning, evening, all_day eller bath.",
		give_day_of_year: "Ange en dag från 1 till 365.",
		give_litres: "Ange ett antal liter från 0 till 2000.",
		give_seed: "Ange ett heltal från 0 till 999999.",
		more_with_help: "(lägg till --help för att få veta mer)",
	},
};
