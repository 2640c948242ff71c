/** A turn a minute after the last one: temperatures in °C (`lost` is a sensor that does not answer), and what comes of it. */
export interface Step {
	readonly collector: number | "lost";
	readonly tank: number | "lost";
	/** Of the tank at 140 cm; as `tank` where it is left out. */
	readonly top?: number | "lost";
	/** A person holds it so from now on. */
	readonly hold?: readonly ["pump" | "heater", "on" | "off"];
	readonly mode?: "auto" | "off";
	readonly pump: "on" | "off";
	readonly why: string;
	/** Where the scenario is about it. */
	readonly heater?: "on" | "off";
}

/** A story of a plant with a collector, a tank, a pump and a heater: inputs over time, outputs and reasons. */
export interface Scenario {
	readonly says: string;
	/** The options that are not the defaults: `rule.field`. */
	readonly options?: Readonly<Record<string, number | boolean>>;
	readonly preset?: "resol_bs4" | "ta_uvr61" | "sorel" | "viessmann_sm1" | "predecessor";
	readonly steps: readonly Step[];
}

export interface Chapter {
	readonly title: string;
	readonly scenarios: readonly Scenario[];
}

export const step = (
	collector: Step["collector"],
	tank: Step["tank"],
	pump: Step["pump"],
	why: string,
	more: Partial<Step> = {},
): Step => ({ collector, tank, pump, why, ...more });
