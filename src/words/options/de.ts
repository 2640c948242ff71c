import type { Like } from "../like.ts";
import type { en } from "./en.ts";

/** Of a sensor and of an output. */
const NAMED = {
	id: {
		name: "ID",
		description:
			"Kann leer bleiben, wenn es einen Namen gibt: sie wird dann daraus gebildet. Sie ist Teil von Topics und Entitäts-IDs und sollte später nicht geändert werden. Zuerst ein Kleinbuchstabe (a–z), dann Buchstaben, Ziffern und _.",
	},
	name: { name: "Name", description: "Frei gewählt, in beliebiger Sprache." },
};

export const de: Like<typeof en> = {
	configuration: {
		language: {
			name: "Sprache",
			description:
				"Sprache der Namen und Begründungen in Home Assistant, des Protokolls und der Seite der App. auto: Die Seite richtet sich nach dem Browser, alles andere ist Englisch.",
		},
		sensors: {
			name: "Fühler",
			description:
				"Was gemessen wird und wo es angeschlossen ist. Die Pumpe wird nach einem Kollektor- und einem Speicherfühler geregelt.",
			fields: {
				...NAMED,
				role: {
					name: "Rolle",
					description:
						"collector: am Austritt. tank: auf Höhe des Wärmetauschers. tank_layer: andere Stelle. flow_line, return_line: Vor- und Rücklauf. stove, boiler, pool: das Wasser darin. room: ein Raum. outdoor_air, exhaust_air, supply_air, extract_air: Luft. flow, irradiance, pressure, power, surplus_power, price, energy, humidity: ein Messgerät. tap: Zapfung. sun_tomorrow: eine Vorhersage. other: nur Anzeige.",
				},
				of: {
					name: "Gehört zu",
					description:
						"ID oder Name der Kollektoren, des Speichers oder anderen Teils, den er misst. Nur nötig, wenn es mehrere gibt.",
				},
				source: {
					name: "Quelle",
					description:
						"Wo er angeschlossen ist: Art des Geräts, Doppelpunkt, Adresse. Zum Beispiel one_wire:28-0123456789ab.",
				},
				height: {
					name: "Höhe",
					description: "Für tank_layer: Höhe über dem Speicherboden.",
				},
				offset: {
					name: "Korrektur",
					description: "Wird zu jedem Messwert addiert, gemäß einem Abgleich.",
				},
				unit: {
					name: "Einheit",
					description:
						"Für einen Fühler über MQTT oder Home Assistant: die Einheit, in der er meldet. Leer gilt die von Home Assistant, sonst °C, L/min, bar, W/m², W, kWh oder %.",
				},
				max_age: {
					name: "Altersgrenze",
					description:
						"Für einen Fühler über MQTT oder Home Assistant: Ohne neuen Wert für diese Zeit gilt er als verloren. Leer gilt 300.",
				},
			},
		},
		outputs: {
			name: "Ausgänge",
			description: "Was geschaltet wird und wo es angeschlossen ist: die Pumpe und, falls vorhanden, der Heizstab.",
			fields: {
				...NAMED,
				role: {
					name: "Rolle",
					description:
						"Was dieser Ausgang schaltet. pump: die Pumpe des Kollektorkreises. heater: den Heizstab im Speicher. valve: ein Ventil mit zwei Stellungen. other: läuft nur, wenn von Hand eingeschaltet.",
				},
				of: {
					name: "Gehört zu",
					description: "Für heater: ID oder Name des Speichers, den er heizt. Nur nötig, wenn es mehrere gibt.",
				},
				target: {
					name: "Ziel",
					description:
						"Wo er angeschlossen ist: Art des Geräts, Doppelpunkt, Adresse. Zum Beispiel usb_relay:/dev/serial/by-id/NAME/1; die 1 ist das Relais.",
				},
				wiring: {
					name: "Verdrahtung",
					description:
						"no (Schließer): die Last läuft bei angezogenem Relais. nc (Öffner): die Last läuft bei abgefallenem Relais. Einen Heizstab an no anschließen.",
				},
				rest: {
					name: "Ruhestellung",
					description:
						"Was die Last tut, wenn keine Funktion sie regelt. load_off: sie ist aus. load_on: sie läuft. hold: sie bleibt, wie sie war.",
				},
				min: {
					name: "Niedrigster Wert",
					description:
						"Für ein Ziel, das Prozentwerte annimmt: Der Ausgang läuft mindestens mit diesem Wert. Darunter stehen viele Pumpen still. Ein Vielfaches der Schrittweite. Ohne Angabe 30.",
				},
				max: {
					name: "Höchster Wert",
					description:
						"Für ein Ziel, das Prozentwerte annimmt: Der Ausgang läuft höchstens mit diesem Wert. Ein Vielfaches der Schrittweite. Ohne Angabe 100.",
				},
				step: {
					name: "Schrittweite",
					description:
						"Für ein Ziel, das Prozentwerte annimmt: Der Wert ist ein ganzes Vielfaches davon. Ohne Angabe 1.",
				},
				curve: {
					name: "Kennlinie des Signals",
					description:
						"Wie die Pumpe ihr Signal liest. direct: 0 bis 10 V oder 0 bis 100 % ist die Drehzahl. inverted: 10 bis 0 V. pwm_solar: PWM-Profil für Solarpumpen, ohne Signal steht sie. pwm_heating: PWM-Profil für Heizungspumpen, ohne Signal läuft sie mit voller Drehzahl. Weggelassen: direct.",
				},
				dead_band: {
					name: "Totband",
					description:
						"Für ein Ziel, das Prozentwerte annimmt: Eine kleinere Änderung als diese wartet. Ohne Angabe hat eine Pumpe 5, oder etwas mehr als ihre Stufe. Starts, Stopps, Handbetrieb und Sicherheit warten nicht.",
				},
				kick: {
					name: "Volle Drehzahl beim Start",
					description:
						"Für ein Ziel, das Prozentwerte annimmt: Nach einem Start läuft der Ausgang so lange mit seinem höchsten Wert, damit sich eine festsitzende Pumpe löst.",
				},
				travel: {
					name: "Laufzeit des Ventils",
					description:
						"Für ein Ventil: wie lange es von einer Stellung in die andere braucht. So lange läuft keine Pumpe durch das Ventil.",
				},
				full_flow: {
					name: "Durchfluss bei voller Drehzahl",
					description:
						"Für eine Pumpe: was sie bei voller Drehzahl fördert, wie es das Schauglas zeigt. Damit wird Wärme auch ohne Durchflussmesser gezählt.",
				},
				least_run: {
					name: "Mindestlaufzeit",
					description: "Nach dem Start läuft er mindestens so lange. Sicherheitsabschaltungen werden nie verzögert.",
				},
				least_rest: {
					name: "Mindestpause",
					description: "Nach dem Stopp ruht er mindestens so lange.",
				},
				starts_per_hour: {
					name: "Starts pro Stunde",
					description: "Höchstens so viele Starts in der Stunde; 0 heißt unbegrenzt.",
				},
				excludes: {
					name: "Nicht zusammen mit",
					description:
						"Die ID eines anderen Ausgangs. Dieser Ausgang bleibt aus, solange der andere laufen soll. Keiner von beiden startet, bevor die Karte des anderen bestätigt, dass er aus ist.",
				},
				unverified_ok: {
					name: "Unbestätigtes zulassen",
					description:
						"Für einen Heizstab, dessen Karte nicht bestätigen kann, dass sie getan hat, was sie soll. true: das ist bekannt, und der Heizstab hat einen eigenen Sicherheitstemperaturbegrenzer (STB), der funktioniert. Sonst bleibt der Heizstab dort aus.",
				},
			},
		},
		mqtt: {
			name: "MQTT-Broker",
			description: "Mit dem Mosquitto-Broker von Home Assistant ist hier nichts einzutragen.",
			fields: {
				host: {
					name: "Adresse des Brokers",
					description: "Name oder Adresse des MQTT-Brokers.",
				},
				port: {
					name: "Port des Brokers",
					description: "Meist 1883 ohne TLS und 8883 mit TLS.",
				},
				username: {
					name: "Benutzername",
					description:
						"Das für diese App beim Broker angelegte Konto. Leer lassen, um das zu verwenden, das Home Assistant seinen Apps anbietet.",
				},
				password: {
					name: "Passwort",
					description: "Das Passwort dieses Kontos.",
				},
				password_file: {
					name: "Passwortdatei",
					description:
						"Liest das Passwort stattdessen aus dieser Datei. Nur der Benutzer der App darf sie lesen können.",
				},
				allow_anonymous_broker: {
					name: "Broker ohne Konto zulassen",
					description:
						"Nur wenn es gar kein Konto gibt: verbindet sich ohne Konto mit einem Broker, der jeden Client annimmt. Solange das so ist, wird ein Alarm angezeigt.",
				},
				tls: {
					name: "TLS",
					description: "Verschlüsselt die Verbindung und prüft das Zertifikat des Brokers.",
				},
				ca: {
					name: "CA-Zertifikat (Datei)",
					description: "PEM-Datei der Stelle, die das Zertifikat des Brokers signiert hat, zum Beispiel /ssl/ca.crt.",
				},
				cert: {
					name: "Client-Zertifikat (Datei)",
					description: "PEM-Datei, falls der Broker ein Client-Zertifikat verlangt.",
				},
				key: {
					name: "Client-Schlüssel (Datei)",
					description: "PEM-Datei mit dem privaten Schlüssel des Client-Zertifikats.",
				},
				base_topic: {
					name: "Basis-Topic",
					description:
						"Alle Topics dieser App beginnen damit. Buchstaben, Ziffern, _ und -, mit / zwischen den Ebenen.",
				},
				discovery_prefix: {
					name: "Discovery-Präfix",
					description: "Das Präfix, unter dem Home Assistant Geräte findet; dasselbe wie in der MQTT-Integration.",
				},
				home_assistant_version: {
					name: "Version von Home Assistant",
					description:
						"Nur ohne den Supervisor, der sie selbst nennt: zum Beispiel 2026.11. Bleibt sie leer, werden die Entitäten so angekündigt, wie eine alte Version sie versteht.",
				},
				device_name: {
					name: "Name des Geräts",
					description:
						"Wie die Anlage in Home Assistant heißt. Bei mehreren Häusern an einem Broker bekommt jedes einen eigenen Namen. Leer: Solarthermie.",
				},
				device_model: {
					name: "Modell des Geräts",
					description:
						"Das Modell, das Home Assistant auf der Seite des Geräts zeigt. Leer: wie viele Fühler und Ausgänge es gibt.",
				},
				page_url: {
					name: "Adresse der Seite",
					description:
						"Nur ohne den Supervisor, der sie selbst nennt: die Adresse, unter der ein Browser im Haus die Seite dieser App öffnet. Home Assistants Geräteseite verweist dann darauf.",
				},
			},
		},
		tank: {
			name: "Speicher",
			description: "Der Speicher, den der Kollektor belädt.",
			fields: {
				volume: {
					name: "Inhalt",
					description: "Der Inhalt des Speichers.",
				},
			},
		},
		heater: {
			name: "Leistung des Heizstabs",
			description: "Der elektrische Heizstab im Speicher.",
			fields: {
				power: {
					name: "Leistung",
					description: "Die Leistung des Heizstabs laut Typenschild.",
				},
			},
		},
		energy: {
			name: "Energie",
			description: "Was die Wärmezählung über die Anlage wissen muss.",
			fields: {
				glycol: {
					name: "Glykol",
					description: "Anteil an Propylenglykol in der Flüssigkeit der Kollektoren. 0 ist Wasser.",
				},
				cold_water: {
					name: "Kaltwasser",
					description:
						"Wie warm das Wasser ist, das in den Speicher kommt. Gespeicherte und gezapfte Wärme zählt von dort an.",
				},
			},
		},
		preset: {
			name: "Voreinstellung",
			description:
				"Wie welcher Regler die Funktionen eingestellt sind, wo sie nicht von Hand eingestellt sind. predecessor: wie diese App ausgeliefert wird. resol_bs4: RESOL DeltaSol BS/4. ta_uvr61: Technische Alternative UVR61-3. sorel: SOREL TDC. viessmann_sm1: Viessmann SM1. Die Dokumentation zeigt, was jede einstellt.",
		},
		system_mode: {
			name: "Betriebsart",
			description:
				"auto: die Regelung regelt die Anlage. off: alles ist in Ruhestellung, nur die Sicherheitsfunktionen greifen ein.",
		},
		site: {
			name: "Standort",
			description: "Wo das Haus steht.",
			fields: {
				latitude: {
					name: "Breitengrad",
					description: "Breitengrad des Hauses; Nord ist positiv.",
				},
				longitude: {
					name: "Längengrad",
					description: "Längengrad des Hauses; Ost ist positiv.",
				},
				time_zone: {
					name: "Zeitzone",
					description: "Zum Beispiel Europe/Berlin. Bleibt das Feld leer, gilt die Zeitzone des Rechners.",
				},
			},
		},
		history: {
			name: "Verlauf",
			description: "Was die Regelung selbst aufzeichnet.",
			fields: {
				days: {
					name: "Aufbewahrte Tage",
					description:
						"Wie lange Temperaturen (ein Mittelwert je Minute) und Schaltvorgänge aufbewahrt werden. 30 Tage mit 15 Fühlern belegen 2 MB. Stundenwerte bleiben in jedem Fall drei Jahre lang.",
				},
			},
		},
		watch: {
			name: "Überwachung des Brokers",
			description: "Überwacht das Protokoll des Brokers: abgelehnte Anmeldungen, Angriffe, neue Adressen.",
			fields: {
				enabled: {
					name: "Eingeschaltet",
					description:
						"Liest das Protokoll des Brokers und meldet in Home Assistant einen Alarm, wenn jemand den Broker angreift.",
				},
				log_file: {
					name: "Protokolldatei des Brokers",
					description:
						"Die zu lesende Datei. Leer lassen, um das Protokoll über MQTT zu bekommen: Der Broker braucht dann `log_dest topic` und das Konto der App das Recht, `$SYS/broker/log/#` zu lesen.",
				},
			},
		},
		audit_trail: {
			name: "Prüfprotokoll",
			description:
				"Zeichnet Anmeldungen, Ablehnungen, Änderungen und Prüfungen auf, so verkettet, dass spätere Änderungen auffallen.",
			fields: {
				days: {
					name: "Aufbewahrte Tage",
					description: "Wie lange die Einträge aufbewahrt werden. Ein Jahr eines gewöhnlichen Hauses belegt 2 MB.",
				},
			},
		},
		syslog: {
			name: "Protokollempfänger (Syslog)",
			description: "Sendet die Einträge des Prüfprotokolls und Alarme an einen Empfänger (SIEM), nach RFC 5424.",
			fields: {
				host: {
					name: "Adresse des Empfängers",
					description:
						"Name oder Adresse des Rechners, der Sicherheitsereignisse sammelt. Leer lassen, um nichts zu senden.",
				},
				port: {
					name: "Port des Empfängers",
					description: "Meist 6514 mit TLS, 514 oder 601 ohne.",
				},
				tls: {
					name: "Verschlüsselung (TLS)",
					description:
						"Verschlüsselt die Verbindung und prüft das Zertifikat des Empfängers. Nur in einem vertrauenswürdigen Netz ausschalten.",
				},
				ca: {
					name: "CA-Zertifikatsdatei",
					description:
						"PEM-Datei der Stelle, die das Zertifikat des Empfängers signiert hat, zum Beispiel /ssl/ca.crt.",
				},
			},
		},
		turn: {
			name: "Regelzyklus",
			description: "Wie oft die Regelung entscheidet. Nur ändern, wenn der Rechner sehr langsam ist.",
		},
		log_level: {
			name: "Protokollstufe",
			description:
				"Wie viel ins Protokoll geschrieben wird. info: jede Änderung. warning und error: nur Störungen. debug und trace: mehr, für die Fehlersuche.",
		},
	},
};
