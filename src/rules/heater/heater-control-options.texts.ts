import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		heater_control: {
			name: "Electric heater",
			description:
				"Heats the tank by electricity: for comfort, for a moment of the day, and with surplus. Off until you choose eco or on; until then the heater runs by hand only.",
			fields: {
				mode: {
					name: "Mode",
					description:
						"off: the heater runs by hand only. eco: it heats with surplus, and for the ready-by time. on: it keeps the comfort temperature in the windows as well.",
				},
				sensor: {
					name: "Sensor",
					description:
						"The id of the tank sensor that decides, for example of the upper layer. auto is the sensor with the role tank.",
				},
				comfort: {
					name: "Comfort temperature",
					description:
						"Up to this temperature the heater heats in the windows and for the ready-by time. It must be below the surplus temperature.",
				},
				hysteresis: {
					name: "Hysteresis",
					description: "Heating begins when the tank is so far below the temperature.",
				},
				windows: {
					name: "Time windows",
					description:
						"When the comfort temperature is kept in mode on: days and times such as mo-fr 06:00-08:00, sa 08:00-10:00, or always, or never. Days are mo tu we th fr sa su.",
				},
				ready_by: {
					name: "Ready by",
					description:
						"The tank is at the comfort temperature at these times, such as mo-fr 06:30, sa su 08:00. The heater starts as late as possible, also outside the windows. never switches this off.",
				},
				margin: {
					name: "Margin",
					description: "The heater starts so much earlier than it needs for the ready-by time.",
				},
				heat_rate: {
					name: "Heating rate",
					description:
						"How fast the heater warms the tank at the sensor. With 0 it is learned; until then it follows from the heater's power and the tank's volume.",
				},
				wait_for_sun: {
					name: "Wait for the sun",
					description:
						"While solar charging runs, and reaches the comfort temperature within this time, the heater waits. For the ready-by time it waits while the sun is in time for that. With 0 it only does the latter.",
				},
				surplus_target: {
					name: "Surplus temperature",
					description: "Up to this temperature the heater heats while there is surplus. It must be below the cut-out.",
				},
				surplus_from: {
					name: "Surplus from",
					description:
						"There is surplus when the sensor with the role surplus_power shows at least this. A heater with levels takes what there is instead, from its lowest level on.",
				},
				surplus_hysteresis: {
					name: "Surplus hysteresis",
					description: "The surplus may sink so far below that value before the heater stops.",
				},
				surplus_reading: {
					name: "Surplus sensor shows",
					description:
						"feed_in: what goes into the grid while the heater may run; its own power is added. available: what is there, whether the heater runs or not.",
				},
				price_below: {
					name: "Price up to",
					description: "There is surplus too while the sensor with the role price shows at most this.",
				},
				price_hysteresis: {
					name: "Price hysteresis",
					description: "The price may rise so far above that value before the heater stops.",
				},
				least_on: {
					name: "Runs at least",
					description:
						"Once it has begun, the heater is not switched off again before this time. Safety, your hand and mode off do not wait.",
				},
				least_off: { name: "Rests at least", description: "So long the heater rests before it is switched on again." },
				cut_out: {
					name: "Cut-out",
					description:
						"When any sensor of the tank reaches this, the heater stays off until that sensor is 5 K colder, also when it is switched on by hand.",
				},
				dry_run_after: {
					name: "No effect after",
					description:
						"When the heater has run for so long and no sensor of the tank has changed by 1 K, it stays off for 12 hours: there may be no water, or the sensor may be out of its pocket. 0 switches this off.",
				},
			},
		},
	},
	setting: {
		"heater_control.mode": "Electric heater: mode",
		"heater_control.sensor": "Electric heater: sensor",
		"heater_control.comfort": "Electric heater: comfort",
		"heater_control.hysteresis": "Electric heater: hysteresis",
		"heater_control.windows": "Electric heater: time windows",
		"heater_control.ready_by": "Electric heater: ready by",
		"heater_control.margin": "Electric heater: margin",
		"heater_control.heat_rate": "Electric heater: heating rate",
		"heater_control.wait_for_sun": "Electric heater: wait for sun",
		"heater_control.surplus_target": "Electric heater: surplus up to",
		"heater_control.surplus_from": "Electric heater: surplus from",
		"heater_control.surplus_hysteresis": "Electric heater: surplus band",
		"heater_control.surplus_reading": "Electric heater: surplus input",
		"heater_control.price_below": "Electric heater: price up to",
		"heater_control.price_hysteresis": "Electric heater: price band",
		"heater_control.least_on": "Electric heater: runs at least",
		"heater_control.least_off": "Electric heater: rests at least",
		"heater_control.cut_out": "Electric heater: cut-out",
		"heater_control.dry_run_after": "Electric heater: no effect after",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		heater_control: {
			name: "Elpatron",
			description:
				"Värmer tanken med el: för komfort, till en viss tid på dagen och med överskott. Av tills du väljer eco eller on; till dess går elpatronen bara för hand.",
			fields: {
				mode: {
					name: "Läge",
					description:
						"off: elpatronen går bara för hand. eco: den värmer med överskott och till klar-tiden. on: den håller också komforttemperaturen i tidsfönstren.",
				},
				sensor: {
					name: "Givare",
					description:
						"Id för den tankgivare som bestämmer, till exempel den i det övre lagret. auto är givaren med rollen tank.",
				},
				comfort: {
					name: "Komforttemperatur",
					description:
						"Till den här temperaturen värmer elpatronen i tidsfönstren och till klar-tiden. Den ska vara lägre än överskottstemperaturen.",
				},
				hysteresis: {
					name: "Hysteres",
					description: "Uppvärmningen börjar när tanken är så mycket under temperaturen.",
				},
				windows: {
					name: "Tidsfönster",
					description:
						"När komforttemperaturen hålls i läget on: dagar och tider som må-fr 06:00-08:00, lö 08:00-10:00, eller always (alltid) eller never (aldrig). Dagarna heter må ti on to fr lö sö.",
				},
				ready_by: {
					name: "Klar till",
					description:
						"Tanken har komforttemperaturen vid dessa tider, till exempel må-fr 06:30, lö sö 08:00. Elpatronen startar så sent som möjligt, även utanför tidsfönstren. never stänger av detta.",
				},
				margin: {
					name: "Marginal",
					description: "Så mycket tidigare än den behöver till klar-tiden startar elpatronen.",
				},
				heat_rate: {
					name: "Uppvärmningstakt",
					description:
						"Hur fort elpatronen värmer tanken vid givaren. Med 0 lärs den in; till dess räknas den fram av elpatronens effekt och tankens volym.",
				},
				wait_for_sun: {
					name: "Vänta på solen",
					description:
						"Medan solladdningen går och når komforttemperaturen inom denna tid väntar elpatronen. Inför klar-tiden väntar den så länge solen hinner till dess. Med 0 gäller bara det senare.",
				},
				surplus_target: {
					name: "Överskottstemperatur",
					description:
						"Till den här temperaturen värmer elpatronen medan det finns överskott. Den ska vara lägre än överhettningsgränsen.",
				},
				surplus_from: {
					name: "Överskott från",
					description:
						"Det finns överskott när givaren med rollen surplus_power visar minst detta. En elpatron med steg tar i stället det som finns, från sitt lägsta steg.",
				},
				surplus_hysteresis: {
					name: "Överskottets hysteres",
					description: "Så mycket får överskottet sjunka under det värdet innan elpatronen stannar.",
				},
				surplus_reading: {
					name: "Överskottsgivaren visar",
					description:
						"feed_in: det som går ut på nätet medan elpatronen kan vara på; dess egen effekt läggs till. available: det som finns, vare sig elpatronen är på eller inte.",
				},
				price_below: {
					name: "Pris högst",
					description: "Det finns också överskott medan givaren med rollen price visar högst detta.",
				},
				price_hysteresis: {
					name: "Prisets hysteres",
					description: "Så mycket får priset stiga över det värdet innan elpatronen stannar.",
				},
				least_on: {
					name: "Går minst",
					description:
						"När elpatronen har startat stängs den inte av före denna tid. Säkerhetsfunktioner, handkörning och läget off väntar inte.",
				},
				least_off: { name: "Vilar minst", description: "Så länge vilar elpatronen innan den slås på igen." },
				cut_out: {
					name: "Överhettningsgräns",
					description:
						"När någon givare i tanken når detta hålls elpatronen av tills den givaren är 5 K kallare, även när den slås på för hand.",
				},
				dry_run_after: {
					name: "Ingen verkan efter",
					description:
						"När elpatronen har gått så länge och ingen givare i tanken har ändrats med 1 K hålls den av i 12 timmar: vatten kan saknas, eller givaren kan ha hamnat utanför sin ficka. 0 stänger av detta.",
				},
			},
		},
	},
	setting: {
		"heater_control.mode": "Elpatron: läge",
		"heater_control.sensor": "Elpatron: givare",
		"heater_control.comfort": "Elpatron: komforttemperatur",
		"heater_control.hysteresis": "Elpatron: hysteres",
		"heater_control.windows": "Elpatron: tidsfönster",
		"heater_control.ready_by": "Elpatron: klar till",
		"heater_control.margin": "Elpatron: marginal",
		"heater_control.heat_rate": "Elpatron: uppvärmningstakt",
		"heater_control.wait_for_sun": "Elpatron: vänta på solen",
		"heater_control.surplus_target": "Elpatron: överskottstemperatur",
		"heater_control.surplus_from": "Elpatron: överskott från",
		"heater_control.surplus_hysteresis": "Elpatron: överskottets hysteres",
		"heater_control.surplus_reading": "Elpatron: överskottsgivaren",
		"heater_control.price_below": "Elpatron: pris högst",
		"heater_control.price_hysteresis": "Elpatron: prisets hysteres",
		"heater_control.least_on": "Elpatron: går minst",
		"heater_control.least_off": "Elpatron: vilar minst",
		"heater_control.cut_out": "Elpatron: överhettningsgräns",
		"heater_control.dry_run_after": "Elpatron: ingen verkan efter",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		heater_control: {
			name: "Heizstab",
			description:
				"Heizt den Speicher elektrisch: für den Komfort, zu einer bestimmten Uhrzeit und mit Überschuss. Aus, bis eco oder on gewählt wird; bis dahin läuft der Heizstab nur von Hand.",
			fields: {
				mode: {
					name: "Betriebsart",
					description:
						"off: Der Heizstab läuft nur von Hand. eco: Er heizt mit Überschuss und zur Fertig-Zeit. on: Er hält außerdem in den Zeitfenstern die Komforttemperatur.",
				},
				sensor: {
					name: "Fühler",
					description:
						"Id des Speicherfühlers, der entscheidet, zum Beispiel der oberen Schicht. auto ist der Fühler mit der Rolle tank.",
				},
				comfort: {
					name: "Komforttemperatur",
					description:
						"Bis zu dieser Temperatur heizt der Heizstab in den Zeitfenstern und zur Fertig-Zeit. Sie muss unter der Überschusstemperatur liegen.",
				},
				hysteresis: {
					name: "Hysterese",
					description: "Das Heizen beginnt, wenn der Speicher so weit unter der Temperatur liegt.",
				},
				windows: {
					name: "Zeitfenster",
					description:
						"Wann in der Betriebsart on die Komforttemperatur gehalten wird: Tage und Zeiten wie mo-fr 06:00-08:00, sa 08:00-10:00, oder always (immer) oder never (nie). Die Tage heißen mo di mi do fr sa so.",
				},
				ready_by: {
					name: "Fertig bis",
					description:
						"Der Speicher hat zu diesen Zeiten die Komforttemperatur, zum Beispiel mo-fr 06:30, sa so 08:00. Der Heizstab startet so spät wie möglich, auch außerhalb der Zeitfenster. never schaltet das ab.",
				},
				margin: {
					name: "Reserve",
					description: "So viel früher, als er für die Fertig-Zeit braucht, startet der Heizstab.",
				},
				heat_rate: {
					name: "Aufheizgeschwindigkeit",
					description:
						"Wie schnell der Heizstab den Speicher am Fühler erwärmt. Mit 0 wird sie gelernt; bis dahin wird sie aus der Leistung des Heizstabs und dem Inhalt des Speichers berechnet.",
				},
				wait_for_sun: {
					name: "Auf die Sonne warten",
					description:
						"Solange die solare Beladung läuft und die Komforttemperatur in dieser Zeit erreicht, wartet der Heizstab. Vor der Fertig-Zeit wartet er, solange die Sonne es bis dahin schafft. Mit 0 gilt nur das Letztere.",
				},
				surplus_target: {
					name: "Überschusstemperatur",
					description:
						"Bis zu dieser Temperatur heizt der Heizstab, solange es Überschuss gibt. Sie muss unter der Abschaltgrenze liegen.",
				},
				surplus_from: {
					name: "Überschuss ab",
					description:
						"Es gibt Überschuss, wenn der Sensor mit der Rolle surplus_power mindestens so viel anzeigt. Ein Heizstab mit Stufen nimmt stattdessen, was da ist, ab seiner kleinsten Stufe.",
				},
				surplus_hysteresis: {
					name: "Hysterese des Überschusses",
					description: "So weit darf der Überschuss unter diesen Wert sinken, bevor der Heizstab stoppt.",
				},
				surplus_reading: {
					name: "Überschusssensor zeigt",
					description:
						"feed_in: was ins Netz geht, während der Heizstab laufen kann; seine eigene Leistung wird addiert. available: was da ist, ob der Heizstab läuft oder nicht.",
				},
				price_below: {
					name: "Preis bis",
					description: "Überschuss gibt es auch, solange der Sensor mit der Rolle price höchstens so viel anzeigt.",
				},
				price_hysteresis: {
					name: "Hysterese des Preises",
					description: "So weit darf der Preis über diesen Wert steigen, bevor der Heizstab stoppt.",
				},
				least_on: {
					name: "Läuft mindestens",
					description:
						"Einmal gestartet, wird der Heizstab nicht vor Ablauf dieser Zeit ausgeschaltet. Sicherheit, Handbetrieb und die Betriebsart off warten nicht.",
				},
				least_off: {
					name: "Ruht mindestens",
					description: "So lange ruht der Heizstab, bevor er wieder eingeschaltet wird.",
				},
				cut_out: {
					name: "Abschaltgrenze",
					description:
						"Erreicht ein Fühler des Speichers diesen Wert, bleibt der Heizstab aus, bis dieser Fühler 5 K kälter ist, auch wenn er von Hand eingeschaltet wird.",
				},
				dry_run_after: {
					name: "Ohne Wirkung nach",
					description:
						"Ist der Heizstab so lange gelaufen und hat sich kein Fühler des Speichers um 1 K geändert, bleibt er 12 Stunden aus: Es kann Wasser fehlen, oder der Fühler steckt nicht mehr in seiner Hülse. 0 schaltet das ab.",
				},
			},
		},
	},
	setting: {
		"heater_control.mode": "Heizstab: Betriebsart",
		"heater_control.sensor": "Heizstab: Fühler",
		"heater_control.comfort": "Heizstab: Komforttemperatur",
		"heater_control.hysteresis": "Heizstab: Hysterese",
		"heater_control.windows": "Heizstab: Zeitfenster",
		"heater_control.ready_by": "Heizstab: Fertig bis",
		"heater_control.margin": "Heizstab: Reserve",
		"heater_control.heat_rate": "Heizstab: Aufheizgeschwindigkeit",
		"heater_control.wait_for_sun": "Heizstab: Auf die Sonne warten",
		"heater_control.surplus_target": "Heizstab: Überschusstemperatur",
		"heater_control.surplus_from": "Heizstab: Überschuss ab",
		"heater_control.surplus_hysteresis": "Heizstab: Überschusshysterese",
		"heater_control.surplus_reading": "Heizstab: Überschusssensor zeigt",
		"heater_control.price_below": "Heizstab: Preis bis",
		"heater_control.price_hysteresis": "Heizstab: Hysterese des Preises",
		"heater_control.least_on": "Heizstab: Läuft mindestens",
		"heater_control.least_off": "Heizstab: Ruht mindestens",
		"heater_control.cut_out": "Heizstab: Abschaltgrenze",
		"heater_control.dry_run_after": "Heizstab: Ohne Wirkung nach",
	},
};
