/**
 * Requests of the kernel's hidraw.h, as every Linux of 64 bits encodes them: direction, size, the letter H, number. Reports have a
 * byte for their number and eight bytes.
 */
export const SET_FEATURE = 0xc009_4806;
export const GET_FEATURE = 0xc009_4807;
/** Bus (u32), vendor and product (u16 each). */
export const RAW_INFO = 0x8008_4803;
/** Maker and product, up to 256 bytes with a final 0. */
export const RAW_NAME = 0x8100_4804;
/** The USB socket it is in, such as usb-0000:00:14.0-1/input0, as RAW_NAME. */
export const RAW_PHYS = 0x8100_4805;
export const INFO_BYTES = 8;
export const NAME_BYTES = 256;

const REPORT_BYTES = 9;
const ON = 0xff;
const OFF = 0xfd;

/** The report that switches one relay. It has the number 0. */
export const command = (relay: number, on: boolean): Buffer => {
	const report = Buffer.alloc(REPORT_BYTES);
	report[1] = on ? ON : OFF;
	report[2] = relay;
	return report;
};

/** Asks for the state: report 1, which the board answers without its number. */
export const question = (): Buffer => {
	const report = Buffer.alloc(REPORT_BYTES);
	report[0] = 1;
	return report;
};

/** What a board says of itself. */
export interface State {
	/** Five characters that its maker or owner gave it, a character for each byte. A new chip has FF. */
	readonly serial: string;
	/** A bit for each relay, the lowest is relay 1. */
	readonly relays: number;
}

/** @param length bytes that the kernel gave; a short report says nothing */
export const stateIn = (report: Buffer, length: number): State | undefined =>
	length < 8 ? undefined : { serial: report.toString("latin1", 0, 5), relays: report[7] ?? 0 };

/** How many relays a board with this name has: `www.dcttech.com USBRelay4`. Undefined for other devices, which share its USB ids. */
export function relaysIn(name: string): number | undefined {
	const count = /\bUSBRelay([1-8])\b/.exec(name)?.[1];
	return count === undefined ? undefined : Number(count);
}
