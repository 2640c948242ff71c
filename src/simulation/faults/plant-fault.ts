/** What a fault happens to: a pump, heater, store, circuit, sensor or output by its id, or the controller itself. */
export type Victim = "pump" | "field" | "heater" | "store" | "circuit" | "sensor" | "output" | "controller";

interface Declared {
	readonly on: Victim;
	/** What its amount means, the usual one, and the possible ones. Absent where there is nothing to choose. */
	readonly amount?: { readonly unit: string; readonly usual: number; readonly low: number; readonly high: number };
}
const amount = (unit: string, usual: number, low: number, high: number) => ({ amount: { unit, usual, low, high } });

/** Every fault that the simulator knows, by name. */
export const PLANT_FAULTS = {
	/** Its relay works, but it moves nothing. */
	pump_dead: { on: "pump" },
	/** A clogged filter or a valve half closed: it moves this share of its flow. */
	flow_low: { on: "pump", ...amount("%", 30, 0, 100) },
	/** Air in the pipes: the flow comes and goes, up to this share of the full one. */
	air: { on: "pump", ...amount("%", 60, 0, 100) },
	/** Scale on a store's coils leaves this share of their conductance. */
	coil_scaled: { on: "store", ...amount("%", 25, 1, 100) },
	/** Snow, leaves, a cover or dirt on the glass: this share of the light arrives. A light sensor beside it is clean. */
	glass_covered: { on: "field", ...amount("%", 50, 0, 100) },
	/** A part of the field is out of the flow, as by air or a closed valve: this share of it works. */
	field_part_lost: { on: "field", ...amount("%", 50, 10, 100) },
	/** Wet or lost insulation: it loses this much of its usual loss. */
	insulation_lost: { on: "field", ...amount("%", 300, 100, 1000) },
	/** Through a check valve that does not close, warm fluid rises backwards while the pump rests. */
	check_valve_leaks: { on: "circuit", ...amount("L/h", 5, 0, 60) },
	/** Flow and return of a collector field are mixed up. */
	flow_return_swapped: { on: "circuit" },
	/** Its element is broken, or its fuse or thermostat is open. */
	heater_dead: { on: "heater" },
	/** Its contact is closed, whatever its board does and confirms. */
	relay_welded: { on: "output" },
	/** Its contact stays open. */
	relay_stuck_off: { on: "output" },
	/** Its load hangs on the other contact: on while the relay rests, and off while it is on. */
	relay_inverted: { on: "output" },
	sensor_open: { on: "sensor" },
	sensor_short: { on: "sensor" },
	sensor_missing: { on: "sensor" },
	/** It tells what it told when this began. */
	sensor_stuck: { on: "sensor" },
	/** It tells what a DS18B20 tells that lost its power: 85 °C. */
	sensor_stuck_85: { on: "sensor" },
	sensor_offset: { on: "sensor", ...amount("K", 5, -50, 50) },
	/** Its error grows by this in a day. */
	sensor_drift: { on: "sensor", ...amount("K/d", 1, -50, 50) },
	/** It is connected where `with` belongs, and the other way round. */
	sensors_swapped: { on: "sensor" },
	/** No device answers or obeys: its plug is pulled, or the bus hangs. Outputs keep their state. */
	bus_lost: { on: "controller" },
	/** The clock on the wall is wrong by this. */
	clock_wrong: { on: "controller", ...amount("h", 1, -24, 24) },
	/** Neither controller nor pump has power. Afterwards the controller starts again with what it saved. */
	power_cut: { on: "controller" },
} as const satisfies Readonly<Record<string, Declared>>;
export type FaultName = keyof typeof PLANT_FAULTS;
export const FAULT_NAMES = Object.keys(PLANT_FAULTS) as readonly FaultName[];

/** A fault of a simulated plant, which begins and perhaps ends by itself. */
export interface PlantFault {
	readonly fault: FaultName;
	/** Id of what it happens to. Absent: all of the kind, or for a sensor that of the collector. */
	readonly of?: string;
	/** The other one of two sensors that are swapped. */
	readonly with?: string;
	/** Seconds since the simulation began. */
	readonly from: number;
	readonly until?: number;
	/** In the unit of the fault. Absent: the usual amount. */
	readonly amount?: number;
}

export const declaredOf = (name: FaultName): Declared => PLANT_FAULTS[name];
export const amountOf = ({ fault, amount }: PlantFault): number => amount ?? declaredOf(fault).amount?.usual ?? 0;
/** Whether a fault is about what has this id. */
export const concerns = ({ of }: PlantFault, id: string): boolean => of === undefined || of === id;
