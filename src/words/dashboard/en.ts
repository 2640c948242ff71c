export const en = {
	dashboard: {
		now: "Now",
		collectors: "Collectors and circuits",
		by_hand: "By hand",
		settings: "Heating and settings",
		energy: "Energy",
		others: "Other sensors",
		automatic: "To automatic",
		per_day: "{name}, each day",
		silent: "Solar Heating cannot be reached. Look whether the app and the broker are running.",
	},
} as const;
