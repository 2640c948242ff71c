import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		drain_back: {
			name: "Drain-back",
			description:
				"For a collector that is empty while the pump rests. It is filled at full speed, then left in peace for a while, and only then does its temperature count again.",
			fields: {
				enabled: {
					name: "The collector drains",
					description:
						"Not together with frost guard, tube collector, system cooling, or cooling of the tank at night.",
				},
				start_at: {
					name: "Fill from",
					description: "The collector is filled when it is at least this much warmer than the tank.",
				},
				hold_for: {
					name: "Gain has to last",
					description: "So long the difference has to last before the collector is filled.",
				},
				fill_for: {
					name: "Fill for",
					description: "So long the pump runs at full speed to fill the collector.",
				},
				settle_for: {
					name: "Settle for",
					description: "After that the pump runs on for this long, whatever the temperatures.",
				},
				attempts: {
					name: "Attempts",
					description: "After so many fills in a row that gained nothing there is a pause.",
				},
				pause: {
					name: "Pause",
					description:
						"So long the collector is not filled after these attempts, unless it comes within 10 K of the temperature at which the pump stops.",
				},
				stop_at: {
					name: "Stop at",
					description:
						"At this collector temperature the pump stops, even if another function requests it: water boils. It may run again 10 K below.",
				},
			},
		},
	},
	setting: {
		"drain_back.enabled": "Drain-back",
		"drain_back.start_at": "Drain-back, fill from",
		"drain_back.hold_for": "Drain-back, gain has to last",
		"drain_back.fill_for": "Drain-back, fill for",
		"drain_back.settle_for": "Drain-back, settle for",
		"drain_back.attempts": "Drain-back, attempts",
		"drain_back.pause": "Drain-back, pause",
		"drain_back.stop_at": "Drain-back, stop at",
	},
	activity: {
		drain_back: "drain-back",
	},
	reason: {
		drain_back_waits: "The collector is {gain:K} warmer than the tank; it is filled at {start_at:K}.",
		drain_back_holds:
			"The collector is {gain:K} warmer than the tank; that has to last for another {left:time} before it is filled.",
		drain_back_full: "The tank takes no more heat, so the collector stays empty.",
		drain_back_pauses: "Several fills in a row gained nothing; the next may begin in {left:time}.",
		drain_back_fills: "The collector is being filled for another {left:time}.",
		drain_back_settles: "The collector has been filled; its temperature counts in {left:time}.",
		drain_back_hot:
			"The empty collector is at {collector:°C}, and water would boil in it; the pump may run below {release_below:°C}.",
		drain_back_frozen: "The empty collector is at {collector:°C}, and water would freeze in it.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		drain_back: {
			name: "Dränering",
			description:
				"För en solfångare som är tom när pumpen vilar. Den fylls på fullt varvtal, får sedan vara i fred en stund, och först då räknas dess temperatur igen.",
			fields: {
				enabled: {
					name: "Solfångaren dräneras",
					description: "Inte tillsammans med frostskydd, vakuumrör, systemkylning eller kylning av tanken på natten.",
				},
				start_at: {
					name: "Fyll från",
					description: "Solfångaren fylls när den är minst så mycket varmare än tanken.",
				},
				hold_for: {
					name: "Skillnaden ska bestå i",
					description: "Så länge ska skillnaden bestå innan solfångaren fylls.",
				},
				fill_for: {
					name: "Fyll i",
					description: "Så länge går pumpen på fullt varvtal för att fylla solfångaren.",
				},
				settle_for: {
					name: "Lugna i",
					description: "Därefter går pumpen vidare så länge, vilka temperaturerna än är.",
				},
				attempts: {
					name: "Försök",
					description: "Efter så många fyllningar i rad utan vinst blir det en paus.",
				},
				pause: {
					name: "Paus",
					description:
						"Så länge fylls inte solfångaren efter dessa försök, om den inte kommer inom 10 K från temperaturen där pumpen stannar.",
				},
				stop_at: {
					name: "Stopp vid",
					description:
						"Vid den här solfångartemperaturen stannar pumpen, även om en annan funktion vill köra den: vatten kokar. Den får gå igen 10 K under.",
				},
			},
		},
	},
	setting: {
		"drain_back.enabled": "Dränering",
		"drain_back.start_at": "Dränering, fyll från",
		"drain_back.hold_for": "Dränering, skillnaden består i",
		"drain_back.fill_for": "Dränering, fyll i",
		"drain_back.settle_for": "Dränering, lugna i",
		"drain_back.attempts": "Dränering, försök",
		"drain_back.pause": "Dränering, paus",
		"drain_back.stop_at": "Dränering, stopp vid",
	},
	activity: {
		drain_back: "dränering",
	},
	reason: {
		drain_back_waits: "Solfångaren är {gain:K} varmare än tanken; den fylls vid {start_at:K}.",
		drain_back_holds: "Solfångaren är {gain:K} varmare än tanken; det ska bestå i {left:time} till innan den fylls.",
		drain_back_full: "Tanken tar inte emot mer värme, så solfångaren förblir tom.",
		drain_back_pauses: "Flera fyllningar i rad gav ingenting; nästa får börja om {left:time}.",
		drain_back_fills: "Solfångaren fylls i {left:time} till.",
		drain_back_settles: "Solfångaren har fyllts; dess temperatur räknas om {left:time}.",
		drain_back_hot:
			"Den tomma solfångaren håller {collector:°C} och vatten skulle koka i den; pumpen får gå under {release_below:°C}.",
		drain_back_frozen: "Den tomma solfångaren håller {collector:°C} och vatten skulle frysa i den.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		drain_back: {
			name: "Drainback",
			description:
				"Für einen Kollektor, der leer ist, solange die Pumpe ruht. Er wird mit voller Drehzahl befüllt, danach eine Weile in Ruhe gelassen, und erst dann zählt seine Temperatur wieder.",
			fields: {
				enabled: {
					name: "Der Kollektor entleert sich",
					description:
						"Nicht zusammen mit Frostschutz, Röhrenkollektorfunktion, Systemkühlung oder nächtlicher Speicherkühlung.",
				},
				start_at: {
					name: "Befüllen ab",
					description: "Der Kollektor wird befüllt, wenn er mindestens so viel wärmer ist als der Speicher.",
				},
				hold_for: {
					name: "Differenz muss anhalten",
					description: "So lange muss die Differenz anhalten, bevor befüllt wird.",
				},
				fill_for: {
					name: "Füllzeit",
					description: "So lange läuft die Pumpe mit voller Drehzahl, um den Kollektor zu füllen.",
				},
				settle_for: {
					name: "Stabilisierung",
					description: "Danach läuft die Pumpe so lange weiter, wie auch immer die Temperaturen sind.",
				},
				attempts: {
					name: "Startversuche",
					description: "Nach so vielen Füllungen in Folge ohne Gewinn folgt eine Pause.",
				},
				pause: {
					name: "Wartezeit danach",
					description:
						"So lange wird nach diesen Versuchen nicht befüllt, außer der Kollektor ist weniger als 10 K unter der Temperatur, bei der die Pumpe stoppt.",
				},
				stop_at: {
					name: "Abschalten bei",
					description:
						"Bei dieser Kollektortemperatur wird die Pumpe abgeschaltet, auch wenn eine andere Funktion sie anfordert: Wasser siedet. 10 K darunter darf sie wieder laufen.",
				},
			},
		},
	},
	setting: {
		"drain_back.enabled": "Drainback",
		"drain_back.start_at": "Drainback, Befüllen ab",
		"drain_back.hold_for": "Drainback, Differenz hält an",
		"drain_back.fill_for": "Drainback, Füllzeit",
		"drain_back.settle_for": "Drainback, Stabilisierung",
		"drain_back.attempts": "Drainback, Startversuche",
		"drain_back.pause": "Drainback, Pause",
		"drain_back.stop_at": "Drainback, Abschalten bei",
	},
	activity: {
		drain_back: "Drainback",
	},
	reason: {
		drain_back_waits: "Der Kollektor ist {gain:K} wärmer als der Speicher; er wird bei {start_at:K} befüllt.",
		drain_back_holds:
			"Der Kollektor ist {gain:K} wärmer als der Speicher; das muss noch {left:time} anhalten, bevor er befüllt wird.",
		drain_back_full: "Der Speicher nimmt keine Wärme mehr auf, darum bleibt der Kollektor leer.",
		drain_back_pauses: "Mehrere Füllungen in Folge brachten nichts; die nächste darf in {left:time} beginnen.",
		drain_back_fills: "Der Kollektor wird noch {left:time} befüllt.",
		drain_back_settles: "Der Kollektor ist befüllt; seine Temperatur zählt in {left:time}.",
		drain_back_hot:
			"Der leere Kollektor hat {collector:°C}, und Wasser würde darin sieden; die Pumpe darf unter {release_below:°C} laufen.",
		drain_back_frozen: "Der leere Kollektor hat {collector:°C}, und Wasser würde darin gefrieren.",
	},
};
