export const en = {
	reason: {
		nobody_asks: "Nothing asks for it.",
		not_wired: "{role:role} is not wired, so this function rests.",
	},
} as const;
