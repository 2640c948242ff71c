import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		sim_title: "Simulierte Anlage",
		sim_about: "{place}: {days} Tage ab {from}, ein Regelzyklus alle {turn} s.",
		sim_now: "wie eingestellt",
		sim_compared: "im Vergleich",
		sim_difference: "Unterschied",
		sim_usual_plant:
			"Ohne Optionen ist dies eine übliche Anlage: 5,5 m² Kollektor, ein Speicher von 360 L, eine Pumpe und ein Heizstab. --options DATEI simuliert Ihre.",
		sim_no_circuit:
			"diese Optionen bewegen keine Wärme: Nötig sind ein Fühler mit der Rolle collector, einer mit der Rolle tank und ein Ausgang mit der Rolle pump, oder Kreise.",
		sim_stopped: "Die Simulation wurde abgebrochen.",
		sim_report: "Bericht: {file}",
		sim_file: "{file}: {why:command}",
		sim_unreadable: "{file}: {remedy:problem}",
		sim_unwritten: "{file} lässt sich nicht schreiben ({why}). Ordner und Rechte prüfen.",
		sim_solar_share: "Anteil der Solarwärme",
		sim_solar: "Solarwärme in den Speicher",
		sim_heater: "Heizstab",
		sim_fire: "Ofen oder Kessel",
		sim_draw: "gezapftes Warmwasser",
		sim_short: "fehlt an 45 °C",
		sim_loss: "Verlust des Speichers",
		sim_starts: "Pumpenstarts",
		sim_most_starts: "meiste Starts an einem Tag",
		sim_pump_hours: "Pumpenstunden",
		sim_pump_kwh: "Strom für Pumpen",
		sim_heater_hours: "Heizstabstunden",
		sim_hottest_collector: "heißester Kollektor",
		sim_hottest_tank: "heißester Speicher",
		sim_hours_hot: "Kollektor über 95 °C",
		sim_boil_hours: "Dampf im Kollektor",
		sim_temperatures: "Temperaturen",
		sim_collector: "Kollektor, heißester",
		sim_top: "Speicher oben",
		sim_bottom: "Speicher unten",
		sim_outdoor: "außen",
		sim_heat: "Wärme",
		sim_pump: "Pumpen",
		sim_faults: "Simulierte Fehler",
		sim_day: "ab Tag {day:exact}",
		sim_limits:
			"Dies ist ein Modell: Ein Jahr weicht vom nächsten um 5 bis 10 % ab, und was der Haushalt zapft, zählt mehr als jede Einstellung. Der Unterschied zweier Einstellungen ist sicherer als jeder einzelne Wert.",
		weather_unknown:
			"das ist keine bekannte Wetterdatei. Als TMY3, EPW, PVGIS (CSV) oder deutsches TRY speichern, ohne sie zu ändern.",
		weather_short:
			"dieses {kind} hat {hours} Stunden; ein Jahr braucht {needed}. Die Datei eines ganzen Jahres angeben.",
		weather_no_place:
			"dieses {kind} sagt nicht, woher es stammt. Mit --site einen Ort nennen oder site.latitude setzen.",
		weather_latitude: "die Datei sagt nicht, woher sie stammt: {latitude:exact}° Breite werden angenommen.",
		weather_no_diffuse: "die Datei enthält kein diffuses Licht: Es wird aus dem gesamten geschätzt.",
		weather_gap:
			"{what:command} fehlt {longest} Stunden hintereinander ({missing} insgesamt). Bis zu 6 Stunden werden überbrückt; eine Datei ohne solche Lücke angeben.",
		weather_bridged: "{what:command} fehlt in {missing} Stunden: Sie werden durch eine Gerade überbrückt.",
		weather_global: "das Sonnenlicht",
		weather_diffuse: "das diffuse Licht",
		weather_outdoor: "die Lufttemperatur",
		faults_no_json: "das ist kein JSON.",
		faults_no_list: "das ist keine Liste von Fehlern. Zum Beispiel {example} schreiben.",
		fault_field: "Eintrag {nth}: {field}: {remedy:problem}",
		fault_of: "Eintrag {nth}: {fault} kann {id} nicht treffen. Es gibt: {known}.",
		fault_with: "Eintrag {nth}: {fault} braucht den anderen Fühler in `with`.",
		fault_no_amount: "Eintrag {nth}: {fault} hat keine Menge. Weglassen.",
		fault_amount: "Eintrag {nth}: Die Menge von {fault} ist {low:exact} bis {high:exact} {unit}.",
	},
};
