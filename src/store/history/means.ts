import type { Quantity } from "#model/quantities/quantity.ts";

/** What a sensor measured in a minute. Without a quantity, its temperature. */
export type Mean = readonly [sensor: string, mean: number | undefined, quantity?: Quantity];

/** One minute of a plant: the mean of each sensor in the unit of its quantity. A sensor without a value is missing. */
export interface Minute {
	readonly kind: "minute";
	/** Whole minutes since 1970-01-01 UTC. */
	readonly minute: number;
	/** In the plant's order. */
	readonly means: readonly Mean[];
}

/** A temperature in two bytes, little endian: hundredths of a degree from -327.67 to 327.67 °C. Every sensor's range fits. */
const PER_DEGREE = 100;
const MOST = 0x7fff;
/** No value in that minute. */
const MISSING = -0x8000;
/** Other quantities are doubles: those of counters exceed any fixed number of hundredths. */
const DOUBLE = 8;

/**
 * Names of columns, and their order. Another quantity than temperature is part of the name, as in `meter:flow`. Temperatures
 * come first, so that releases that know nothing else find them where they expect them.
 */
export const columnsOf = (means: readonly Mean[]): readonly string[] => ordered(means).map(nameOf);

export function encoded(means: readonly Mean[]): Uint8Array {
	const sorted = ordered(means);
	const bytes = new DataView(new ArrayBuffer(sorted.reduce((sum, mean) => sum + sizeOf(nameOf(mean)), 0)));
	let offset = 0;
	for (const one of sorted) {
		const [, mean] = one;
		const known = mean !== undefined && Number.isFinite(mean);
		const size = sizeOf(nameOf(one));
		if (size === DOUBLE) bytes.setFloat64(offset, known ? mean : Number.NaN, true);
		else bytes.setInt16(offset, known ? within(Math.round(mean * PER_DEGREE)) : MISSING, true);
		offset += size;
	}
	return new Uint8Array(bytes.buffer);
}
const within = (value: number) => Math.max(-MOST, Math.min(MOST, value));

/** A column of a row: what it is of, and where its value lies. */
export interface Column {
	readonly sensor: string;
	readonly quantity?: Quantity;
	readonly offset: number;
	readonly size: number;
}

/** Names to columns. */
export function columnsIn(names: readonly string[]): readonly Column[] {
	let offset = 0;
	return names.map((name): Column => {
		const [sensor = "", quantity] = name.split(":");
		const column = {
			sensor,
			offset,
			size: sizeOf(name),
			...(quantity !== undefined && { quantity: quantity as Quantity }),
		};
		offset += column.size;
		return column;
	});
}

/** Missing bytes are missing values. */
export function decoded(names: readonly string[], bytes: unknown): readonly Mean[] {
	const view = viewOf(bytes);
	return columnsIn(names).map((column): Mean => {
		const { sensor, quantity } = column;
		const value = valueIn(view, column, 0);
		return quantity === undefined ? [sensor, value] : [sensor, value, quantity];
	});
}

export const viewOf = (bytes: unknown): DataView | undefined =>
	bytes instanceof Uint8Array ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) : undefined;

/** @param begin where its row begins */
export function valueIn(view: DataView | undefined, { offset, size }: Column, begin: number): number | undefined {
	const at = begin + offset;
	if (view === undefined || at + size > view.byteLength) return undefined;
	if (size === DOUBLE) {
		const value = view.getFloat64(at, true);
		return Number.isFinite(value) ? value : undefined;
	}
	const value = view.getInt16(at, true);
	return value === MISSING ? undefined : value / PER_DEGREE;
}

const isTemperature = ([, , quantity = "temperature"]: Mean) => quantity === "temperature";
const ordered = (means: readonly Mean[]): readonly Mean[] =>
	means.every(isTemperature)
		? means
		: [...means.filter(isTemperature), ...means.filter((mean) => !isTemperature(mean))];
const nameOf = (mean: Mean) => (isTemperature(mean) ? mean[0] : `${mean[0]}:${mean[2]}`);
/** Columns of a quantity that a later release knows are doubles too. */
const sizeOf = (column: string) => (column.includes(":") ? DOUBLE : 2);
