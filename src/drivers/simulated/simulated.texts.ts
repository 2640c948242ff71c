import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		simulated: {
			name: "Simulated plant",
			description: "To try the app without hardware: for sources and targets that begin with simulated.",
			fields: {
				day_of_year: {
					name: "Day of the year",
					description: "The simulation starts on this day: 1 is the first of January, 172 midsummer.",
				},
				start_hour: {
					name: "Hour of the day",
					description: "The simulation starts at this hour of solar time; the sun is highest at 12.",
				},
				cloudiness: {
					name: "Cloudiness",
					description: "0 is a sky without clouds, 100 the usual clouds of Stockholm.",
				},
				collector_area: {
					name: "Collector area",
					description: "Area of the simulated flat plates. A larger field heats faster and stagnates more often.",
				},
				seed: {
					name: "Weather number",
					description: "The same number gives the same weather again.",
				},
			},
		},
	},
	address: {
		simulated:
			"collector, tank, tank/HEIGHT (0 to 140 cm), return_line, outdoor_air, exhaust_air, supply_air or extract_air; PART/outlet, PART/return, PART/coil, PART/HEIGHT or PART/irradiance for a part of the plant; flow/CIRCUIT or flow/PUMP; for outputs any name such as pump or heater, or NAME_speed for a speed of 0 to 100 %",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		simulated: {
			name: "Simulerad anläggning",
			description: "För att prova appen utan hårdvara: för källor och mål som börjar med simulated.",
			fields: {
				day_of_year: {
					name: "Dag på året",
					description: "Simuleringen börjar den här dagen: 1 är den första januari, 172 midsommar.",
				},
				start_hour: {
					name: "Timme på dygnet",
					description: "Simuleringen börjar vid den här timmen soltid; solen står högst klockan 12.",
				},
				cloudiness: {
					name: "Molnighet",
					description: "0 är molnfri himmel, 100 är Stockholms vanliga moln.",
				},
				collector_area: {
					name: "Solfångararea",
					description: "Arean av de simulerade plana solfångarna. En större yta värmer snabbare och stagnerar oftare.",
				},
				seed: {
					name: "Vädernummer",
					description: "Samma nummer ger samma väder.",
				},
			},
		},
	},
	address: {
		simulated:
			"collector, tank, tank/HÖJD (0 till 140 cm), return_line, outdoor_air, exhaust_air, supply_air eller extract_air; DEL/outlet, DEL/return, DEL/coil, DEL/HÖJD eller DEL/irradiance för en del av anläggningen; flow/KRETS eller flow/PUMP; för utgångar ett namn som pump eller heater, eller NAMN_speed för ett varvtal på 0 till 100 %",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		simulated: {
			name: "Simulierte Anlage",
			description: "Um die App ohne Hardware auszuprobieren: für Quellen und Ziele, die mit simulated beginnen.",
			fields: {
				day_of_year: {
					name: "Tag des Jahres",
					description: "Die Simulation beginnt an diesem Tag: 1 ist der erste Januar, 172 Mittsommer.",
				},
				start_hour: {
					name: "Stunde des Tages",
					description: "Die Simulation beginnt zu dieser Stunde der Sonnenzeit; um 12 steht die Sonne am höchsten.",
				},
				cloudiness: {
					name: "Bewölkung",
					description: "0 ist wolkenloser Himmel, 100 die übliche Bewölkung von Stockholm.",
				},
				collector_area: {
					name: "Kollektorfläche",
					description:
						"Fläche der simulierten Flachkollektoren. Ein größeres Feld heizt schneller und stagniert öfter.",
				},
				seed: {
					name: "Wetternummer",
					description: "Dieselbe Nummer ergibt dasselbe Wetter.",
				},
			},
		},
	},
	address: {
		simulated:
			"collector, tank, tank/HÖHE (0 bis 140 cm), return_line, outdoor_air, exhaust_air, supply_air oder extract_air; TEIL/outlet, TEIL/return, TEIL/coil, TEIL/HÖHE oder TEIL/irradiance für einen Teil der Anlage; flow/KREIS oder flow/PUMPE; für Ausgänge ein Name wie pump oder heater, oder NAME_speed für eine Drehzahl von 0 bis 100 %",
	},
};
