import { type Celsius, celsius } from "#model/quantities/units.ts";
import { OWNERS_PLANT, type PlantDesign } from "./design.ts";
import type { Energies } from "./energies.ts";
import type { Branch } from "./flow/branch.ts";
import type { Field } from "./heat/field.ts";
import { House } from "./house.ts";
import type { HouseDesign } from "./house-design.ts";
import { REFERENCE_HEIGHT, type Tank } from "./store/tank.ts";
import type { Ventilation } from "./ventilation.ts";

/** m from a tank's bottom to its top. */
export const TANK_HEIGHT = 1.6;
/** W/K to the room: a 300 L tank at 65 °C loses 2.5 kWh a day. */
export const leakOf = (volume: number): number => (2.2 / 300 ** (2 / 3)) * volume ** (2 / 3);

/** Inputs of the plant: the pump's speed and the heater in percent. */
export interface Drive {
	readonly pump: number;
	readonly heater: number;
}

/** A house of one field and one tank. Time passes only through `advance`. */
export class SimulatedPlant {
	private readonly house: House;
	private readonly field: Field;
	private readonly store: Tank;
	private readonly branch: Branch;

	constructor(design: PlantDesign) {
		this.house = new House(houseOf(design));
		const { fields, stores, branches } = this.house.layout;
		this.field = the(fields, "collector");
		this.store = the(stores, "tank");
		this.branch = the(branches, "collector");
	}

	/** Lets time pass with constant outputs. */
	advance(seconds: number, { pump, heater }: Drive): void {
		this.house.drive("pump", pump);
		this.house.drive("heater", heater);
		this.house.advance(seconds);
	}

	/** The sensor at the collector's outlet, which follows with a lag. */
	get collector(): Celsius {
		return celsius(this.field.sensed);
	}
	/** The tank's reference sensor, beside the coil. */
	get tank(): Celsius {
		return this.layer(REFERENCE_HEIGHT);
	}
	/** @param height cm above the tank's bottom */
	layer(height: number): Celsius {
		return celsius(this.store.at(height));
	}
	/** Where the fluid leaves the tank's coil. */
	get return_line(): Celsius {
		return celsius(this.branch.returning);
	}
	get outdoor_air(): Celsius {
		return celsius(this.house.outdoor_air);
	}
	get air(): Ventilation {
		return this.house.air;
	}
	/** There is steam in the collector, so the pump moves nothing. */
	get boiling(): boolean {
		return this.field.blocked;
	}
	/** Day of the year from 1, and the hour of solar time with its fraction. */
	get moment(): House["moment"] {
		return this.house.moment;
	}
	get energies(): Energies {
		return this.house.energies;
	}
}

function the<T>(parts: ReadonlyMap<string, T>, id: string): T {
	const found = parts.get(id);
	if (found === undefined) throw new TypeError(`This house was made without ${id}.`);
	return found;
}

/** The house with this field and this tank, whose ids are those of their roles. */
export function houseOf(design: PlantDesign): HouseDesign {
	const { collector, collector_area, flow, slope, tank_volume, tank_bottom, tank_top, daily_draw } = design;
	const plane = slope === undefined ? undefined : { slope };
	const room = { volume: tank_volume, height: TANK_HEIGHT, leak: leakOf(tank_volume) };
	return {
		...design,
		fields: [{ id: "collector", area: collector_area, collector, flow, ...plane }],
		stoves: [],
		stores: [{ id: "tank", ...room, bottom: tank_bottom, top: tank_top, daily_draw }],
		heaters: [{ id: "heater", of: "tank", power: design.heater_power }],
		valves: [],
		lines: [{ id: "pump", from: "collector", to: "tank", pump: "pump", valves: [] }],
	};
}

/** The owner's plant with the given changes. */
export const simulatedPlant = (design: Partial<PlantDesign> = {}): SimulatedPlant =>
	new SimulatedPlant({ ...OWNERS_PLANT, ...design });
