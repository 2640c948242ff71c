import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		boiler_charging: {
			name: "Stove and boiler pump",
			description:
				"Runs the pump between a stove or boiler and a tank. Needs a circuit that begins at one of the other heat sources.",
			fields: {
				enabled: {
					name: "Run the pump of a stove or boiler",
					description: "Leave it off if the stove has a pump station of its own.",
				},
				start_at: {
					name: "Start at",
					description: "The pump starts when the boiler is at least this much warmer than the tank.",
				},
				stop_at: {
					name: "Stop at",
					description:
						"The pump stops when the boiler is no more than this warmer than the tank. Keep it at least 1 K below the start.",
				},
				minimum: {
					name: "Boiler at least",
					description: "The pump starts when the boiler is this warm. A cooler one would soot and corrode.",
				},
				maximum: {
					name: "Tank up to",
					description: "The tank is not heated above this, unless the boiler gets too hot.",
				},
				hysteresis: {
					name: "Hysteresis",
					description:
						"How far the boiler may sink below its minimum while the pump runs, and the tank has to sink below its maximum before the pump starts again.",
				},
				cool_at: {
					name: "Cool the boiler from",
					description:
						"From this temperature on the pump runs even if the tank is above that maximum, until the boiler is 5 K cooler.",
				},
			},
		},
	},
	setting: {
		"boiler_charging.enabled": "Run the pump of a stove or boiler",
		"boiler_charging.start_at": "Start the boiler pump at",
		"boiler_charging.stop_at": "Stop the boiler pump at",
		"boiler_charging.minimum": "Boiler at least",
		"boiler_charging.maximum": "Tank from the boiler up to",
		"boiler_charging.hysteresis": "Hysteresis of the boiler pump",
		"boiler_charging.cool_at": "Cool the boiler from",
	},
	activity: { boiler_cooling: "cooling the boiler" },
	reason: { boiler_hot: "The boiler is hot, {source:°C}: the pump runs until it is below {release_below:°C}." },
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		boiler_charging: {
			name: "Pump för kamin och panna",
			description:
				"Kör pumpen mellan en kamin eller panna och en tank. Kräver en krets som börjar vid en av de andra värmekällorna.",
			fields: {
				enabled: {
					name: "Kör pumpen för en kamin eller panna",
					description: "Låt den vara av om kaminen har en egen laddenhet.",
				},
				start_at: { name: "Start vid", description: "Pumpen startar när pannan är minst så mycket varmare än tanken." },
				stop_at: {
					name: "Stopp vid",
					description:
						"Pumpen stannar när pannan är högst så mycket varmare än tanken. Håll värdet minst 1 K under startvärdet.",
				},
				minimum: {
					name: "Pannan minst",
					description: "Pumpen startar när pannan är så varm. En kallare panna sotar och rostar.",
				},
				maximum: {
					name: "Tanken upp till",
					description: "Tanken värms inte över den här temperaturen, om inte pannan blir för varm.",
				},
				hysteresis: {
					name: "Hysteres",
					description:
						"Så långt får pannan sjunka under sitt minimum medan pumpen går, och så långt måste tanken sjunka under sitt maximum innan pumpen startar igen.",
				},
				cool_at: {
					name: "Kyl pannan från",
					description:
						"Från den här temperaturen går pumpen även om tanken är över sitt maximum, tills pannan är 5 K svalare.",
				},
			},
		},
	},
	setting: {
		"boiler_charging.enabled": "Kör pumpen för en kamin eller panna",
		"boiler_charging.start_at": "Pannans pump startar vid",
		"boiler_charging.stop_at": "Pannans pump stannar vid",
		"boiler_charging.minimum": "Pannan minst",
		"boiler_charging.maximum": "Tanken från pannan upp till",
		"boiler_charging.hysteresis": "Hysteres för pannans pump",
		"boiler_charging.cool_at": "Kyl pannan från",
	},
	activity: { boiler_cooling: "kyler pannan" },
	reason: { boiler_hot: "Pannan är het, {source:°C}: pumpen går tills den är under {release_below:°C}." },
};

export const de: Like<typeof en> = {
	configuration: {
		boiler_charging: {
			name: "Ofen- und Kesselpumpe",
			description:
				"Betreibt die Pumpe zwischen einem Ofen oder Kessel und einem Speicher. Braucht einen Kreis, der an einer anderen Wärmequelle beginnt.",
			fields: {
				enabled: {
					name: "Pumpe von Ofen oder Kessel betreiben",
					description: "Ausgeschaltet lassen, wenn der Ofen eine eigene Pumpengruppe hat.",
				},
				start_at: {
					name: "Einschaltdifferenz",
					description: "Die Pumpe startet, wenn der Kessel mindestens so viel wärmer ist als der Speicher.",
				},
				stop_at: {
					name: "Ausschaltdifferenz",
					description:
						"Die Pumpe stoppt, wenn der Kessel höchstens noch so viel wärmer ist als der Speicher. Mindestens 1 K unter der Einschaltdifferenz wählen.",
				},
				minimum: {
					name: "Kessel mindestens",
					description: "Die Pumpe startet, wenn der Kessel so warm ist. Ein kälterer würde verrußen und rosten.",
				},
				maximum: {
					name: "Speicher bis",
					description: "Der Speicher wird nicht darüber erwärmt, außer wenn der Kessel zu heiß wird.",
				},
				hysteresis: {
					name: "Hysterese",
					description:
						"So weit darf der Kessel bei laufender Pumpe unter sein Minimum sinken, und so weit muss der Speicher unter sein Maximum sinken, bevor die Pumpe wieder startet.",
				},
				cool_at: {
					name: "Kessel kühlen ab",
					description:
						"Ab dieser Temperatur läuft die Pumpe auch über dem Maximum des Speichers, bis der Kessel 5 K kühler ist.",
				},
			},
		},
	},
	setting: {
		"boiler_charging.enabled": "Pumpe von Ofen oder Kessel betreiben",
		"boiler_charging.start_at": "Einschaltdifferenz der Kesselpumpe",
		"boiler_charging.stop_at": "Ausschaltdifferenz der Kesselpumpe",
		"boiler_charging.minimum": "Kessel mindestens",
		"boiler_charging.maximum": "Speicher vom Kessel bis",
		"boiler_charging.hysteresis": "Hysterese der Kesselpumpe",
		"boiler_charging.cool_at": "Kessel kühlen ab",
	},
	activity: { boiler_cooling: "kühlt den Kessel" },
	reason: { boiler_hot: "Der Kessel ist heiß, {source:°C}: die Pumpe läuft, bis er unter {release_below:°C} ist." },
};
