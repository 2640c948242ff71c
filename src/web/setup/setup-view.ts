import type { Problem } from "#model/findings/finding.ts";
import type { OutputRole, Wiring } from "#model/plant/plant.ts";
import type { SensorRole } from "#model/plant/sensor-role.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import type { Language, ToldProblem } from "#texts/say.ts";

/** The screens of the guided path, in their order. */
export const STEPS = ["broker", "sensors", "outputs", "tank", "save", "wiring"] as const;
export type Step = (typeof STEPS)[number];

/** A sensor that is connected. */
export interface SensorRow {
	readonly source: string;
	/** Absent: temperatures. */
	readonly quantity?: Quantity;
	readonly value?: number;
	/** Why there is no value. */
	readonly text?: string;
	/** K within the last 20 s. */
	readonly rise: number;
	/** It rises while the others do not. */
	readonly held: boolean;
	/** Values of the last minute. */
	readonly line: readonly number[];
	/** What it was said or is guessed to be; absent where nothing is. */
	readonly role?: SensorRole;
	/** Nobody said so yet. */
	readonly guessed: boolean;
	readonly name?: string;
	/** cm above the tank's bottom. */
	readonly height?: number;
}

/** A place with something that switches. */
export interface BoardRow {
	readonly at: string;
	readonly name?: string;
	/** `held` by another program, `used` by the running control: neither is tried. */
	readonly state: "free" | "used" | "held" | "unreachable";
	readonly held_by?: string;
	/** Why it cannot be reached. */
	readonly text?: string;
	readonly kinds: readonly BoardKind[];
}

/** What it may be, and its outputs if it is that. */
export interface BoardKind {
	readonly what: string;
	readonly outputs: readonly { readonly target: string; readonly channel: string }[];
}

/** What a person heard or saw while an output was tried. */
export const HEARD = ["pump_ran", "heater_on", "pump_stopped", "heater_off", "nothing"] as const;
export type Heard = (typeof HEARD)[number];

/** An output that is being tried, or was and nobody has said yet what happened. */
export interface TryingRow {
	readonly target: string;
	/** `stuck`: it was told to go off and did not. `failed`: it could not be switched on. */
	readonly state: "on" | "off" | "stuck" | "failed";
	/** Seconds until it goes off. */
	readonly left: number;
	readonly seconds: number;
	/** Why it failed. */
	readonly text?: string;
	/** The board confirmed that it was on. */
	readonly confirmed: boolean;
}

export interface OutputRow {
	readonly target: string;
	readonly role: OutputRole;
	readonly wiring: Wiring;
}

/** Something that the plant needs or could have, and whether it is there. */
export interface PlanRow {
	readonly what: "broker" | "collector" | "tank" | "pump" | "volume" | "heater" | "wiring";
	/** `later`: it can come later. */
	readonly state: "done" | "missing" | "later";
	/** Where it is. */
	readonly at?: string;
}

/** A sensor or output of the plant in force. */
export interface WiredRow {
	readonly id: string;
	readonly address: string;
	/** Of an output. */
	readonly wiring?: Wiring;
}

/** What was done to set up the plant, for the record. */
export interface RecordRow {
	/** ISO 8601. */
	readonly at: string;
	readonly actor: string;
	readonly what: "tried" | "saved" | "simulated";
	readonly target?: string | undefined;
	readonly heard?: Heard | undefined;
}

/** The guided path as it stands. */
export interface SetupView {
	readonly step: Step;
	/** Undefined before the first look. */
	readonly sensors?: readonly SensorRow[];
	/** Seconds since the last look. */
	readonly looked?: number;
	/** It looks again and again. */
	readonly looking: boolean;
	readonly boards: readonly BoardRow[];
	/** How a look at the broker stands, for devices that announce themselves there. */
	readonly announced: "never" | "looking" | "looked" | "failed";
	readonly trying?: TryingRow;
	readonly outputs: readonly OutputRow[];
	readonly volume?: number;
	readonly maximum?: number;
	readonly plan: readonly PlanRow[];
	/** What is wrong with what would be saved. Undefined while that is not known. */
	readonly problems?: readonly ToldProblem[];
	/** Nothing is in force but a simulated plant. */
	readonly simulated: boolean;
	/** Options can be saved from here. */
	readonly saves: boolean;
	/** Saved: the app starts anew. */
	readonly restarting: boolean;
	/** What is wired as the options in force have it. */
	readonly wired: readonly WiredRow[];
	readonly record: readonly RecordRow[];
}

/** What the composition provides. */
export interface SetupPort {
	view(language: Language): SetupView;
	/**
	 * Does what a button of the page asks for.
	 * @param fields all fields of the screen, and `do`
	 * @param actor is recorded with it
	 * @returns why it was refused
	 */
	act(fields: Readonly<Record<string, string>>, actor: string): Promise<Problem | undefined>;
}
