import { type Fault, fault } from "#model/plant/fault.ts";
import { type Celsius, celsius } from "#model/quantities/units.ts";
import { type Part, partOf, type Scratchpad } from "./parts.ts";

/**
 * What a sensor measured, or why there is no number. `suspect`: the sensor also gives this value when it has measured
 * nothing. `specified`: its bytes are as in the maker's data sheet, which many copies do not follow.
 */
export type Conversion =
	| { readonly kind: "value"; readonly value: Celsius; readonly suspect: boolean; readonly specified: boolean }
	| { readonly kind: "failed"; readonly fault: Fault };

/**
 * Reads the text of `w1_slave`: the scratchpad as nine hex bytes with the kernel's verdict on its checksum, then what
 * the kernel makes of it in thousandths of a degree.
 *
 *     a3 01 4b 46 7f ff 0d 10 ce : crc=ce YES
 *     a3 01 4b 46 7f ff 0d 10 ce t=26187
 *
 * A value is one that checksum, register and kernel agree on. The bytes that a data sheet fixes do not decide: many
 * copies fill them otherwise. Faults: `no_answer`, `open`, `short`, `crc`, `implausible`, `power_on_value`, `bus`.
 * Scratchpads as in the data sheets of DS18B20, DS1822, DS1825, DS28EA00, MAX31826, MAX31850 and, for family 10, DS18S20.
 * @param family the first byte of the sensor's number: "10", "22", "28", "3b" or "42"
 */
export const conversion = (family: string, text: string): Conversion => {
	// Since Linux 5.8 a failed conversion gives an empty text and no error.
	if (text.trim() === "") return failed("no_answer");
	const [, first = "", verdict = "", thousandths = ""] = KERNEL_TEXT.exec(text) ?? [];
	if (first === "") return failed("bus", { reason: "not_a_reading" });
	const bytes = Uint8Array.from(first.trim().split(/\s+/), (byte) => Number.parseInt(byte, 16));
	// The checksum of zeros is zero, so a shorted line passes it.
	if (bytes.every((byte) => byte === 0x00)) return failed("short");
	// No sensor pulled the line down. The checksum may be right by chance.
	if (bytes.subarray(0, 8).every((byte) => byte === 0xff)) return failed("no_answer");
	const pad = scratchpad(bytes);
	const computed = crc8(bytes.subarray(0, 8));
	if (verdict.toUpperCase() !== "YES" || computed !== pad.crc) return failed("crc", { received: pad.crc, computed });
	return judged(family, pad, Number(thousandths));
};

/** Whether this is the whole text of a reading, right or wrong. */
export const isReading = (text: string): boolean => KERNEL_TEXT.test(text);

/** Dallas/Maxim CRC-8: x⁸ + x⁵ + x⁴ + 1, least significant bit first (application note 27). */
export const crc8 = (bytes: Uint8Array): number => {
	let crc = 0;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0x8c : crc >> 1;
	}
	return crc;
};

const KERNEL_TEXT =
	/^\s*((?:[0-9a-f]{2}\s+){9}):\s*crc=[0-9a-f]{2}\s+(YES|NO)\s+(?:[0-9a-f]{2}\s+){9}t=(-?\d{1,7})\s*$/i;

const scratchpad = (bytes: Uint8Array): Scratchpad => ({
	raw: new DataView(bytes.buffer, bytes.byteOffset).getInt16(0, true),
	byte2: bytes[2] ?? 0,
	byte3: bytes[3] ?? 0,
	byte4: bytes[4] ?? 0,
	byte5: bytes[5] ?? 0,
	byte6: bytes[6] ?? 0,
	byte7: bytes[7] ?? 0,
	crc: bytes[8] ?? 0,
});

/** The register before the first measurement. Some copies with another layout power up at 25 °C. */
const POWER_ON = 0x0550;
const POWER_ON_OF_COPIES = 0x0190;
/** The register after a conversion with too little power. */
const POWERLESS = 0x07ff;

/** How far early releases of Linux 5.10 are off below zero (°C): they ignore the sign of the 16 bits. */
const SIGN = 4096;

const agree = ({ kernel }: Part, { raw }: Scratchpad, value: number, thousandths: number): boolean => {
	const near = (by: number) => Math.abs((value + by) * 1000 - thousandths) < kernel * 1000;
	return near(0) || (raw < 0 && near(SIGN));
};

const judged = (family: string, pad: Scratchpad, thousandths: number): Conversion => {
	const part = partOf(family, pad);
	const own = part.fault?.(pad);
	if (own !== undefined) return failed(own);
	const senseless = part.senseless?.(pad);
	if (senseless !== undefined) return failed("implausible", senseless);
	const value = part.exact(pad);
	if (pad.raw === POWERLESS) return failed("power_on_value", { value });
	if (!agree(part, pad, value, thousandths))
		return failed("bus", { reason: "contradiction", value, kernel: thousandths / 1000 });
	const { lowest, highest } = part;
	if (value < lowest || value > highest) return failed("implausible", { value, lowest, highest });
	const specified = part.specified(pad);
	const suspect = part.unmeasured?.(pad) === true || wakesUpWith(family, pad, value, specified);
	return { kind: "value", value: celsius(value), suspect, specified };
};

/** Decided by the register only. Byte 6 at power-on differs between the kinds of copies. */
const wakesUpWith = (family: string, { raw }: Scratchpad, value: number, specified: boolean): boolean =>
	family === "10" ? value === 85 : raw === POWER_ON || (!specified && raw === POWER_ON_OF_COPIES);

const failed = (code: Fault["code"], facts: Fault["facts"] = {}): Conversion => ({
	kind: "failed",
	fault: fault(code, facts),
});
