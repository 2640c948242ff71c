import type { AnyDriver } from "#drivers/driver.ts";
import * as drivers from "#drivers/index.ts";
import { ownKey } from "#model/decision/own-settings.ts";
import type { Group, Settings } from "#model/decision/settings.ts";
import { derivedFrom } from "#model/plant/circuit.ts";
import type { Settable } from "#model/plant/device.ts";
import {
	isThermometer,
	type Output,
	outputId,
	type Plant,
	REMOTE,
	type Roles,
	type Sensor,
	sensorId,
} from "#model/plant/plant.ts";
import { asks, plausible, SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { unitOf } from "#model/quantities/conversion.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import * as rules from "#rules/index.ts";
import { gathered, listsOf, readOptions } from "../entries/driver-options.ts";
import { levelsOf } from "../entries/levels.ts";
import { ownIn } from "../entries/own-fields.ts";
import type { Options } from "../root.ts";
import { isDescribed } from "./layout.ts";
import { partsOf } from "./parts-of.ts";

/** A start asks for it several times. */
const plants = new WeakMap<Options, Plant>();

/** The plant that the options describe: the same object for the same options. */
export function plantOf(options: Options): Plant {
	const plant = plants.get(options) ?? described(options);
	plants.set(options, plant);
	return plant;
}

function described(options: Options): Plant {
	const sensors = options.sensors.map((s, index): Sensor => {
		const { id, name, of, role, source, offset, height, unit, max_age = REMOTE.max_age } = s;
		const { bus, channel, driver } = wired(source, "sensors", options);
		const quantity = quantityAt(s, options) ?? "temperature";
		return {
			id: sensorId(id),
			index,
			role,
			quantity,
			source,
			bus,
			channel,
			range: plausible(role, quantity),
			offset,
			...(driver.remote && { remote: { max_age, ...(unit !== undefined && { unit }) } }),
			...(height === undefined ? {} : { height }),
			...(name === undefined ? {} : { name }),
			...(of === undefined ? {} : { of }),
		};
	});
	const outputs = options.outputs.map((o, index): Output => {
		const { excludes, id, name, of, role, target, wiring, rest, least_run, least_rest, starts_per_hour } = o;
		const place = wired(target, "outputs", options);
		const { bus, channel } = place;
		return {
			id: outputId(id),
			index,
			...{ role, target, wiring, rest, least_run, least_rest, starts_per_hour },
			bus,
			channel,
			...levelsOf(o, settableAt(place), place.driver.finest?.(place.address, place.own)),
			...offAfter(place, options),
			...(o.unverified_ok === true && { unverified_ok: true as const }),
			...(excludes === undefined ? {} : { excludes: outputId(excludes) }),
			...(o.full_flow !== undefined && { full_flow: o.full_flow }),
			...(name === undefined ? {} : { name }),
			...(of === undefined ? {} : { of }),
		};
	});
	const shape = isDescribed(options) ? partsOf(options, sensors, outputs) : single(rolesOf(sensors, outputs));
	const own = ownIn(options).map(({ rule, place, fields }) => ({ rule, place, fields }));
	return {
		sensors,
		outputs,
		...shape,
		tank: tankOf(options),
		heater: options.heater,
		energy: { glycol: options.energy.glycol / 100, cold_water: options.energy.cold_water },
		...(own.length > 0 && { own_settings: own }),
	};
}

/** A plant that is described by its roles alone. */
const single = (roles: Roles) => ({ roles, ...derivedFrom(roles) });

/** For views of a single plant: the first tank. */
const tankOf = ({ tank, tanks }: Options) => ({ volume: tanks[0]?.volume ?? tank.volume });

type Kind = "sensors" | "outputs";
type Placed = NonNullable<ReturnType<typeof placed>>;

/** A device to open, and its channels. */
export interface Wired {
	/** Name of the device as a topic level. */
	readonly bus: string;
	readonly driver: AnyDriver;
	readonly device: string;
	readonly channels: readonly string[];
}

/** The devices that the options name, each once. */
export function devicesOf(options: Options): readonly Wired[] {
	const found = new Map<string, Wired>();
	const wires = [
		...options.sensors.map((s) => wired(s.source, "sensors", options)),
		...options.outputs.map((o) => wired(o.target, "outputs", options)),
	];
	for (const { bus, channel, driver, device } of wires) {
		found.set(bus, { bus, driver, device, channels: [...(found.get(bus)?.channels ?? []), channel] });
	}
	return [...found.values()];
}

function wired(address: string, kind: Kind, options: Options) {
	const found = placed(address, kind, options);
	if (found === undefined) throw new TypeError(`${address} was not parsed before it was wired.`);
	return found;
}

/**
 * Driver, device, channel, bus and quantity of a `scheme:address` with these options, parsed or not; undefined if no driver
 * accepts it.
 */
export function placed(address: string, kind: Kind, options: unknown) {
	const [scheme, rest = ""] = address.split(/:(.*)/s);
	const driver: AnyDriver | undefined = Object.values(drivers).find((d) => d.scheme === scheme);
	const place = driver?.place(rest, kind);
	if (driver === undefined || place === undefined) return undefined;
	const own = listsOf(driver).length === 0 ? {} : readOptions(driver, options);
	// What is wrong with its lists is said elsewhere.
	if (own === undefined) return undefined;
	const quantity = driver.measures?.(rest, own) ?? "temperature";
	return {
		driver,
		address: rest,
		own,
		...place,
		quantity,
		bus: place.device === "" ? driver.scheme : `${driver.scheme}_${slug(place.device)}`,
	};
}

/**
 * What a sensor measures: what its source does, or where that is beyond a network, what its unit is of or its role needs.
 * Undefined if no driver accepts the source. On raw or on parsed options.
 */
export function quantityAt(sensor: Readonly<Record<string, unknown>>, options: unknown): Quantity | undefined {
	const { source, role, unit } = sensor;
	const place = typeof source === "string" ? placed(source, "sensors", options) : undefined;
	if (place === undefined || !place.driver.remote) return place?.quantity;
	const known = SENSOR_ROLES.find((one) => one === role);
	return (typeof unit === "string" ? unitOf(unit)?.quantity : undefined) ?? (known && asks(known)) ?? place.quantity;
}

/** What an output at this `scheme:address` can be set to; undefined if no driver accepts it. */
export function setsAt(target: string, options: unknown): Settable | undefined {
	const place = placed(target, "outputs", options);
	return place && settableAt(place);
}

const settableAt = ({ driver, address, own }: Pick<Placed, "driver" | "address" | "own">): Settable =>
	driver.sets?.(address, own) ?? "switch";

/** Only of a device beyond a network. */
function offAfter(
	{ driver, address }: Pick<Placed, "driver" | "address">,
	options: Options,
): Pick<Output, "off_after" | "reaches" | "by_broker"> {
	const own = gathered(driver, options);
	const off_after = driver.offAfter?.(own, address);
	if (off_after === undefined) return {};
	const stands_for = driver.reaches?.(address, own) ?? address;
	const reaches = JSON.stringify([driver.scheme, stands_for, off_after]);
	return { off_after, reaches, ...(driver.topics !== undefined && { by_broker: true }) };
}

/** Characters that a topic cannot contain become `_`. */
const slug = (device: string) => device.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_|_$/g, "");

function rolesOf(sensors: readonly Sensor[], outputs: readonly Output[]): Roles {
	const thermometers = sensors.filter(isThermometer);
	const collector = thermometers.find((s) => s.role === "collector");
	const tank = thermometers.find((s) => s.role === "tank");
	const pump = outputs.find((o) => o.role === "pump");
	const heater = outputs.find((o) => o.role === "heater");
	return {
		tank_sensors: thermometers.filter((s) => s.role === "tank" || s.role === "tank_layer"),
		...(collector && { collector }),
		...(tank && { tank }),
		...(pump && { pump }),
		...(heater && { heater }),
	};
}

/** The settings of every rule from the options page, and of every place that has some of its own. */
export function settingsOf(options: Options): Settings {
	const groups: Settings = Object.fromEntries(Object.values(rules).map((r) => [r.id, (options[r.id] ?? {}) as Group]));
	const own = ownIn(options).map((one) => [ownKey(one), { ...groups[one.rule], ...(one.values as Group) }]);
	return { ...groups, ...Object.fromEntries(own) };
}

/** A driver's options, by its scheme. */
export const driverOptions = (options: Options): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
	Object.fromEntries(Object.values(drivers).map((d) => [d.scheme, gathered(d, options)]));
