/**
 * Where a circuit takes its heat: a field, a stove, or the top of a tank. Like a `Row` its outlet is linear in its inlet
 * within a step.
 */
export interface Source {
	readonly outletAtZero: number;
	readonly through: number;
	/** °C that leaves it now. */
	readonly outlet: number;
	/** Nothing can flow. */
	readonly blocked: boolean;
	/** J above 0 °C that it holds itself. */
	readonly heat: number;
	/** Prepares a step: seconds, W/K that the flow carries, and the outdoor temperature in °C. */
	begin(seconds: number, carried: number, outdoor: number): void;
	/** Turns its direction of flow round. Absent where it makes no difference. */
	turn?(): void;
	/** Finishes the step with the inlet temperature in °C. */
	flow(inlet: number): void;
}
