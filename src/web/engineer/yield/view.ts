/** Heat of the last days beside what was expected. Texts are in the language asked for. */
export interface YieldsView {
	readonly circuits: readonly CircuitYields[];
}

export interface CircuitYields {
	readonly id: string;
	readonly name: string;
	/** Undefined where no heat is measured. */
	readonly by: "light" | "own" | undefined;
	/** Shares between which a day is as usual. */
	readonly usual: readonly [low: number, high: number];
	/** The oldest first. */
	readonly days: readonly DayYield[];
}

/** Energies in kWh. */
export interface DayYield {
	/** `Mon 30 Nov`. */
	readonly title: string;
	readonly label: string;
	readonly measured: number;
	/** By the light; or what a clear day would have given. Absent where nothing is expected. */
	readonly expected?: number | undefined;
	/** Of what is usual, or of its own best hours. */
	readonly share?: number | undefined;
	/** Why nothing is expected. */
	readonly why?: "ran_little" | "little_light" | "light_lost" | "learning" | undefined;
}
