import { type Fault, fault } from "#model/fault.ts";
import { type Celsius, celsius } from "#model/units.ts";

/** What a sensor measured, or why there is no number. `suspect`: it also says this when it has measured nothing. */
export type Conversion =
	| { readonly kind: "value"; readonly value: Celsius; readonly suspect: boolean }
	| { readonly kind: "failed"; readonly fault: Fault };

/** What a sensor says (°C) when it has just got its power and not converted yet. */
export const POWER_ON = celsius(85);

/**
 * Reads the text of `w1_slave`: the scratchpad as nine hex bytes with the kernel's verdict on its checksum, then what
 * the kernel makes of it in thousandths of a degree.
 *
 *     a3 01 4b 46 7f ff 0d 10 ce : crc=ce YES
 *     a3 01 4b 46 7f ff 0d 10 ce t=26187
 *
 * Nothing of it is taken on trust. Faults: `no_answer`, `short`, `crc`, `implausible`, `power_on_value`, `bus`.
 * Scratchpads as in the data sheets of DS18B20, DS1822, DS1825, DS28EA00 and, for family 10, DS18S20.
 * @param family the first byte of the sensor's number: "10", "22", "28", "3b" or "42"
 */
export const conversion = (family: string, text: string): Conversion => {
	// Since Linux 5.8 this is how a conversion fails: no bytes, no error.
	if (text.trim() === "") return failed("no_answer");
	const [, first = "", verdict = "", thousandths = ""] = KERNEL_TEXT.exec(text) ?? [];
	if (first === "") return failed("bus", { reason: "not_a_reading" });
	const bytes = Uint8Array.from(first.trim().split(/\s+/), (byte) => Number.parseInt(byte, 16));
	// The checksum of nothing but zeros is zero: a shorted line passes it.
	if (bytes.every((byte) => byte === 0x00)) return failed("short");
	// Nobody pulled the line down.
	if (bytes.every((byte) => byte === 0xff)) return failed("no_answer");
	const pad = scratchpad(bytes);
	const computed = crc8(bytes.subarray(0, 8));
	if (verdict.toUpperCase() !== "YES" || computed !== pad.crc) return failed("crc", { received: pad.crc, computed });
	return judged(pad, PARTS[family] ?? PARTS["28"], Number(thousandths));
};

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

interface Scratchpad {
	/** The temperature register, signed. */
	readonly raw: number;
	readonly byte4: number;
	readonly byte5: number;
	readonly byte6: number;
	readonly byte7: number;
	readonly crc: number;
}

const scratchpad = (bytes: Uint8Array): Scratchpad => ({
	raw: new DataView(bytes.buffer, bytes.byteOffset).getInt16(0, true),
	byte4: bytes[4] ?? 0,
	byte5: bytes[5] ?? 0,
	byte6: bytes[6] ?? 0,
	byte7: bytes[7] ?? 0,
	crc: bytes[8] ?? 0,
});

/** How one kind of sensor fills its scratchpad. Bytes 5 and 7 are FF and 10 in all of them. */
interface Part {
	/** °C, as exact as the part measures. */
	exact(pad: Scratchpad): number;
	/** Whether byte 4 can be so in a genuine part. */
	byte4(value: number): boolean;
}

const sixteenths = ({ raw }: Scratchpad) => raw / 16;
/** 9 to 12 bits of resolution in bits 5 and 6, all others fixed. */
const DS18B20: Part = { exact: sixteenths, byte4: (value) => (value & 0x9f) === 0x1f };
/** Keeps its four address pins in the low bits. */
const DS1825: Part = { exact: sixteenths, byte4: (value) => (value & 0x90) === 0x10 };
/** Register in halves; finer: whole degrees - 0.25 + (count per °C - count remain) / count per °C. No configuration. */
const DS18S20: Part = {
	exact: ({ raw, byte6, byte7 }) => (raw >> 1) - 0.25 + (byte7 - byte6) / byte7,
	byte4: (value) => value === 0xff,
};
const PARTS: Readonly<Record<string, Part>> & { readonly "28": Part } = {
	"10": DS18S20,
	"22": DS18B20,
	"28": DS18B20,
	"3b": DS1825,
	"42": DS18B20,
};

/** What all of them measure (°C). */
const LOWEST = -55;
const HIGHEST = 125;
/** Byte 6 of a sensor that has measured nothing. */
const MEASURED_NOTHING = 0x0c;
/** °C: what comes of too little power for a conversion. */
const POWERLESS = 127.9375;

const judged = (pad: Scratchpad, part: Part, thousandths: number): Conversion => {
	if (!part.byte4(pad.byte4)) return failed("implausible", { byte: 4, found: pad.byte4 });
	if (pad.byte5 !== 0xff) return failed("implausible", { byte: 5, found: pad.byte5 });
	if (pad.byte7 !== 0x10) return failed("implausible", { byte: 7, found: pad.byte7 });
	const value = part.exact(pad);
	const unmeasured = pad.byte6 === MEASURED_NOTHING;
	if (unmeasured && value === POWERLESS) return failed("power_on_value", { value });
	// The kernel drops what is below a thousandth.
	if (Math.abs(value * 1000 - thousandths) >= 1)
		return failed("bus", { reason: "contradiction", value, kernel: thousandths / 1000 });
	if (value < LOWEST || value > HIGHEST) return failed("implausible", { value, lowest: LOWEST, highest: HIGHEST });
	return { kind: "value", value: celsius(value), suspect: unmeasured && value === POWER_ON };
};

const failed = (code: Fault["code"], facts: Fault["facts"] = {}): Conversion => ({
	kind: "failed",
	fault: fault(code, facts),
});
