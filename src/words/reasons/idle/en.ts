export const en = {
	reason: {
		nobody_asks: "No function requests it.",
		not_wired: "{role:role} is not configured, so this function is inactive.",
	},
} as const;
