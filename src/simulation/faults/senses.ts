import { amountOf, type PlantFault } from "./plant-fault.ts";

/** What a sensor tells: a value, or why it tells none. */
export type Told = { readonly value: number } | { readonly lost: "open" | "short" | "no_answer" };

/** °C that a DS18B20 tells after its power failed. */
const POWER_ON = 85;
const DAY = 86_400;

/** Sensors with the faults that last now. Where a fault names none, the collector's has it. */
export class Senses {
	/** What each stuck sensor told when its fault began. */
	private readonly stuck = new Map<PlantFault, number>();
	private readonly usual: string;

	/** @param usual id of the sensor that has a fault which names none */
	constructor(usual: string) {
		this.usual = usual;
	}

	/**
	 * @param measured what is to be measured where the sensor with this id belongs
	 * @param second since the start
	 */
	tell(id: string, measured: (id: string) => number | undefined, faults: readonly PlantFault[], second: number): Told {
		const value = measured(faults.length === 0 ? id : this.placeOf(id, faults));
		if (value === undefined) return { lost: "no_answer" };
		let told: Told = { value };
		for (const fault of faults) {
			if ((fault.of ?? this.usual) === id) told = this.suffering(fault, told, second);
			else if (fault.fault === "bus_lost" || fault.fault === "power_cut") told = { lost: "no_answer" };
		}
		return told;
	}

	private placeOf(id: string, faults: readonly PlantFault[]): string {
		for (const { fault, of = this.usual, with: other } of faults) {
			if (fault !== "sensors_swapped" || other === undefined) continue;
			if (id === of) return other;
			if (id === other) return of;
		}
		return id;
	}

	private suffering(fault: PlantFault, told: Told, second: number): Told {
		if ("lost" in told) return told;
		switch (fault.fault) {
			case "sensor_open":
				return { lost: "open" };
			case "sensor_short":
				return { lost: "short" };
			case "sensor_missing":
			case "bus_lost":
			case "power_cut":
				return { lost: "no_answer" };
			case "sensor_stuck_85":
				return { value: POWER_ON };
			case "sensor_stuck": {
				const value = this.stuck.get(fault) ?? told.value;
				this.stuck.set(fault, value);
				return { value };
			}
			case "sensor_offset":
				return { value: told.value + amountOf(fault) };
			case "sensor_drift":
				return { value: told.value + (amountOf(fault) * (second - fault.from)) / DAY };
			default:
				return told;
		}
	}
}
