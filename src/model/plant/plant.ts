import type { UnitName } from "../quantities/conversion.ts";
import type { Quantity, Range } from "../quantities/quantity.ts";
import {
	type Celsius,
	type Kelvin,
	type Litres,
	type LitresPerMinute,
	litres,
	type Percent,
	type Seconds,
	seconds,
	type Watts,
	watts,
} from "../quantities/units.ts";
import type { Curve } from "./curve.ts";
import type { Level } from "./level.ts";
import type { SensorRole } from "./sensor-role.ts";

declare const id: unique symbol;
type Id<K extends string> = string & { readonly [id]: K };
export type SensorId = Id<"sensor">;
export type OutputId = Id<"output">;
export const sensorId = (s: string) => s as SensorId;
export const outputId = (s: string) => s as OutputId;

/** Circuits say how their valves stand. */
export const OUTPUT_ROLES = ["pump", "heater", "valve", "other"] as const;
export type OutputRole = (typeof OUTPUT_ROLES)[number];

/** The relay contact of the load: closed when energised (`no`), or closed when at rest (`nc`). */
export const WIRINGS = ["no", "nc"] as const;
export type Wiring = (typeof WIRINGS)[number];
/** The state of an output while it is not controlled. */
export const RESTS = ["load_off", "load_on", "hold"] as const;
export type Rest = (typeof RESTS)[number];

/** A sensor of one quantity. Without one named, of any. */
export interface Sensor<Q extends Quantity = Quantity> {
	readonly id: SensorId;
	/** As its owner calls it, in any language. */
	readonly name?: string;
	/** Its index in `plant.sensors` and in every list of readings. */
	readonly index: number;
	readonly role: SensorRole;
	/** What it measures. Rules take sensors of one quantity, so another does not compile there. */
	readonly quantity: Q;
	/** `scheme:address`, for example `one_wire:28-0123456789ab`. */
	readonly source: string;
	/** Its device as a topic level, and its channel there. */
	readonly bus: string;
	readonly channel: string;
	/** Id of the part or circuit that it belongs to, where the options say so. */
	readonly of?: string;
	/** Height above the tank's bottom in cm, for layers. */
	readonly height?: number;
	/** The range of values that its role allows: `plausible`. */
	readonly range: Range;
	/** Of one beyond a network. */
	readonly remote?: Remote;
	/** Added to each reading, from a calibration. 0 unless it measures a temperature. */
	readonly offset: Kelvin;
}

/** What the owner says of a sensor beyond a network. */
export interface Remote {
	/** The unit in which it reports, where that is not ours. */
	readonly unit?: UnitName;
	/** Without a newer value for this long it is lost. */
	readonly max_age: Seconds;
}
export const REMOTE: Remote = { max_age: seconds(300) };

export type Thermometer = Sensor<"temperature">;
export const measures = <Q extends Quantity>(sensor: Sensor, quantity: Q): sensor is Sensor<Q> =>
	sensor.quantity === quantity;
export const isTomorrowsSun = (sensor: Sensor): sensor is Sensor<"energy"> =>
	sensor.role === "sun_tomorrow" && measures(sensor, "energy");
export const isThermometer = (sensor: Sensor): sensor is Thermometer => measures(sensor, "temperature");

export interface Output {
	readonly id: OutputId;
	/** As its owner calls it, in any language. */
	readonly name?: string;
	/** Id of the part that it belongs to, where the options say so. */
	readonly of?: string;
	/** Its index in `plant.outputs` and in every list of verdicts and output states. */
	readonly index: number;
	readonly role: OutputRole;
	/** `scheme:address`, for example `usb_relay:/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0/1`. */
	readonly target: string;
	/** Its device as a topic level, and its channel there. */
	readonly bus: string;
	readonly channel: string;
	readonly wiring: Wiring;
	readonly rest: Rest;
	/** Beyond a network: so long after the last command its own timer switches the load off. */
	readonly off_after?: Seconds;
	/**
	 * Beyond a network: all that the options say of which contact a command reaches, and how long it stays closed: kind of device,
	 * address of the bus or topic, unit, channel, time. Another text means that nothing is proven of it. Only compared, never shown.
	 */
	readonly reaches?: string;
	/** It is reached through the broker. Which one that is shows only when the app has joined it. */
	readonly by_broker?: true;
	/** Possible levels, for a channel that takes levels. Absent for a switch. */
	readonly level?: Level;
	/** How the signal of its channel follows from its level, where it is not the level itself. */
	readonly curve?: Curve;
	/** A running output is not set to another level that differs by less than this. */
	readonly dead_band?: Percent;
	/** At full speed for this long after a start, so that a stuck pump comes loose. */
	readonly kick?: Seconds;
	/** How long a valve moves after its relay has switched. */
	readonly travel?: Seconds;
	/** What a pump moves at full speed, as read once at the plant. */
	readonly full_flow?: LitresPerMinute;
	readonly least_run: Seconds;
	readonly least_rest: Seconds;
	/** 0 means no limit. */
	readonly starts_per_hour: number;
	/** Its owner knows that its board cannot prove what it does. */
	readonly unverified_ok?: true;
	/** Stays off while this other output is wanted on. */
	readonly excludes?: OutputId;
}

export const PART_KINDS = ["collector", "tank", "source", "sink"] as const;
/** `source`: a stove or boiler. `sink`: a pool or a heat dump. */
export type PartKind = (typeof PART_KINDS)[number];

/** What a consumer is for. Functions of their own run these; without it, it is charged like a tank. */
export const SINK_USES = ["pool", "heat_dump", "circulation", "heating"] as const;
export type SinkUse = (typeof SINK_USES)[number];

/** Where heat comes from or goes to. */
export interface Part {
	readonly kind: PartKind;
	readonly id: string;
	/** Of a sink, where the options say so. */
	readonly use?: SinkUse;
	/** As its owner calls it, in any language. */
	readonly name?: string;
	/** The one that decides. */
	readonly sensor: Thermometer | undefined;
	/** All that measure its temperature. */
	readonly sensors: readonly Thermometer[];
	/** What heats it beside the circuits. */
	readonly heaters: readonly Output[];
	/** Of a collector field: m²; degrees from level; degrees of the compass (90 is east, 180 south, 270 west). */
	readonly area?: number;
	readonly slope?: number;
	readonly azimuth?: number;
	/** Of a tank or sink; its height in cm, as those of its sensors. */
	readonly volume?: Litres;
	readonly height?: number;
}

/** How a valve stands: 0 is its relay at rest, 100 its relay energised. */
export interface ValvePosition {
	readonly valve: Output;
	readonly position: Percent;
}

/** What moves heat from a part to a part. */
export interface Circuit {
	readonly id: string;
	/** Its index in `plant.circuits`. */
	readonly index: number;
	/** As its owner calls it, in any language. */
	readonly name?: string;
	readonly from: Part;
	readonly to: Part;
	readonly pump: Output;
	/** How its valves stand while it runs. */
	readonly valves: readonly ValvePosition[];
	/** 1 is served first where circuits cannot run together. */
	readonly priority: number;
	/** What it is judged by. */
	readonly from_sensor: Thermometer | undefined;
	readonly to_sensor: Thermometer | undefined;
}

/** Circuits that share a pump or a valve, directly or through others. They are decided together. */
export interface Group {
	/** That of its first pump. */
	readonly id: string;
	readonly circuits: readonly Circuit[];
	readonly pumps: readonly Output[];
	readonly valves: readonly Output[];
}

/** What a claim can be about: heat that is to flow, or one device. */
export type Subject = Circuit | Output;

/** What hangs on which role, in a house with one of each. */
export interface Roles {
	readonly collector?: Thermometer;
	readonly tank?: Thermometer;
	/** All tank sensors: the reference and the layers. */
	readonly tank_sensors: readonly Thermometer[];
	readonly pump?: Output;
	readonly heater?: Output;
}

/** Fields of a rule that a place has for itself. For all others it goes by the rule's group. */
export interface OwnSettings {
	readonly rule: string;
	/** Id of a part or a circuit. */
	readonly place: string;
	readonly fields: readonly string[];
}

/** What counting heat needs to know of a plant beside its sensors. */
export interface EnergyFacts {
	/** Share of propylene glycol in the mass of the collectors' fluid, 0 to 0.6. */
	readonly glycol: number;
	/** Of the water that comes into the tank. Stored and drawn heat is counted from there. */
	readonly cold_water: Celsius;
}

export interface Plant {
	readonly sensors: readonly Sensor[];
	readonly outputs: readonly Output[];
	/** For views of the house as a whole. Rules ask parts and circuits. */
	readonly roles: Roles;
	readonly parts: readonly Part[];
	readonly circuits: readonly Circuit[];
	readonly groups: readonly Group[];
	readonly tank: { readonly volume: Litres };
	readonly heater: { readonly power: Watts };
	/** What counting heat needs to know. Absent in plants without options. */
	readonly energy?: EnergyFacts;
	/** Rules that have settings of their own at some place. Absent without any. */
	readonly own_settings?: readonly OwnSettings[];
}

/** An empty plant, controlled while the options are invalid. */
export const emptyPlant = (): Plant => ({
	sensors: [],
	outputs: [],
	roles: { tank_sensors: [] },
	parts: [],
	circuits: [],
	groups: [],
	tank: { volume: litres(0) },
	heater: { power: watts(0) },
});
