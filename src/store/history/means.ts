import type { Quantity } from "#model/quantities/quantity.ts";

/** What a sensor measured in a minute. Without a quantity, its temperature. */
export type Mean = readonly [sensor: string, mean: number | undefined, quantity?: Quantity];

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

/** Missing bytes are missing values. */
export function decoded(columns: readonly string[], bytes: unknown): readonly Mean[] {
	const view = bytes instanceof Uint8Array ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) : undefined;
	let offset = 0;
	return columns.map((column): Mean => {
		const begin = offset;
		offset += sizeOf(column);
		const value = view === undefined || offset > view.byteLength ? undefined : read(view, begin, sizeOf(column));
		const [sensor = "", quantity] = column.split(":");
		return quantity === undefined ? [sensor, value] : [sensor, value, quantity as Quantity];
	});
}

function read(view: DataView, offset: number, size: number): number | undefined {
	if (size === DOUBLE) {
		const value = view.getFloat64(offset, true);
		return Number.isFinite(value) ? value : undefined;
	}
	const value = view.getInt16(offset, true);
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
/** Bytes of a row with these columns. */
export const sizeOfAll = (columns: readonly string[]): number =>
	columns.reduce((sum, column) => sum + sizeOf(column), 0);
