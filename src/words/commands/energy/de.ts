import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		energy_none:
			"Diese Anlage misst keine Energie. Für Solarwärme braucht sie einen Durchflussmesser oder den Durchfluss ihrer Pumpe (full_flow), für den Speicher drei Fühler mit Höhe, für einen Heizstab dessen Leistung.",
		energy_nothing:
			"In dieser Zeit wurde nichts gezählt. Tage werden ab der ersten Mitternacht gespeichert, zu der die App lief.",
		energy_one_of: "Nur eines von --days, --months und --years angeben.",
		energy_now: "jetzt, W",
		energy_today: "heute",
		energy_month: "diesen Monat",
		energy_year: "dieses Jahr",
		energy_total: "gesamt",
		energy_boundary: "gemessen",
		energy_days: "Tage",
		energy_sun: "Sonne",
		energy_rose_sun: "{name}, von der Sonne erwärmt",
		energy_rose_heater: "{name}, elektrisch erwärmt",
		energy_rose_mixed: "{name}, von mehreren Quellen erwärmt",
		energy_rose_unexplained: "{name}, erwärmt, ungeklärt",
		energy_rose_part: "{name}, durch {part} erwärmt",
		energy_drawn_or_lost: "{name}, gezapft oder verloren",
		energy_drawn: "{name}, gezapft",
		energy_lost: "{name}, verloren",
		energy_at_collector_loop: "an den Kollektoren",
		energy_at_into_tank: "in den Speicher",
		energy_at_electricity: "Strom",
		energy_at_stored: "im Speicher",
		energy_at_drawn_or_lost: "im Speicher",
		energy_at_drawn: "an der Zapfstelle",
		energy_at_lost: "an den Raum",
		energy_unmeasured: "{name}: {unmeasured:time} lang nicht messbar; für diese Zeit wird nichts gezählt.",
	},
};
