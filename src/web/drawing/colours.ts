/**
 * Anchors in °C, linear in sRGB between them. The hue jumps at 40 °C: water below is not yet usable. The jumps at 15 and 75
 * keep text legible.
 */
const ANCHORS = [
	[0, "#1f5f96"],
	[14.9, "#3379b0"],
	[15, "#4590c5"],
	[32, "#7db6d6"],
	[39.9, "#bcd5dd"],
	[40, "#f6df9c"],
	[50, "#f1b445"],
	[60, "#e88a2f"],
	[74.9, "#db6a2a"],
	[75, "#c54826"],
	[80, "#bb3c26"],
	[95, "#982223"],
	[120, "#6b1430"],
] as const;
/** K in a class. */
const STEP = 5;
const HIGHEST = 115;

const DARK_INK = "#14202a";
const LIGHT_INK = "#ffffff";

/** The class of a temperature: `t40` for 40 to 45 °C. Above and below all are one class. */
export const classOf = (temperature: number | undefined): string =>
	temperature === undefined ? "tx" : `t${Math.min(HIGHEST, Math.max(0, Math.floor(temperature / STEP) * STEP))}`;

export interface Shade {
	readonly name: string;
	readonly colour: string;
	/** Of text on it. */
	readonly ink: string;
}

function colourAt(temperature: number): string {
	const above = ANCHORS.findIndex(([at]) => at > temperature);
	const [high, to] = ANCHORS[above] ?? ANCHORS[ANCHORS.length - 1] ?? ANCHORS[0];
	const [low, from] = ANCHORS[above - 1] ?? ANCHORS[0];
	const share = (temperature - low) / (high - low);
	const [begin, end] = [channels(from), channels(to)];
	const mixed = begin.map((value, n) => Math.round(value + share * ((end[n] ?? value) - value)));
	return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(colour: string): readonly number[] {
	return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** The contrast ratio of two colours (WCAG 2.2, "contrast ratio"), 1 to 21. */
export function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = channels(colour)
		.map((value) => value / 255)
		.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Every class with its colour, taken at its middle. */
export const SHADES: readonly Shade[] = Array.from({ length: HIGHEST / STEP + 1 }, (_, n) => {
	const colour = colourAt(n * STEP + STEP / 2);
	const ink = contrast(colour, DARK_INK) >= contrast(colour, LIGHT_INK) ? DARK_INK : LIGHT_INK;
	return { name: `t${n * STEP}`, colour, ink };
});
