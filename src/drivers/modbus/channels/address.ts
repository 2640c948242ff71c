import type { Quantity } from "#model/quantities/quantity.ts";
import { type Percent, percent, type Seconds, seconds } from "#model/quantities/units.ts";
import { mend, type Sentence } from "#model/sentences/sentence.ts";
import type { OnCrash, Place, Settable } from "../../driver.ts";
import * as maps from "../maps/index.ts";
import type { DeviceMap, OutputPoint, SensorPoint } from "../maps/map.ts";
import type { Bus, Options } from "../options.ts";
import type { Driven } from "./outputs.ts";
import { outputPoint, sensorPoint } from "./points.ts";

/** What a channel is: one of a map's, or a point that the options describe. */
export interface Channel {
	readonly unit: number;
	readonly of?: { readonly map: DeviceMap; readonly channel: string };
	readonly point?: string;
}

/** BUS/UNIT/CHANNEL. A channel is MAP-CHANNEL, or the id of a point, which has no hyphen. */
const ADDRESS = /^([a-z][a-z0-9_]{0,39})\/(0|[1-9]\d{0,2})\/([a-z][a-z0-9_]{0,39})(?:-([a-z0-9_]{1,20}))?$/;
/** Modbus TCP has all numbers of a byte: devices without units of their own use 0 or 255 (Messaging Guide V1.0b, 4.4.2.2). */
const MOST_UNIT = 255;
/** Modbus over serial line V1.02, 2.2: 0 is for all at once, and gets no answer; what is above is reserved. */
const MOST_ON_SERIAL = 247;

const byName: ReadonlyMap<string, DeviceMap> = new Map(Object.values(maps).map((map) => [map.name, map]));

/** The bus, and the channel as UNIT/CHANNEL; undefined for no address. */
export function placeAt(address: string, kind: "sensors" | "outputs"): Place | undefined {
	const [, device, unit = "", first = "", second] = ADDRESS.exec(address) ?? [];
	if (device === undefined || Number(unit) > MOST_UNIT) return undefined;
	const map = byName.get(first);
	if (second === undefined) return map === undefined ? { device, channel: `${unit}/${first}` } : undefined;
	const known = map !== undefined && Object.hasOwn(map[kind], second);
	return known ? { device, channel: `${unit}/${first}-${second}` } : undefined;
}

/** Of an address, or of a channel without its bus. */
export function channelAt(address: string): Channel {
	const [name = "", unit = "0"] = address.split("/").reverse();
	const [first = "", second] = name.split("-");
	const map = byName.get(first);
	return map === undefined || second === undefined
		? { unit: Number(unit), point: first }
		: { unit: Number(unit), of: { map, channel: second } };
}

/** What is read there; undefined if the options do not say. */
export function sensorAt(address: string, options: Options): SensorPoint | undefined {
	const { of, point } = channelAt(address);
	return of === undefined ? sensorPoint(options.points.find(({ id }) => id === point)) : of.map.sensors[of.channel];
}

/** What is driven there; undefined if the options do not say, or for something that can only be read. */
export function outputAt(address: string, options: Options): OutputPoint | undefined {
	const { of, point } = channelAt(address);
	return of === undefined ? outputPoint(options.points.find(({ id }) => id === point)) : of.map.outputs[of.channel];
}

export const measuredBy = (address: string, options: Options): Quantity =>
	sensorAt(address, options)?.quantity ?? "temperature";

export const setBy = (address: string, options: Options): Settable =>
	outputAt(address, options)?.kind === "level" ? "level" : "switch";

/** The step of a level there (%), at least 1. */
export function finestBy(address: string, options: Options): Percent {
	const point = outputAt(address, options);
	return percent(point?.kind === "level" ? Math.ceil(100 / Math.min(100, point.full)) : 1);
}

/** A number that no unit of a serial line has, also of one behind a gateway that passes frames on. */
export function refusedBy(address: string, options: Options): Sentence | undefined {
	const { unit } = channelAt(address);
	const bus = options.buses.find(({ id }) => id === address.split("/")[0]);
	if (bus === undefined || (isOnNetwork(bus) && bus.transport !== "rtu")) return undefined;
	return unit >= 1 && unit <= MOST_ON_SERIAL ? undefined : mend("unit_on_serial", { unit, most: MOST_ON_SERIAL });
}

/** The entry that an address names and the options lack. */
export function missedBy(address: string, kind: "sensors" | "outputs", options: Options) {
	const [bus = ""] = address.split("/");
	if (!options.buses.some(({ id }) => id === bus)) return { list: "modbus_buses", id: bus };
	const there = kind === "sensors" ? sensorAt(address, options) : outputAt(address, options);
	return there === undefined ? { list: "modbus_points", id: channelAt(address).point ?? "" } : undefined;
}

/** Channels that are slower than the bus. */
export const pacesOf = (channels: readonly string[], options: Options): ReadonlyMap<string, Seconds> =>
	new Map(
		channels.flatMap((channel) => {
			const pace = sensorAt(channel, options)?.pace;
			return pace === undefined ? [] : [[channel, seconds(pace)] as const];
		}),
	);

/** Those of the channels that are driven. */
export const drivenOf = (channels: readonly string[], options: Options): readonly Driven[] =>
	channels.flatMap((channel) => {
		const point = outputAt(channel, options);
		return point === undefined ? [] : [{ channel, unit: channelAt(channel).unit, point }];
	});

/** Seconds after which relays of this bus switch off by themselves; 0 without timers. On the network they always have them. */
export const timerOf = (bus: Bus | undefined, options: Options): number =>
	bus !== undefined && isOnNetwork(bus) ? options.off_after : options.relay_timer;
const isOnNetwork = ({ at }: Bus) => !at.startsWith("/");

/** How long after the last command the outputs of a bus on the network are off; undefined for a serial port. */
export function offAfter(options: Options, address: string): Seconds | undefined {
	const bus = options.buses.find(({ id }) => id === address.split("/")[0]);
	return bus !== undefined && isOnNetwork(bus) ? options.off_after : undefined;
}

/** What is written, where, for this address. */
export function reachedBy(address: string, options: Options): string {
	const bus = options.buses.find(({ id }) => id === address.split("/")[0]);
	return JSON.stringify([bus?.at, channelAt(address).unit, outputAt(address, options)]);
}

/** If this process dies, only what a timer in its unit switches off drops. */
export function onCrashOf(channels: readonly string[], options: Options, timer: number): OnCrash {
	const points = drivenOf(channels, options).map(({ point }) => point);
	const drops = (point: OutputPoint) =>
		point.kind === "level"
			? point.renew !== undefined
			: point.kind === "coil" && point.timer !== undefined && timer > 0;
	return points.length > 0 && points.every(drops) ? "drops" : "holds";
}
