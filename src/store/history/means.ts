/** A mean in two bytes, little endian: hundredths of a degree from -327.67 to 327.67 °C. Every sensor's range fits. */
const PER_DEGREE = 100;
const MOST = 0x7fff;
/** No value in that minute. */
const MISSING = -0x8000;

export function encoded(means: readonly (readonly [string, number | undefined])[]): Uint8Array {
	const bytes = new DataView(new ArrayBuffer(2 * means.length));
	means.forEach(([, mean], index) => {
		const value = mean === undefined || !Number.isFinite(mean) ? MISSING : within(Math.round(mean * PER_DEGREE));
		bytes.setInt16(2 * index, value, true);
	});
	return new Uint8Array(bytes.buffer);
}
const within = (value: number) => Math.max(-MOST, Math.min(MOST, value));

/** Missing bytes are missing values. */
export function decoded(
	sensors: readonly string[],
	bytes: unknown,
): readonly (readonly [sensor: string, mean: number | undefined])[] {
	const view = bytes instanceof Uint8Array ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) : undefined;
	return sensors.map((sensor, index) => {
		const value = view === undefined || 2 * index + 2 > view.byteLength ? MISSING : view.getInt16(2 * index, true);
		return [sensor, value === MISSING ? undefined : value / PER_DEGREE];
	});
}
