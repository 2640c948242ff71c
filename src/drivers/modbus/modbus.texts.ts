import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		modbus: {
			name: "Modbus",
			description: "For the sensors and outputs whose address begins with modbus.",
			fields: {
				pace: {
					name: "Reading interval",
					description: "How often values are read. Counters of energy are read once a minute.",
				},
				relay_timer: {
					name: "Relays switch off by themselves after",
					description:
						"For boards with a timer for each relay (Waveshare): a relay is switched on for this time and told again before it ends. So it drops if this app, the computer or the cable fails. 0: relays stay as they are.",
				},
				off_after: {
					name: "On the network: loads are off after",
					description:
						"How long after the last command devices on the network switch their loads off by themselves. Relays with a timer are told so. On a my-PV rod set its own power timeout to the same.",
				},
			},
		},
		modbus_buses: {
			name: "Modbus buses",
			description: "Where Modbus devices are connected: serial ports, and gateways or devices on the network.",
			fields: {
				id: {
					name: "Id",
					description: "What addresses call this bus. A lower-case letter (a–z) first, then letters, digits and _.",
				},
				at: {
					name: "Port or address",
					description:
						"The path of a serial port, or HOST:PORT on the network. For example /dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A9-if00-port0 or 192.0.2.10:502.",
				},
				speed: { name: "Speed", description: "Of a serial port, as it is set on the devices." },
				parity: { name: "Parity", description: "Of a serial port, as it is set on the devices: none, even or odd." },
				transport: {
					name: "Protocol",
					description:
						"auto: RTU on a serial port, Modbus TCP on the network. rtu: for a gateway that passes RTU frames on as they are. tcp: Modbus TCP.",
				},
				timeout: {
					name: "Answer within",
					description: "How long a device may take to answer. Try more for gateways on Wi-Fi.",
				},
				gap: { name: "Pause between frames", description: "Try 20 if a device misses requests." },
			},
		},
		modbus_points: {
			name: "Modbus values",
			description:
				"Registers and coils of devices that the app does not know by name. Their address is modbus:BUS/UNIT/ID.",
			fields: {
				id: {
					name: "Id",
					description: "What addresses call this value. A lower-case letter (a–z) first, then letters, digits and _.",
				},
				function: {
					name: "Kind",
					description:
						"coil: a relay that can be switched and read. contact: a bit that can only be read. holding: a register that can be written and read. input: a register that can only be read.",
				},
				register: {
					name: "Register",
					description:
						"Its number on the wire, counted from 0. Manuals that write 40001 or 30001 for the first one count from 1.",
				},
				type: {
					name: "Number format",
					description:
						"One register: int16, uint16, a whole number with or without a sign. Two registers, the high word first: int32, uint32, float32 (with decimals). The low word first: int32_swapped, uint32_swapped, float32_swapped. For coils and contacts: bit.",
				},
				scale: {
					name: "Scale",
					description: "The number in the register times this is the value. For example 0.1 for tenths of a degree.",
				},
				quantity: {
					name: "Quantity",
					description:
						"What is measured: temperature in °C, flow in L/min, volume in L, pressure in bar, irradiance in W/m², power in W, energy in kWh, humidity and speed in %, contact (1 is closed), pulses, price per kWh.",
				},
				invalid: {
					name: "Numbers for no value",
					description:
						"What the register holds if no sensor is connected, with commas between them. For example 32768, 65535.",
				},
				low: { name: "Lowest value", description: "A lower one counts as a fault of the sensor." },
				high: { name: "Highest value", description: "A higher one counts as a fault of the sensor." },
				pace: {
					name: "Reading interval",
					description: "For slow values. Left empty, the one of all Modbus values applies.",
				},
				on_value: { name: "Number for on", description: "For a relay in a holding register." },
				off_value: { name: "Number for off", description: "For a relay in a holding register." },
				full_value: {
					name: "Number for 100 %",
					description:
						"For a holding register that takes a level. 0 % is the number 0. Left empty, it is switched on and off.",
				},
			},
		},
	},
	address: {
		modbus:
			"the id of a bus from Modbus buses, a slash, the device's number, a slash, and the channel, for example house/1/waveshare-3, house/2/r4dcb08-1 or house/3/ with the id of one of the Modbus values",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		modbus: {
			name: "Modbus",
			description: "För de givare och utgångar vars adress börjar med modbus.",
			fields: {
				pace: {
					name: "Avläsningsintervall",
					description: "Hur ofta värden läses. Energimätarnas räkneverk läses en gång i minuten.",
				},
				relay_timer: {
					name: "Reläerna slår från själva efter",
					description:
						"För kort med en timer för varje relä (Waveshare): ett relä slås till för den här tiden och får en ny order innan den är slut. Så faller det om appen, datorn eller kabeln slutar fungera. 0: reläerna står kvar.",
				},
				off_after: {
					name: "I nätverket: lasterna är av efter",
					description:
						"Hur lång tid efter den senaste ordern enheter i nätverket själva slår från sina laster. Reläer med timer får veta det. Ställ samma tid som power timeout på en my-PV-patron.",
				},
			},
		},
		modbus_buses: {
			name: "Modbus-bussar",
			description: "Där Modbus-enheter är anslutna: serieportar samt gatewayer eller enheter i nätverket.",
			fields: {
				id: {
					name: "Id",
					description: "Bussens namn i adresserna. Först en liten bokstav (a–z), sedan bokstäver, siffror och _.",
				},
				at: {
					name: "Port eller adress",
					description:
						"Sökvägen till en serieport, eller VÄRD:PORT i nätverket. Till exempel /dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A9-if00-port0 eller 192.0.2.10:502.",
				},
				speed: { name: "Hastighet", description: "För en serieport, så som den är inställd på enheterna." },
				parity: {
					name: "Paritet",
					description:
						"För en serieport, så som den är inställd på enheterna: none (ingen), even (jämn) eller odd (udda).",
				},
				transport: {
					name: "Protokoll",
					description:
						"auto: RTU på en serieport, Modbus TCP i nätverket. rtu: för en gateway som skickar RTU-ramar vidare oförändrade. tcp: Modbus TCP.",
				},
				timeout: {
					name: "Svar inom",
					description: "Hur lång tid en enhet får ta på sig. Prova mer för gatewayer på wifi.",
				},
				gap: { name: "Paus mellan ramar", description: "Prova 20 om en enhet missar frågor." },
			},
		},
		modbus_points: {
			name: "Modbus-värden",
			description:
				"Register och spolar hos enheter som appen inte känner till namnet. Deras adress är modbus:BUSS/ENHET/ID.",
			fields: {
				id: {
					name: "Id",
					description: "Värdets namn i adresserna. Först en liten bokstav (a–z), sedan bokstäver, siffror och _.",
				},
				function: {
					name: "Slag",
					description:
						"coil: ett relä som kan slås om och läsas. contact: en bit som bara kan läsas. holding: ett register som kan skrivas och läsas. input: ett register som bara kan läsas.",
				},
				register: {
					name: "Register",
					description:
						"Numret på bussen, räknat från 0. Manualer som skriver 40001 eller 30001 för det första räknar från 1.",
				},
				type: {
					name: "Talformat",
					description:
						"Ett register: int16, uint16, ett heltal med eller utan tecken. Två register, det höga ordet först: int32, uint32, float32 (med decimaler). Det låga ordet först: int32_swapped, uint32_swapped, float32_swapped. För coil och contact: bit.",
				},
				scale: {
					name: "Faktor",
					description: "Talet i registret gånger detta är värdet. Till exempel 0.1 för tiondels grader.",
				},
				quantity: {
					name: "Storhet",
					description:
						"Vad som mäts. temperature i °C, flow (flöde) i L/min, volume i L, pressure (tryck) i bar, irradiance (solinstrålning) i W/m², power (effekt) i W, energy i kWh, humidity (fukt) och speed (varvtal) i %, contact (1 är sluten), pulses, price (pris) per kWh.",
				},
				invalid: {
					name: "Tal för inget värde",
					description:
						"Vad registret innehåller när ingen givare är ansluten, med kommatecken emellan. Till exempel 32768, 65535.",
				},
				low: { name: "Lägsta värde", description: "Ett lägre räknas som fel på givaren." },
				high: { name: "Högsta värde", description: "Ett högre räknas som fel på givaren." },
				pace: {
					name: "Avläsningsintervall",
					description: "För långsamma värden. Om fältet är tomt gäller intervallet för alla Modbus-värden.",
				},
				on_value: { name: "Tal för till", description: "För ett relä i ett holding-register." },
				off_value: { name: "Tal för från", description: "För ett relä i ett holding-register." },
				full_value: {
					name: "Tal för 100 %",
					description:
						"För ett holding-register som tar en nivå. 0 % är talet 0. Om fältet är tomt slås det till och från.",
				},
			},
		},
	},
	address: {
		modbus:
			"id:t för en buss under Modbus-bussar, ett snedstreck, enhetens nummer, ett snedstreck och kanalen, till exempel house/1/waveshare-3, house/2/r4dcb08-1 eller house/3/ med id:t för ett av Modbus-värdena",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		modbus: {
			name: "Modbus",
			description: "Für die Fühler und Ausgänge, deren Adresse mit modbus beginnt.",
			fields: {
				pace: {
					name: "Abfrageintervall",
					description: "Wie oft Werte gelesen werden. Energiezähler werden einmal in der Minute gelesen.",
				},
				relay_timer: {
					name: "Relais fallen von selbst ab nach",
					description:
						"Für Karten mit einem Zeitglied je Relais (Waveshare): Ein Relais wird für diese Zeit eingeschaltet und bekommt vor ihrem Ende den Befehl erneut. So fällt es ab, wenn die App, der Rechner oder das Kabel ausfällt. 0: Relais bleiben, wie sie sind.",
				},
				off_after: {
					name: "Im Netzwerk: Lasten sind aus nach",
					description:
						"Wie lange nach dem letzten Befehl Geräte im Netzwerk ihre Lasten von selbst ausschalten. Relais mit Zeitglied bekommen es gesagt. An einem my-PV-Heizstab dieselbe Zeit als Power Timeout einstellen.",
				},
			},
		},
		modbus_buses: {
			name: "Modbus-Busse",
			description:
				"Wo Modbus-Geräte angeschlossen sind: serielle Schnittstellen sowie Gateways oder Geräte im Netzwerk.",
			fields: {
				id: {
					name: "Id",
					description:
						"Name des Busses in den Adressen. Zuerst ein Kleinbuchstabe (a–z), dann Buchstaben, Ziffern und _.",
				},
				at: {
					name: "Schnittstelle oder Adresse",
					description:
						"Der Pfad einer seriellen Schnittstelle, oder HOST:PORT im Netzwerk. Zum Beispiel /dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A9-if00-port0 oder 192.0.2.10:502.",
				},
				speed: {
					name: "Geschwindigkeit",
					description: "Einer seriellen Schnittstelle, wie an den Geräten eingestellt.",
				},
				parity: {
					name: "Parität",
					description:
						"Einer seriellen Schnittstelle, wie an den Geräten eingestellt: none (keine), even (gerade) oder odd (ungerade).",
				},
				transport: {
					name: "Protokoll",
					description:
						"auto: RTU an einer seriellen Schnittstelle, Modbus TCP im Netzwerk. rtu: für ein Gateway, das RTU-Telegramme unverändert weitergibt. tcp: Modbus TCP.",
				},
				timeout: {
					name: "Antwort innerhalb von",
					description: "Wie lange ein Gerät für die Antwort brauchen darf. Bei Gateways im WLAN mehr wählen.",
				},
				gap: { name: "Pause zwischen Telegrammen", description: "20 wählen, wenn ein Gerät Abfragen verpasst." },
			},
		},
		modbus_points: {
			name: "Modbus-Werte",
			description:
				"Register und Coils von Geräten, die die App nicht mit Namen kennt. Ihre Adresse ist modbus:BUS/GERÄT/ID.",
			fields: {
				id: {
					name: "Id",
					description:
						"Name des Werts in den Adressen. Zuerst ein Kleinbuchstabe (a–z), dann Buchstaben, Ziffern und _.",
				},
				function: {
					name: "Art",
					description:
						"coil: ein Relais, das geschaltet und gelesen wird. contact: ein Bit, das nur gelesen wird. holding: ein Register, das geschrieben und gelesen wird. input: ein Register, das nur gelesen wird.",
				},
				register: {
					name: "Register",
					description:
						"Seine Nummer auf der Leitung, ab 0 gezählt. Handbücher, die das erste 40001 oder 30001 nennen, zählen ab 1.",
				},
				type: {
					name: "Zahlenformat",
					description:
						"Ein Register: int16, uint16, eine ganze Zahl mit oder ohne Vorzeichen. Zwei Register, das höhere Wort zuerst: int32, uint32, float32 (mit Nachkommastellen). Das niedere Wort zuerst: int32_swapped, uint32_swapped, float32_swapped. Für coil und contact: bit.",
				},
				scale: {
					name: "Faktor",
					description: "Die Zahl im Register mal diesem Faktor ist der Wert. Zum Beispiel 0.1 für Zehntelgrad.",
				},
				quantity: {
					name: "Größe",
					description:
						"Was gemessen wird. temperature in °C, flow (Durchfluss) in L/min, volume in L, pressure (Druck) in bar, irradiance (Einstrahlung) in W/m², power (Leistung) in W, energy in kWh, humidity (Feuchte) und speed (Drehzahl) in %, contact (1 ist geschlossen), pulses, price (Preis) je kWh.",
				},
				invalid: {
					name: "Zahlen für keinen Wert",
					description:
						"Was das Register enthält, wenn kein Fühler angeschlossen ist, durch Kommas getrennt. Zum Beispiel 32768, 65535.",
				},
				low: { name: "Kleinster Wert", description: "Ein kleinerer gilt als Fehler des Fühlers." },
				high: { name: "Größter Wert", description: "Ein größerer gilt als Fehler des Fühlers." },
				pace: {
					name: "Abfrageintervall",
					description: "Für langsame Werte. Leer gilt das Intervall aller Modbus-Werte.",
				},
				on_value: { name: "Zahl für Ein", description: "Für ein Relais in einem Holding-Register." },
				off_value: { name: "Zahl für Aus", description: "Für ein Relais in einem Holding-Register." },
				full_value: {
					name: "Zahl für 100 %",
					description:
						"Für ein Holding-Register, das einen Pegel nimmt. 0 % ist die Zahl 0. Leer wird es ein- und ausgeschaltet.",
				},
			},
		},
	},
	address: {
		modbus:
			"die Id eines Busses unter Modbus-Busse, ein Schrägstrich, die Nummer des Geräts, ein Schrägstrich und der Kanal, zum Beispiel house/1/waveshare-3, house/2/r4dcb08-1 oder house/3/ mit der Id eines der Modbus-Werte",
	},
};
