import type { Component, Published } from "ha-mqtt-discovery";

/**
 * What a release of Home Assistant takes. A core that does not know a platform refuses the whole device message over it, so
 * there the older shape is published.
 */
export interface Shape {
	/** The platforms `date` and `time`. Without them such an entity is a text with a pattern. */
	readonly moments: boolean;
	/** Devices below a device, in its message. Without them each has a message of its own and names the one above (`via_device`). */
	readonly children: boolean;
	/** Commands that expire at the broker. Such a core speaks MQTT 5 where the broker does. */
	readonly expiry: boolean;
}

export const OLDEST_SHAPE: Shape = { moments: false, children: false, expiry: false };
export const NEWEST_SHAPE: Shape = { moments: true, children: true, expiry: true };

/** Merged in April 2026; read in the release 2026.8.0, and missing in 2025.11.0. */
const MOMENTS = [2026, 8] as const;
/** Read in the release 2026.11.0. */
const CHILDREN = [2026, 11] as const;
/** Read in the release 2026.11.0, which moves its own connection to MQTT 5 when it starts. Releases before it also know the key. */
const EXPIRY = [2026, 11] as const;

/** The shape for a version of the core, such as `2026.11.0` or `2026.8.0b2`. Unreadable text gets the oldest. */
export function shapeFor(version: string): Shape {
	const [, year = "0", month = "0"] = /^(\d{4})\.(\d{1,2})(?!\d)/.exec(version) ?? [];
	const knows = ([fromYear, fromMonth]: readonly [number, number]) =>
		Number(month) <= 12 && Number(year) * 12 + Number(month) >= fromYear * 12 + fromMonth;
	return { moments: knows(MOMENTS), children: knows(CHILDREN), expiry: knows(EXPIRY) };
}

/** The shape of an earlier announcement, for a start at which nobody says the version. */
export const shapeAnnounced = (announced: readonly Published[]): Shape => ({
	moments: announced.some(({ components }) => components.some(({ platform }) => isMoment(platform))),
	children: announced.some(({ children }) => children === true),
	// As young as child devices, which a plant of any sensor has.
	expiry: announced.some(({ children }) => children === true),
});

export const sameShape = (a: Shape, b: Shape): boolean =>
	a.moments === b.moments && a.children === b.children && a.expiry === b.expiry;

const isMoment = (platform: string): platform is keyof typeof AS_TEXT => platform in AS_TEXT;
/** An unknown moment is an empty text: `None` would not match the pattern. */
const KNOWN = "{{ '' if value == 'None' else value }}";
/** Every limit and choice is written out, as Home Assistant would fill it in. */
const LIMITED = { min: 0, mode: "text" } as const;
const AS_TEXT = {
	date: { ...LIMITED, max: 10, pattern: "^(?:[0-9]{4}-[0-9]{2}-[0-9]{2})?$", value_template: KNOWN },
	time: { ...LIMITED, max: 8, pattern: "^(?:[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)?$", value_template: KNOWN },
} as const;

/** The platform of an entity in this shape, and what its component has because of it. */
export function shaped(
	platform: Component["platform"],
	{ moments }: Pick<Shape, "moments">,
): { readonly platform: Component["platform"]; readonly with?: (typeof AS_TEXT)[keyof typeof AS_TEXT] } {
	return moments || !isMoment(platform) ? { platform } : { platform: "text", with: AS_TEXT[platform] };
}
