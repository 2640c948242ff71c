import type { PlantFault } from "./plant-fault.ts";

const NONE: readonly PlantFault[] = [];

/** The faults of a simulation. Its time only grows. */
export class Schedule {
	private readonly faults: readonly PlantFault[];
	private active = NONE;
	/** When the next fault begins or ends. */
	private next = Number.NEGATIVE_INFINITY;

	constructor(faults: readonly PlantFault[] = NONE) {
		this.faults = faults;
		if (faults.length === 0) this.next = Number.POSITIVE_INFINITY;
	}

	/** Those that last at this second since the start. The same list while nothing begins or ends. */
	at(second: number): readonly PlantFault[] {
		if (second < this.next) return this.active;
		const { faults } = this;
		this.active = faults.filter(({ from, until }) => from <= second && (until === undefined || second < until));
		const later = faults.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]));
		this.next = Math.min(...later.filter((moment) => moment > second), Number.POSITIVE_INFINITY);
		return this.active;
	}
}
