import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	configuration: {
		language: {
			name: "Sprache",
			description:
				"Für Namen und Begründungen in Home Assistant, für das Protokoll und die Seite der App. auto: Die Seite richtet sich nach dem Browser, alles andere ist Englisch.",
		},
		sensors: {
			name: "Fühler",
			description: "Was gemessen wird und wo es angeschlossen ist. Nach Kollektor und Speicher richtet sich die Pumpe.",
			fields: {
				id: {
					name: "Kennung",
					description:
						"Ein kurzer Name nach Wahl, Teil von Topics und Entitäts-IDs; bitte nie mehr ändern. Ein Kleinbuchstabe (a–z), dann Buchstaben, Ziffern und _.",
				},
				role: {
					name: "Aufgabe",
					description:
						"Was dieser Fühler misst. collector: den Kollektor am heißen Austritt. tank: den Speicher dort, wo die Solarschlange ihre Wärme abgibt. tank_layer: eine andere Stelle im Speicher. return_line: den Rücklauf zum Kollektor. outdoor_air, exhaust_air, supply_air, extract_air: Außen-, Fort-, Zu- und Abluft am Lüftungsgerät. other: wird nur angezeigt.",
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
					description: "Wird zu jedem Messwert addiert, nach einem Abgleich.",
				},
			},
		},
		outputs: {
			name: "Ausgänge",
			description: "Was geschaltet wird und wo es angeschlossen ist: die Pumpe und, falls vorhanden, der Heizstab.",
			fields: {
				id: {
					name: "Kennung",
					description:
						"Ein kurzer Name nach Wahl, Teil von Topics und Entitäts-IDs; bitte nie mehr ändern. Ein Kleinbuchstabe (a–z), dann Buchstaben, Ziffern und _.",
				},
				role: {
					name: "Aufgabe",
					description:
						"Was dieser Ausgang schaltet. pump: die Pumpe des Kollektorkreises. heater: den Heizstab im Speicher. other: läuft nur, wenn Sie ihn einschalten.",
				},
				target: {
					name: "Ziel",
					description:
						"Wo er angeschlossen ist: Art des Geräts, Doppelpunkt, Adresse. Zum Beispiel usb_relay:/dev/serial/by-id/NAME/1; die 1 ist das Relais.",
				},
				wiring: {
					name: "Verdrahtung",
					description:
						"no (Schließer): die Last läuft bei angezogenem Relais. nc (Öffner): die Last läuft bei abgefallenem Relais. Ein Heizstab gehört an no.",
				},
				rest: {
					name: "Ruhestellung",
					description:
						"Was die Last tut, wenn niemand sie regelt. load_off: sie ist aus. load_on: sie läuft. hold: sie bleibt, wie sie war.",
				},
				least_run: {
					name: "Mindestlaufzeit",
					description: "Einmal gestartet, läuft er mindestens so lange. Sicherheitsabschaltungen werden nie verzögert.",
				},
				least_rest: {
					name: "Mindestpause",
					description: "Einmal gestoppt, ruht er mindestens so lange.",
				},
				starts_per_hour: {
					name: "Starts pro Stunde",
					description: "Höchstens so viele Starts in der Stunde; 0 heißt unbegrenzt.",
				},
				excludes: {
					name: "Hat Nachrang hinter",
					description:
						"Die Kennung eines anderen Ausgangs: dieser hier bleibt aus, solange jener laufen soll. Keiner von beiden startet, bevor die Karte des anderen meldet, dass er aus ist.",
				},
			},
		},
		mqtt: {
			name: "MQTT-Broker",
			description: "Mit dem Mosquitto-Broker von Home Assistant ist hier nichts auszufüllen.",
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
						"Das Konto, das Sie für diese App beim Broker angelegt haben. Leer lassen, um das zu nehmen, das Home Assistant seinen Apps anbietet.",
				},
				password: {
					name: "Passwort",
					description: "Das Passwort dieses Kontos.",
				},
				password_file: {
					name: "Passwortdatei",
					description:
						"Das Passwort stattdessen aus dieser Datei lesen; nur der Benutzer der App darf sie lesen können.",
				},
				allow_anonymous_broker: {
					name: "Broker ohne Konto zulassen",
					description:
						"Nur wenn es gar kein Konto gibt: als niemand verbinden, mit einem Broker, der jeden einlässt. Ein Alarm sagt es, solange es so ist.",
				},
				tls: {
					name: "TLS",
					description: "Die Verbindung verschlüsseln und das Zertifikat des Brokers prüfen.",
				},
				ca: {
					name: "CA-Zertifikat (Datei)",
					description:
						"PEM-Datei der Stelle, die das Zertifikat des Brokers unterschrieben hat, zum Beispiel /ssl/ca.crt.",
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
					description:
						"Das Präfix, unter dem Home Assistant nach neuen Geräten sucht; dasselbe wie in der MQTT-Integration.",
				},
			},
		},
		tank: {
			name: "Speicher",
			description: "Der Speicher, den der Kollektor belädt.",
			fields: {
				volume: {
					name: "Inhalt",
					description: "Was der Speicher fasst.",
				},
			},
		},
		heater: {
			name: "Heizstab",
			description: "Der elektrische Heizstab im Speicher.",
			fields: {
				power: {
					name: "Leistung",
					description: "Was der Heizstab laut Typenschild aufnimmt.",
				},
			},
		},
		system_mode: {
			name: "Betriebsart",
			description: "auto: die Regelung regelt. off: alles ruht, nur die Sicherheit greift ein.",
		},
		site: {
			name: "Standort",
			description: "Wo das Haus steht.",
			fields: {
				latitude: {
					name: "Breite",
					description: "Des Hauses; nach Norden positiv.",
				},
				longitude: {
					name: "Länge",
					description: "Des Hauses; nach Osten positiv.",
				},
				time_zone: {
					name: "Zeitzone",
					description: "Zum Beispiel Europe/Stockholm; ohne Angabe gilt die des Rechners.",
				},
			},
		},
		history: {
			name: "Verlauf",
			description: "Was die Regelung selbst von früher behält.",
			fields: {
				days: {
					name: "Aufbewahrte Tage",
					description:
						"Wie lange die Temperaturen, ein Mittelwert je Minute, und das Schalten der Ausgänge aufbewahrt werden. 30 Tage mit 15 Fühlern belegen 2 MB.",
				},
			},
		},
		watch: {
			name: "Beobachtung des Brokers",
			description: "Beobachtet das Protokoll des Brokers: abgelehnte Anmeldungen, Angriffe, neue Adressen.",
			fields: {
				enabled: {
					name: "Eingeschaltet",
					description:
						"Das Protokoll des Brokers lesen und in Home Assistant Alarm schlagen, wenn jemand etwas versucht.",
				},
				log_file: {
					name: "Protokolldatei des Brokers",
					description:
						"Diese Datei lesen. Leer lassen, um das Protokoll über MQTT zu bekommen: der Broker braucht dann `log_dest topic`, und die Anmeldung dieser App das Recht, `$SYS/broker/log/#` zu lesen.",
				},
			},
		},
		audit_trail: {
			name: "Prüfprotokoll",
			description:
				"Anmeldungen, Abweisungen, Änderungen und Prüfungen, so verkettet, dass niemand sie unbemerkt ändern kann.",
			fields: {
				days: {
					name: "Aufbewahrte Tage",
					description:
						"So lange bleibt erhalten, wer was geändert hat. Ein Jahr eines gewöhnlichen Hauses braucht 2 MB.",
				},
			},
		},
		syslog: {
			name: "Protokollempfänger (Syslog)",
			description: "Gibt den Inhalt des Prüfprotokolls und Alarme an einen Empfänger (SIEM) weiter, nach RFC 5424.",
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
						"Die Verbindung verschlüsseln und das Zertifikat des Empfängers prüfen. Nur in einem Netz ausschalten, dem Sie vertrauen.",
				},
				ca: {
					name: "CA-Zertifikatsdatei",
					description:
						"PEM-Datei der Stelle, die das Zertifikat des Empfängers signiert hat, zum Beispiel /ssl/ca.crt.",
				},
			},
		},
		turn: {
			name: "Regeltakt",
			description: "So oft entscheidet die Regelung. Bitte so lassen, außer der Rechner ist sehr langsam.",
		},
		log_level: {
			name: "Protokollstufe",
			description:
				"Wie viel ins Protokoll geschrieben wird. info: was sich ändert. warning und error: nur Störungen. debug und trace: mehr, für die Fehlersuche.",
		},
	},
};
