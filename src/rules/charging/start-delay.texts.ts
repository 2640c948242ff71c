import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		start_delay: {
			name: "Start after a power cut",
			description:
				"After the app has started, the pump waits, so that no cold fluid reaches a collector that stood in the sun without flow.",
			fields: {
				enabled: {
					name: "Wait after a start",
					description: "The pump's first start waits. A pump that runs on through a restart of the app is not stopped.",
				},
				wait: {
					name: "Wait at least",
					description: "So long after the start of the app the pump stays off.",
				},
				collector_below: {
					name: "Collector below",
					description: "After that, the pump stays off until the collector is colder than this.",
				},
			},
		},
	},
	setting: {
		"start_delay.enabled": "Wait after a start",
		"start_delay.wait": "Wait after a start, at least",
		"start_delay.collector_below": "Start delay, collector below",
	},
	reason: {
		start_waits: "The app has just started; the pump waits for another {left:time}.",
		start_too_hot:
			"The collector stood without flow and is at {collector:°C}; the first start needs less than {collector_below:°C}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		start_delay: {
			name: "Start efter strömavbrott",
			description:
				"När appen har startat väntar pumpen, så att ingen kall vätska når en solfångare som har stått i solen utan flöde.",
			fields: {
				enabled: {
					name: "Vänta efter start",
					description: "Pumpens första start väntar. En pump som går vidare genom en omstart av appen stoppas inte.",
				},
				wait: {
					name: "Vänta minst",
					description: "Så länge efter appens start står pumpen still.",
				},
				collector_below: {
					name: "Solfångare under",
					description: "Därefter står pumpen still tills solfångaren är kallare än så.",
				},
			},
		},
	},
	setting: {
		"start_delay.enabled": "Vänta efter start",
		"start_delay.wait": "Vänta efter start, minst",
		"start_delay.collector_below": "Startpaus, solfångare under",
	},
	reason: {
		start_waits: "Appen har just startat; pumpen väntar i {left:time} till.",
		start_too_hot:
			"Solfångaren har stått utan flöde och håller {collector:°C}; första starten kräver mindre än {collector_below:°C}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		start_delay: {
			name: "Start nach Stromausfall",
			description:
				"Nach dem Start der App wartet die Pumpe, damit keine kalte Flüssigkeit in einen Kollektor gelangt, der ohne Durchfluss in der Sonne stand.",
			fields: {
				enabled: {
					name: "Nach dem Start warten",
					description:
						"Der erste Start der Pumpe wartet. Eine Pumpe, die über einen Neustart der App weiterläuft, wird nicht angehalten.",
				},
				wait: {
					name: "Mindestens warten",
					description: "So lange nach dem Start der App bleibt die Pumpe aus.",
				},
				collector_below: {
					name: "Kollektor unter",
					description: "Danach bleibt die Pumpe aus, bis der Kollektor kälter ist als dieser Wert.",
				},
			},
		},
	},
	setting: {
		"start_delay.enabled": "Nach dem Start warten",
		"start_delay.wait": "Wartezeit nach dem Start",
		"start_delay.collector_below": "Startpause, Kollektor unter",
	},
	reason: {
		start_waits: "Die App wurde gerade gestartet; die Pumpe wartet noch {left:time}.",
		start_too_hot:
			"Der Kollektor stand ohne Durchfluss und hat {collector:°C}; der erste Start braucht weniger als {collector_below:°C}.",
	},
};
