import { access } from "node:fs/promises";
import { refusalOf } from "#model/untyped/error-code.ts";
import { type NativeFile, openNative, type Refusal } from "../native/file.ts";

export type { Refusal } from "../native/file.ts";

/** One opened I2C adapter. One transfer at a time. */
export interface I2cPort {
	/**
	 * Writes these bytes to a chip, then reads so many from it, without letting another master in between. Without bytes it
	 * only reads, which changes nothing in any chip.
	 * @param wanted asked right before the bytes go out; if not, ECANCELED
	 */
	transfer(address: number, write: Uint8Array, read: number, wanted: () => boolean): Promise<Uint8Array | Refusal>;
	close(): void;
}

export type OpenI2c = (path: string) => Promise<I2cPort | Refusal>;

/** Requests of linux/i2c-dev.h. */
const I2C_SLAVE = 0x0703;
const I2C_FUNCS = 0x0705;
const I2C_RDWR = 0x0707;
const I2C_SMBUS = 0x0720;
/** Flags of linux/i2c.h. */
const FUNC_I2C = 1;
const M_RD = 1;
/** Kinds of SMBus transfers. */
const BYTE = 1;
const BYTE_DATA = 2;
const I2C_BLOCK_DATA = 8;
/** Most bytes of an SMBus block. */
const BLOCK = 32;

/**
 * Opens /dev/i2c-N. Adapters that carry plain I2C messages are used so. Others, as in PCs, know SMBus transfers only, which
 * look the same to a chip with registers.
 */
export const openI2c = async (path: string, open = openPresent): Promise<I2cPort | Refusal> => {
	const file = await open(path);
	if ("code" in file) return file;
	const functions = Buffer.alloc(8);
	const asked = await file.ioctl(I2C_FUNCS, functions);
	if (typeof asked !== "number") {
		file.close();
		return asked;
	}
	const plain = (functions.readUInt32LE(0) & FUNC_I2C) !== 0;
	return {
		transfer: plain
			? (address, write, read) => messages(file, address, write, read)
			: (address, write, read, wanted) => registers(file, address, write, read, wanted),
		close: () => file.close(),
	};
};

/** The calls of the C library are not loaded for what is not there. */
export async function openPresent(path: string, open = openNative): Promise<NativeFile | Refusal> {
	const refused = await refusalOf(access(path));
	return refused === "ENOENT" ? { code: refused } : open(path);
}

/** struct i2c_rdwr_ioctl_data with one or two struct i2c_msg, on 64 bits: address, flags, length, pad, pointer. */
async function messages(file: NativeFile, address: number, write: Uint8Array, read: number) {
	const out = Buffer.from(write);
	const into = Buffer.alloc(read);
	const parts = [
		{ flags: 0, bytes: out },
		{ flags: M_RD, bytes: into },
	].filter(({ bytes }) => bytes.length > 0);
	const list = Buffer.alloc(16 * parts.length);
	for (const [i, { flags, bytes }] of parts.entries()) {
		list.writeUInt16LE(address, 16 * i);
		list.writeUInt16LE(flags, 16 * i + 2);
		list.writeUInt16LE(bytes.length, 16 * i + 4);
		list.writeBigUInt64LE(file.addressOf(bytes), 16 * i + 8);
	}
	const all = Buffer.alloc(16);
	all.writeBigUInt64LE(file.addressOf(list), 0);
	all.writeUInt32LE(parts.length, 8);
	const done = await file.ioctl(I2C_RDWR, all, { parts: [list, out, into] });
	return typeof done === "number" ? Uint8Array.from(into) : done;
}

/** The same by SMBus. The first byte written is the register; without one, a byte is read from where the chip stands. */
async function registers(
	file: NativeFile,
	address: number,
	write: Uint8Array,
	read: number,
	wanted: () => boolean,
): Promise<Uint8Array | Refusal> {
	const [register = 0, ...bytes] = write;
	const length = read > 0 ? read : bytes.length;
	const plain = write.length === 0 && read === 1;
	// Nothing in this app asks for these.
	if (length < 1 || length > BLOCK || (read > 0 && bytes.length > 0) || (write.length === 0 && !plain))
		return { code: "EINVAL" };
	const chosen = await file.ioctl(I2C_SLAVE, address);
	if (typeof chosen !== "number") return chosen;
	// union i2c_smbus_data: a byte, or a block that begins with its length.
	const from = length === 1 ? 0 : 1;
	const data = Buffer.alloc(BLOCK + 2);
	if (from === 1) data[0] = length;
	data.set(bytes, from);
	const all = Buffer.alloc(16);
	all[0] = read > 0 ? 1 : 0;
	all[1] = register;
	all.writeUInt32LE(plain ? BYTE : from === 0 ? BYTE_DATA : I2C_BLOCK_DATA, 4);
	all.writeBigUInt64LE(file.addressOf(data), 8);
	if (!wanted()) return { code: "ECANCELED" };
	const done = await file.ioctl(I2C_SMBUS, all, { parts: [data] });
	if (typeof done !== "number") return done;
	if (read === 0) return new Uint8Array();
	// A chip that gave fewer bytes gave no block.
	return from === 1 && data[0] !== length ? { code: "EPROTO" } : Uint8Array.from(data.subarray(from, from + length));
}
