/** A limit that people change in daily life. */
export interface Target {
	readonly rule: string;
	readonly field: string;
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly min: number;
	readonly max: number;
	readonly step: number;
}

/** Times of the week, or hours of the day, that people change in daily life. */
export interface Hours {
	readonly rule: string;
	readonly field: string;
	readonly name: string;
	/** `06:30`, `mo-fr 06:30, sa su 08:00`, `22:00-06:00`; `never` and `always`. */
	readonly value: string;
	readonly example: string;
	/** A moment, and not from when until when. */
	readonly moment: boolean;
}

/** How a tank stands against legionella. */
export interface Legionella {
	/** Of the tank, where there are several. */
	readonly name?: string;
	/** °C. */
	readonly target: number;
	/** Days since the whole tank was that hot; absent if it never was. */
	readonly days?: number;
	/** Days after which it is heated. */
	readonly every: number;
	/** The date of the last time, ISO 8601, where it is known. */
	readonly date?: string;
}

/** Something that is expected. */
export interface Planned {
	/** `21:30`, local; absent where the clock is not set. */
	readonly at?: string;
	/** Seconds from now. */
	readonly in: number;
	readonly text: string;
}

/** What an owner looks at in the evening, beside the turn itself. Texts are in the language asked for. */
export interface OwnerView {
	readonly targets: readonly Target[];
	readonly hours: readonly Hours[];
	readonly legionella: readonly Legionella[];
	/** The next first. */
	readonly plan: readonly Planned[];
}
