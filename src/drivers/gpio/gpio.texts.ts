import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		gpio: {
			name: "GPIO lines",
			description: "For the sensors and outputs that begin with gpio.",
			fields: {
				bias: {
					name: "Resistor of inputs",
					description:
						"pull_up: the contact or meter connects the line to ground (GND). pull_down: it connects the line to 3.3 V. none: a resistor outside pulls the line up, and the contact connects it to ground.",
				},
				debounce: {
					name: "Contacts: settling time",
					description: "A contact counts as closed or open once it has stayed so for this long.",
				},
				pulse_debounce: {
					name: "Pulses: settling time",
					description:
						"Pulses shorter than this are not counted. Flow meters with a turbine need 0; meters with a reed contact need about 20 ms.",
				},
				pulses_per_litre: {
					name: "Pulses per litre",
					description: "As on the flow meter's label. A source can name its own: gpio:raspberry_pi/23/flow/450.",
				},
				pulses_per_kwh: {
					name: "Pulses per kWh",
					description: "As on the energy meter's label. A source can name its own: gpio:raspberry_pi/24/power/1000.",
				},
			},
		},
	},
	address: {
		gpio: "the label of the GPIO chip (raspberry_pi for the 40 pins of any Raspberry Pi), a slash, and the number of the line or its name; for example gpio:raspberry_pi/17. A relay that switches on at 0 V ends with /active_low. A pulse meter ends with /pulses, /flow, /volume, /power or /energy, which may be followed by a slash and its pulses per litre or kWh. Names such as gpiochip0 are not taken, because these numbers change",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		gpio: {
			name: "GPIO-linjer",
			description: "För de givare och utgångar som börjar med gpio.",
			fields: {
				bias: {
					name: "Motstånd för ingångar",
					description:
						"pull_up: kontakten eller mätaren kopplar linjen till jord (GND). pull_down: den kopplar linjen till 3,3 V. none: ett yttre motstånd drar upp linjen och kontakten kopplar den till jord.",
				},
				debounce: {
					name: "Kontakter: insvängningstid",
					description: "En kontakt räknas som sluten eller öppen när den har varit det så här länge.",
				},
				pulse_debounce: {
					name: "Pulser: insvängningstid",
					description:
						"Kortare pulser räknas inte. Flödesmätare med turbin behöver 0, mätare med reedkontakt ungefär 20 ms.",
				},
				pulses_per_litre: {
					name: "Pulser per liter",
					description:
						"Enligt flödesmätarens märkning. En källa kan ange sitt eget värde: gpio:raspberry_pi/23/flow/450.",
				},
				pulses_per_kwh: {
					name: "Pulser per kWh",
					description:
						"Enligt elmätarens märkning. En källa kan ange sitt eget värde: gpio:raspberry_pi/24/power/1000.",
				},
			},
		},
	},
	address: {
		gpio: "GPIO-kretsens namn (raspberry_pi för de 40 stiften på varje Raspberry Pi), ett snedstreck och linjens nummer eller namn, till exempel gpio:raspberry_pi/17. Ett relä som slår till vid 0 V slutar med /active_low. En pulsmätare slutar med /pulses, /flow, /volume, /power eller /energy, och därefter kan ett snedstreck och dess pulser per liter eller kWh stå. Namn som gpiochip0 godtas inte, eftersom dessa nummer ändras",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		gpio: {
			name: "GPIO-Leitungen",
			description: "Für die Fühler und Ausgänge, die mit gpio beginnen.",
			fields: {
				bias: {
					name: "Widerstand der Eingänge",
					description:
						"pull_up: der Kontakt oder Zähler verbindet die Leitung mit Masse (GND). pull_down: er verbindet sie mit 3,3 V. none: ein äußerer Widerstand zieht die Leitung hoch, und der Kontakt verbindet sie mit Masse.",
				},
				debounce: {
					name: "Kontakte: Prellzeit",
					description: "Ein Kontakt gilt als geschlossen oder offen, sobald er so lange unverändert war.",
				},
				pulse_debounce: {
					name: "Impulse: Prellzeit",
					description:
						"Kürzere Impulse werden nicht gezählt. Durchflussmesser mit Turbine brauchen 0, Zähler mit Reedkontakt etwa 20 ms.",
				},
				pulses_per_litre: {
					name: "Impulse je Liter",
					description:
						"Wie auf dem Durchflussmesser angegeben. Eine Quelle kann ihren eigenen Wert nennen: gpio:raspberry_pi/23/flow/450.",
				},
				pulses_per_kwh: {
					name: "Impulse je kWh",
					description:
						"Wie auf dem Stromzähler angegeben. Eine Quelle kann ihren eigenen Wert nennen: gpio:raspberry_pi/24/power/1000.",
				},
			},
		},
	},
	address: {
		gpio: "der Name des GPIO-Bausteins (raspberry_pi für die 40 Stifte jedes Raspberry Pi), ein Schrägstrich und die Nummer der Leitung oder ihr Name, zum Beispiel gpio:raspberry_pi/17. Ein Relais, das bei 0 V anzieht, endet mit /active_low. Ein Impulszähler endet mit /pulses, /flow, /volume, /power oder /energy; danach können ein Schrägstrich und seine Impulse je Liter oder kWh stehen. Namen wie gpiochip0 gelten nicht, weil sich diese Nummern ändern",
	},
};
