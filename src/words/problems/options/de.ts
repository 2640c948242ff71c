import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	kind: {
		number: "eine Zahl",
		int: "eine ganze Zahl",
		string: "ein Text",
		boolean: "true oder false",
		object: "eine Gruppe",
		array: "eine Liste",
	},
	problem: {
		missing: "Ergänzen: hier gehört {kind:kind} hin.",
		wrong_kind: "Hier gehört {kind:kind} hin.",
		number_so: "Hier {number} schreiben, als Zahl ohne Anführungszeichen und Einheit.",
		number_in: "Hier gehört eine Zahl in {unit} hin, ohne Anführungszeichen und Einheit.",
		number_alone: "Hier gehört eine Zahl hin, ohne Anführungszeichen und Einheit.",
		empty: "Nicht leer lassen.",
		not_listed: "{list} hat keinen Eintrag mit der Id {entry}. Dort ergänzen oder die Adresse berichtigen.",
		unit_on_serial:
			"An einer seriellen Leitung hat ein Gerät eine Nummer von 1 bis {most}. {unit} ist keine: 0 spricht alle Geräte zugleich an, und keines antwortet. Die Nummer am Gerät nach dessen Anleitung einstellen und hier eintragen.",
		stack_twice:
			"Stapelnummer {stack} steht zweimal unter relind_cards. Den Eintrag mit der Art der Karte behalten, die dort steckt.",
		home_assistant_url: "Die Adresse ohne Pfad und Anmeldung schreiben: http://homeassistant.local:8123.",
		only_remote: "Entfernen: Nur ein Fühler über ein Netzwerk hat dieses Feld ({schemes}).",
		source_measures:
			"Diese Quelle misst {measured:quantity}, die Rolle braucht {needed:quantity}. Eine andere Quelle wählen, oder eine der Rollen {roles}.",
		offset_in_kelvin: "Eine Korrektur ist in Kelvin, diese Quelle misst {measured:quantity}. Die Korrektur weglassen.",
		too_small: "{min:measured} oder mehr angeben.",
		too_big: "{max:measured} oder weniger angeben.",
		too_long: "Höchstens {max} Zeichen verwenden.",
		too_many: "Höchstens {max} davon behalten.",
		no_choice: "Eines davon wählen: {choices}.",
		does_not_fit: "Dieser Wert ist hier ungültig. Siehe die Beschreibung dieser Option.",
		no_such_option: "Diese Option gibt es nicht. Den Namen berichtigen oder sie entfernen.",
		windows_form:
			"Tage und Zeiten angeben, zum Beispiel mo-fr 06:00-08:00, sa 08:00-10:00, oder always (immer) oder never (nie). Die Tage heißen mo di mi do fr sa so.",
		windows_empty:
			"Ein Zeitfenster, das endet, wenn es beginnt, ist keines. Für einen ganzen Tag 00:00-24:00 schreiben.",
		times_form:
			"Tage und Zeiten angeben, zum Beispiel mo-fr 06:30, sa so 08:00, oder never (nie). Die Tage heißen mo di mi do fr sa so.",
		id_form: "Mit einem Kleinbuchstaben (a–z) beginnen, dann Buchstaben, Ziffern und _, höchstens 40 Zeichen.",
		core_version_form: "Als Jahr.Monat schreiben, zum Beispiel 2026.11.",
		web_address_form: "Als Adresse schreiben, zum Beispiel http://192.168.1.20:8099.",
		topic_form: "Buchstaben, Ziffern, _ und - verwenden, mit / zwischen den Ebenen.",
		cert_and_key: "Ein Client-Zertifikat braucht sowohl cert als auch key.",
		only_with_tls: "Zertifikate werden nur mit TLS gebraucht: tls einschalten, oder sie entfernen.",
		unknown_driver: "Mit einem davon beginnen: {drivers}.",
		meant: "{meant} schreiben.",
		cooling_never:
			"Die Kollektor-Notabschaltung schaltet die Pumpe schon bei {stop_at} °C ab, daher beginnt diese Kühlung nie. Einen kleineren Wert wählen.",
		limit_below: "{other} ist {limit} und kommt zuerst, darum bleibt dieser Wert ohne Wirkung. Einen kleineren wählen.",
		limit_above: "{other} ist {limit} und kommt zuerst, darum bleibt dieser Wert ohne Wirkung. Einen größeren wählen.",
		meant_choice: "{meant} schreiben. Möglich sind: {choices}.",
		nothing_wired:
			"Kein Fühler ist eingetragen, darum wird nichts gemessen und nichts geregelt. Mindestens die Fühler von Kollektor und Speicher eintragen, und die Pumpe unter outputs. examples/options.simulated.json zeigt, wie.",
		heater_rests_on:
			"Bei angehaltener App kann dieser Heizstab an sein, ohne dass etwas die Speichertemperatur begrenzt. load_off wählen.",
		night_cooling_never:
			"Bei {maximum} °C, der Maximaltemperatur des Speichers, schaltet die Pumpe ab, daher beginnt diese Kühlung nie. Einen kleineren Wert wählen.",
		boil_stop_unseen:
			"Der Kollektorfühler misst bis {highest} °C. Darüber gilt er als ausgefallen, was die Pumpe ebenfalls abschaltet. {highest} oder weniger wählen, oder einen Fühler mit größerem Messbereich.",
		no_such_time_zone:
			"Diese Zeitzone gibt es nicht, daher gilt die des Rechners. Zum Beispiel Europe/Berlin schreiben.",
		no_such_part:
			"Die Anlage hat keinen solchen Teil, keinen solchen Kreis und keine solche Pumpe. Teile sind {parts}.",
		no_sensors: "{scheme} hat keine Fühler. Eine andere Quelle wählen.",
		no_outputs: "{scheme} hat keine Ausgänge. Ein anderes Ziel wählen.",
		address_form: "{scheme}:ADRESSE schreiben; die Adresse ist {scheme:address}.",
		sensor_id_taken: "Ein anderer Fühler hat diese ID schon: eine andere wählen.",
		sensor_role_taken: "Ein anderer Fühler hat diese Rolle schon: für weitere tank_layer oder other nehmen.",
		source_taken: "Ein anderer Fühler hat diese Quelle schon: eine der beiden berichtigen.",
		output_id_taken: "Ein anderer Ausgang hat diese ID schon: eine andere wählen.",
		output_role_taken: "Ein anderer Ausgang hat diese Rolle schon: für weitere other nehmen.",
		target_taken: "Ein anderer Ausgang benutzt dieses Relais schon: ein anderes wählen.",
		id_of_a_sensor: "Ein Fühler hat diese ID schon: eine andere wählen.",
		id_ending:
			"Eine ID wählen, die nicht auf {ending} endet: Die App verwendet diese Endung für ihre eigenen Entitäten.",
		id_reserved: "Eine andere ID wählen: Die App verwendet den Namen {name} selbst.",
		id_of_device: "{name} aus der ID weglassen: so heißt schon das Gerät.",
		devices_alike: "In einem Topic nicht von {device} zu unterscheiden: einen anderen Namen dieses Geräts verwenden.",
		switch_without_levels:
			"Dieses Ziel schaltet nur ein und aus: dies entfernen oder ein Ziel wählen, das Prozentwerte annimmt.",
		valve_without_levels: "Ein Ventil hat zwei Stellungen und keine Stufen: dies entfernen.",
		flow_of_pump: "Nur eine Pumpe hat einen Durchfluss bei voller Drehzahl: `full_flow` weglassen.",
		travel_of_valve: "Nur ein Ventil hat eine Laufzeit: sie entfernen oder dem Ausgang die Rolle valve geben.",
		wiring_of_level: "Ein Prozentwert hat keinen Kontakt: auf no lassen oder entfernen.",
		min_above_max: "Der niedrigste Wert darf höchstens {max} % sein, der höchste.",
		step_divides:
			"Die Werte sind ganze Vielfache der Schrittweite, aber {level} % nicht: eine andere Schrittweite oder Grenze wählen.",
		excludes_itself: "Ein Ausgang kann sich nicht selbst ausschließen.",
		excludes_nothing: "Es gibt keinen Ausgang mit dieser ID.",
		exclude_each_other: "Nur einer der beiden darf den anderen ausschließen: der, der aus bleiben soll.",
		excluded_by: "Zuerst {other} ausschalten: Die beiden arbeiten nicht zusammen.",
		above_other: "Höher als {other} wählen.",
		below_other: "Niedriger als {other} wählen.",
		below_other_by: "Mindestens {by} K unter {other} wählen; sonst würde die Pumpe ständig ein- und ausschalten.",
		above_other_by: "Mindestens {by} K über {other} wählen; sonst würde die Pumpe ständig ein- und ausschalten.",
		one_line: "Das Steuerzeichen (NUL, Tabulator oder Zeilenende) entfernen: das ist ein Text in einer Zeile.",
		on_lines: "mehrere Angaben, in den Zeilen {lines}",
		written_twice: "Nur einmal schreiben: Die App rät nicht, welcher der Werte gilt.",
		host_alone:
			"Nur den Namen oder die Adresse schreiben, zum Beispiel 192.168.1.10. Für Port und TLS gibt es eigene Optionen.",
		host_in_parts: "host {host}, port {port} und tls {tls} schreiben.",
		host_other_way:
			"host {host} und dessen Port für TCP schreiben: meist {plain} mit tls false oder {tls} mit tls true.",
	},
};
