import { KINDS, type Quantity, type Range } from "../quantities/quantity.ts";

/** What a sensor of this role measures, and the values that are possible there, where they are narrower than its quantity's. */
interface Declared {
	/** Absent: any. */
	readonly quantity?: Quantity;
	readonly range?: Range;
}
const degrees = (low: number, high: number) => ({ quantity: "temperature", range: { low, high } }) as const;

/**
 * Where a sensor is, in words of the trade. Rules ask for roles, never for ids. Stagnation of flat plates reaches 200 °C and
 * of tubes 250 °C or more (EN ISO 9806), a vented tank no more than about 100 °C.
 */
const ROLES = {
	collector: degrees(-50, 300),
	tank: degrees(-20, 130),
	tank_layer: degrees(-20, 130),
	return_line: degrees(-50, 200),
	/** From the collector to the tank, as hot as the collector when it starts after stagnation. */
	flow_line: degrees(-50, 300),
	outdoor_air: degrees(-60, 70),
	exhaust_air: degrees(-60, 90),
	supply_air: degrees(-60, 90),
	extract_air: degrees(-60, 90),
	/** Water in a stove or boiler. At 3 bar, where its safety valve opens, it boils at 144 °C. */
	stove: degrees(-20, 200),
	boiler: degrees(-20, 200),
	/** Pool water: its pipes of PVC stand 60 °C. */
	pool: degrees(-20, 60),
	room: degrees(-40, 90),
	flow: { quantity: "flow" },
	irradiance: { quantity: "irradiance" },
	pressure: { quantity: "pressure" },
	power: { quantity: "power" },
	energy: { quantity: "energy" },
	/** What a forecast expects of tomorrow's sun, of any plant whose yield follows it. */
	sun_tomorrow: { quantity: "energy" },
	/** Power that the house has left over: what it feeds into the grid, or what a solar inverter offers. */
	surplus_power: { quantity: "power" },
	price: { quantity: "price" },
	humidity: { quantity: "humidity" },
	/** Where hot water is drawn: a contact that closes, or a flow meter. */
	tap: {},
	/** Shown and recorded, whatever it measures. */
	other: {},
} as const satisfies Readonly<Record<string, Declared>>;
export type SensorRole = keyof typeof ROLES;
export const SENSOR_ROLES = Object.keys(ROLES) as readonly SensorRole[];

/** What a sensor of this role has to measure; undefined where it may be anything. */
export const asks = (role: SensorRole): Quantity | undefined => declared(role).quantity;

/** Possible values of a sensor with this role. `quantity` counts where the role may be of any. */
export const plausible = (role: SensorRole, quantity: Quantity = "temperature"): Range => {
	const { range, quantity: asked = quantity } = declared(role);
	return range ?? KINDS[asked].range;
};

const declared = (role: SensorRole): Declared => ROLES[role];
