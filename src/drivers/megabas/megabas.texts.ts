import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		megabas: {
			name: "MegaBAS board",
			description:
				"For the sensors and outputs that begin with megabas: the Building Automation board of Sequent Microsystems.",
			fields: {
				bus: { name: "I2C bus", description: "The number N of /dev/i2c-N to which the board is connected. Usually 1." },
				pace: { name: "Reading interval", description: "How often the sensors on the board are read." },
				ntc_beta: {
					name: "Constant of thermistors",
					description: "B25/85 from the data sheet of the 10 kohm thermistors at inputs ntc1 to ntc8.",
				},
				curve_1: {
					name: "Signal of output 1",
					description:
						"What is connected to 0-10 V output 1. linear: 0 V is off, 10 V full. inverted: the other way round. pump_0_10v: a pump with a 0-10 V input, such as Grundfos UPM XL. pwm_solar, pwm_heating: a pump with a PWM input of this profile behind a 0-10 V converter. A heating pump runs at full speed without a signal.",
				},
				curve_2: {
					name: "Signal of output 2",
					description:
						"What is connected to 0-10 V output 2. linear: 0 V is off, 10 V full. inverted: the other way round. pump_0_10v: a pump with a 0-10 V input, such as Grundfos UPM XL. pwm_solar, pwm_heating: a pump with a PWM input of this profile behind a 0-10 V converter. A heating pump runs at full speed without a signal.",
				},
				curve_3: {
					name: "Signal of output 3",
					description:
						"What is connected to 0-10 V output 3. linear: 0 V is off, 10 V full. inverted: the other way round. pump_0_10v: a pump with a 0-10 V input, such as Grundfos UPM XL. pwm_solar, pwm_heating: a pump with a PWM input of this profile behind a 0-10 V converter. A heating pump runs at full speed without a signal.",
				},
				curve_4: {
					name: "Signal of output 4",
					description:
						"What is connected to 0-10 V output 4. linear: 0 V is off, 10 V full. inverted: the other way round. pump_0_10v: a pump with a 0-10 V input, such as Grundfos UPM XL. pwm_solar, pwm_heating: a pump with a PWM input of this profile behind a 0-10 V converter. A heating pump runs at full speed without a signal.",
				},
			},
		},
	},
	address: {
		megabas:
			"the stack number set by the jumpers, 0 to 7, a slash, and the channel: 1 to 8 (PT1000), ntc1 to ntc8, contact1 to contact8, counter1 to counter8, or in1 to in8 with what it measures and its range, for example 3/6 or 3/in2/pressure/0..6, with a range of volts 3/in2/pressure/2..10V/0..6; for outputs out1 to out4 (0-10 V) or triac1 to triac4, for example 3/out1",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		megabas: {
			name: "MegaBAS-kort",
			description:
				"För de givare och utgångar som börjar med megabas: Building Automation-kortet från Sequent Microsystems.",
			fields: {
				bus: { name: "I2C-buss", description: "Numret N på den /dev/i2c-N som kortet är anslutet till. Oftast 1." },
				pace: { name: "Avläsningsintervall", description: "Hur ofta givarna på kortet läses." },
				ntc_beta: {
					name: "Termistorernas konstant",
					description: "B25/85 ur databladet för 10 kohm-termistorerna på ingångarna ntc1 till ntc8.",
				},
				curve_1: {
					name: "Signal på utgång 1",
					description:
						"Vad som är anslutet till 0-10 V-utgång 1. linear: 0 V är av, 10 V full effekt. inverted: tvärtom. pump_0_10v: en pump med 0-10 V-ingång, till exempel Grundfos UPM XL. pwm_solar, pwm_heating: en pump med PWM-ingång av den profilen bakom en 0-10 V-omvandlare. En cirkulationspump för värmesystem (pwm_heating) går på fullt varv utan signal.",
				},
				curve_2: {
					name: "Signal på utgång 2",
					description:
						"Vad som är anslutet till 0-10 V-utgång 2. linear: 0 V är av, 10 V full effekt. inverted: tvärtom. pump_0_10v: en pump med 0-10 V-ingång, till exempel Grundfos UPM XL. pwm_solar, pwm_heating: en pump med PWM-ingång av den profilen bakom en 0-10 V-omvandlare. En cirkulationspump för värmesystem (pwm_heating) går på fullt varv utan signal.",
				},
				curve_3: {
					name: "Signal på utgång 3",
					description:
						"Vad som är anslutet till 0-10 V-utgång 3. linear: 0 V är av, 10 V full effekt. inverted: tvärtom. pump_0_10v: en pump med 0-10 V-ingång, till exempel Grundfos UPM XL. pwm_solar, pwm_heating: en pump med PWM-ingång av den profilen bakom en 0-10 V-omvandlare. En cirkulationspump för värmesystem (pwm_heating) går på fullt varv utan signal.",
				},
				curve_4: {
					name: "Signal på utgång 4",
					description:
						"Vad som är anslutet till 0-10 V-utgång 4. linear: 0 V är av, 10 V full effekt. inverted: tvärtom. pump_0_10v: en pump med 0-10 V-ingång, till exempel Grundfos UPM XL. pwm_solar, pwm_heating: en pump med PWM-ingång av den profilen bakom en 0-10 V-omvandlare. En cirkulationspump för värmesystem (pwm_heating) går på fullt varv utan signal.",
				},
			},
		},
	},
	address: {
		megabas:
			"stacknumret som byglarna anger, 0 till 7, ett snedstreck och kanalen: 1 till 8 (PT1000), ntc1 till ntc8, contact1 till contact8, counter1 till counter8, eller in1 till in8 med vad den mäter och dess område, till exempel 3/6 eller 3/in2/pressure/0..6, med spänningsområde 3/in2/pressure/2..10V/0..6; för utgångar out1 till out4 (0-10 V) eller triac1 till triac4, till exempel 3/out1",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		megabas: {
			name: "MegaBAS-Karte",
			description:
				"Für die Fühler und Ausgänge, die mit megabas beginnen: die Karte Building Automation von Sequent Microsystems.",
			fields: {
				bus: {
					name: "I2C-Bus",
					description: "Die Nummer N von /dev/i2c-N, an dem die Karte angeschlossen ist. Meistens 1.",
				},
				pace: { name: "Abfrageintervall", description: "Wie oft die Fühler an der Karte abgefragt werden." },
				ntc_beta: {
					name: "Konstante der Thermistoren",
					description: "B25/85 aus dem Datenblatt der 10-kOhm-Thermistoren an den Eingängen ntc1 bis ntc8.",
				},
				curve_1: {
					name: "Signal an Ausgang 1",
					description:
						"Was am 0-10-V-Ausgang 1 angeschlossen ist. linear: 0 V ist aus, 10 V voll. inverted: umgekehrt. pump_0_10v: eine Pumpe mit 0-10-V-Eingang, etwa Grundfos UPM XL. pwm_solar, pwm_heating: eine Pumpe mit PWM-Eingang dieses Profils hinter einem 0-10-V-Wandler. Eine Heizungspumpe (pwm_heating) läuft ohne Signal mit voller Drehzahl.",
				},
				curve_2: {
					name: "Signal an Ausgang 2",
					description:
						"Was am 0-10-V-Ausgang 2 angeschlossen ist. linear: 0 V ist aus, 10 V voll. inverted: umgekehrt. pump_0_10v: eine Pumpe mit 0-10-V-Eingang, etwa Grundfos UPM XL. pwm_solar, pwm_heating: eine Pumpe mit PWM-Eingang dieses Profils hinter einem 0-10-V-Wandler. Eine Heizungspumpe (pwm_heating) läuft ohne Signal mit voller Drehzahl.",
				},
				curve_3: {
					name: "Signal an Ausgang 3",
					description:
						"Was am 0-10-V-Ausgang 3 angeschlossen ist. linear: 0 V ist aus, 10 V voll. inverted: umgekehrt. pump_0_10v: eine Pumpe mit 0-10-V-Eingang, etwa Grundfos UPM XL. pwm_solar, pwm_heating: eine Pumpe mit PWM-Eingang dieses Profils hinter einem 0-10-V-Wandler. Eine Heizungspumpe (pwm_heating) läuft ohne Signal mit voller Drehzahl.",
				},
				curve_4: {
					name: "Signal an Ausgang 4",
					description:
						"Was am 0-10-V-Ausgang 4 angeschlossen ist. linear: 0 V ist aus, 10 V voll. inverted: umgekehrt. pump_0_10v: eine Pumpe mit 0-10-V-Eingang, etwa Grundfos UPM XL. pwm_solar, pwm_heating: eine Pumpe mit PWM-Eingang dieses Profils hinter einem 0-10-V-Wandler. Eine Heizungspumpe (pwm_heating) läuft ohne Signal mit voller Drehzahl.",
				},
			},
		},
	},
	address: {
		megabas:
			"die mit den Jumpern eingestellte Stapelnummer, 0 bis 7, ein Schrägstrich und der Kanal: 1 bis 8 (PT1000), ntc1 bis ntc8, contact1 bis contact8, counter1 bis counter8, oder in1 bis in8 mit Messgröße und Bereich, zum Beispiel 3/6 oder 3/in2/pressure/0..6, mit Spannungsbereich 3/in2/pressure/2..10V/0..6; für Ausgänge out1 bis out4 (0-10 V) oder triac1 bis triac4, zum Beispiel 3/out1",
	},
};
