import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		circulation: {
			name: "Hot water circulation",
			description:
				"Runs the pump that keeps hot water near the taps. Needs a circuit from a tank to a consumer with the use circulation.",
			fields: {
				mode: {
					name: "Circulate",
					description:
						"off: never. time: all the time within the windows. thermal: within the windows while the line is cold; needs a sensor of it. demand: for a while after hot water was drawn; needs a sensor with the role tap.",
				},
				windows: {
					name: "Time windows",
					description: "When it may run, such as mo-fr 06:00-08:00, sa 08:00-10:00. Or always.",
				},
				warm_below: {
					name: "Warm the line below",
					description: "With thermal, the pump starts when the line is colder than this.",
				},
				warm_until: {
					name: "Warm the line up to",
					description: "With thermal, the pump stops when the line is this warm.",
				},
				run_for: { name: "Run for", description: "With demand, how long the pump runs after hot water was drawn." },
				pause_for: { name: "Then pause for", description: "With demand, how long no further demand counts." },
			},
		},
	},
	setting: {
		"circulation.mode": "Circulation",
		"circulation.windows": "Circulation time windows",
		"circulation.warm_below": "Warm the circulation line below",
		"circulation.warm_until": "Warm the circulation line up to",
		"circulation.run_for": "Circulation after a demand runs for",
		"circulation.pause_for": "Circulation then pauses for",
	},
	activity: { circulating: "circulating hot water" },
	reason: {
		circulation_no_clock: "The time of day is not known yet, so the circulation waits.",
		circulation_closed: "The circulation runs within {windows}.",
		circulates: "It runs within {windows}.",
		line_unseen: "No sensor measures the circulation line, so it is not run by temperature. Add one, or choose time.",
		line_warm: "The line is warm at {line:°C}; the pump starts below {warm_below:°C}.",
		line_cold: "The line is at {line:°C}; it is warmed up to {warm_until:°C}.",
		taps_unseen: "No sensor has the role tap, so no demand can be seen. Add one, or choose time.",
		tank_too_cold_to_circulate:
			"Even the warmest sensor of the tank is at {tank:°C}; the circulation needs {warm_below:°C}.",
		tap_awaited: "It runs when hot water is drawn.",
		tap_opened: "Hot water was drawn: it runs for {left:time} more.",
		circulated: "It has just run; a demand counts again in {left:time}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		circulation: {
			name: "Varmvattencirkulation",
			description:
				"Kör pumpen som håller varmvatten nära kranarna. Kräver en krets från en tank till en förbrukare med användningen circulation.",
			fields: {
				mode: {
					name: "Cirkulera",
					description:
						"off: aldrig. time: hela tiden inom tiderna. thermal: inom tiderna medan ledningen är kall; kräver en givare på den. demand: en stund efter att varmvatten tappats; kräver en givare med rollen tap.",
				},
				windows: {
					name: "Tider",
					description: "När den får gå, till exempel må-fr 06:00-08:00, lö 08:00-10:00. Eller always.",
				},
				warm_below: {
					name: "Värm ledningen under",
					description: "Med thermal startar pumpen när ledningen är kallare än så.",
				},
				warm_until: {
					name: "Värm ledningen till",
					description: "Med thermal stannar pumpen när ledningen är så varm.",
				},
				run_for: { name: "Gå i", description: "Med demand: så länge går pumpen efter att varmvatten tappats." },
				pause_for: { name: "Pausa sedan i", description: "Med demand: så länge räknas ingen ny tappning." },
			},
		},
	},
	setting: {
		"circulation.mode": "Cirkulation",
		"circulation.windows": "Cirkulationens tider",
		"circulation.warm_below": "Värm cirkulationsledningen under",
		"circulation.warm_until": "Värm cirkulationsledningen till",
		"circulation.run_for": "Cirkulationen går efter tappning i",
		"circulation.pause_for": "Cirkulationen pausar sedan i",
	},
	activity: { circulating: "cirkulerar varmvatten" },
	reason: {
		circulation_no_clock: "Klockan är inte känd än, så cirkulationen väntar.",
		circulation_closed: "Cirkulationen går inom {windows}.",
		circulates: "Den går inom {windows}.",
		line_unseen:
			"Ingen givare mäter cirkulationsledningen, så den körs inte efter temperatur. Lägg till en, eller välj time.",
		line_warm: "Ledningen är varm med {line:°C}; pumpen startar under {warm_below:°C}.",
		line_cold: "Ledningen håller {line:°C}; den värms till {warm_until:°C}.",
		taps_unseen: "Ingen givare har rollen tap, så ingen tappning syns. Lägg till en, eller välj time.",
		tank_too_cold_to_circulate:
			"Även tankens varmaste givare visar bara {tank:°C}; cirkulationen kräver {warm_below:°C}.",
		tap_awaited: "Den går när varmvatten tappas.",
		tap_opened: "Varmvatten tappades: den går i {left:time} till.",
		circulated: "Den har nyss gått; en tappning räknas igen om {left:time}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		circulation: {
			name: "Warmwasserzirkulation",
			description:
				"Betreibt die Pumpe, die Warmwasser nahe an den Zapfstellen hält. Braucht einen Kreis von einem Speicher zu einem Verbraucher mit der Verwendung circulation.",
			fields: {
				mode: {
					name: "Zirkulation",
					description:
						"off: nie. time: in den Zeiten ständig. thermal: in den Zeiten, solange die Leitung kalt ist; braucht einen Fühler daran. demand: eine Weile nach einer Zapfung; braucht einen Sensor mit der Rolle tap.",
				},
				windows: {
					name: "Zeiten",
					description: "Wann sie laufen darf, etwa mo-fr 06:00-08:00, sa 08:00-10:00. Oder always.",
				},
				warm_below: {
					name: "Leitung erwärmen unter",
					description: "Bei thermal startet die Pumpe, wenn die Leitung kälter ist.",
				},
				warm_until: {
					name: "Leitung erwärmen bis",
					description: "Bei thermal stoppt die Pumpe, wenn die Leitung so warm ist.",
				},
				run_for: { name: "Laufzeit", description: "Bei demand: so lange läuft die Pumpe nach einer Zapfung." },
				pause_for: { name: "Pausenzeit", description: "Bei demand: so lange zählt keine weitere Zapfung." },
			},
		},
	},
	setting: {
		"circulation.mode": "Zirkulation",
		"circulation.windows": "Zeiten der Zirkulation",
		"circulation.warm_below": "Zirkulationsleitung erwärmen unter",
		"circulation.warm_until": "Zirkulationsleitung erwärmen bis",
		"circulation.run_for": "Laufzeit der Zirkulation",
		"circulation.pause_for": "Pausenzeit der Zirkulation",
	},
	activity: { circulating: "lässt Warmwasser zirkulieren" },
	reason: {
		circulation_no_clock: "Die Uhrzeit ist noch nicht bekannt, daher wartet die Zirkulation.",
		circulation_closed: "Die Zirkulation läuft in {windows}.",
		circulates: "Sie läuft in {windows}.",
		line_unseen:
			"Kein Fühler misst die Zirkulationsleitung, daher läuft sie nicht nach Temperatur. Einen eintragen, oder time wählen.",
		line_warm: "Die Leitung ist mit {line:°C} warm; die Pumpe startet unter {warm_below:°C}.",
		line_cold: "Die Leitung hat {line:°C}; sie wird bis {warm_until:°C} erwärmt.",
		taps_unseen:
			"Kein Sensor hat die Rolle tap, daher ist keine Zapfung zu erkennen. Einen eintragen, oder time wählen.",
		tank_too_cold_to_circulate:
			"Selbst der wärmste Fühler des Speichers hat nur {tank:°C}; die Zirkulation braucht {warm_below:°C}.",
		tap_awaited: "Sie läuft, wenn Warmwasser gezapft wird.",
		tap_opened: "Warmwasser wurde gezapft: sie läuft noch {left:time}.",
		circulated: "Sie ist gerade gelaufen; eine Zapfung zählt wieder in {left:time}.",
	},
};
