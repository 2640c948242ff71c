import { named, type Question, type RelayCodec } from "../bus/relay/codec.ts";
import type { Coils } from "../driver.ts";

/**
 * SainSmart's 16-channel USB relay module and its clones (CH340, 9600 8N1): Modbus ASCII for unit FE. A frame is a colon, bytes
 * as hexadecimal digits, their LRC, CR and LF. The module echoes what it takes. Some do not answer questions.
 */
export const codec: RelayCodec = {
	baudRate: 9600,
	// Sixteen relays, 0.1 s each.
	within: 2400,
	quiet: 150,
	set: (channel, on) => framed(UNIT, WRITE_COIL, 0, Number(channel) - 1, on ? 0xff : 0, 0),
	took: (frame, heard) => heard.includes(Buffer.from(frame).toString("latin1").trimEnd()),
	ask: (channels) => [[question(channels)]],
};

const UNIT = 0xfe;
const READ_COILS = 1;
const WRITE_COIL = 5;
const RELAYS = 16;

/** The two's complement of the sum of all bytes. The LRC that the maker prints for relay 15 is wrong. */
const lrc = (bytes: readonly number[]): number => -bytes.reduce((sum, byte) => sum + byte, 0) & 0xff;

const framed = (...bytes: number[]): Uint8Array =>
	Buffer.from(
		`:${[...bytes, lrc(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}\r\n`.toUpperCase(),
	);

const question = (channels: readonly string[]): Question => ({
	frame: framed(UNIT, READ_COILS, 0, 0, 0, RELAYS),
	answer: (heard) => named(coilsIn(heard), channels),
});

/** The coils in the newest answer. The echo of the question has another length, and a damaged frame says nothing. */
function coilsIn(heard: string): Coils {
	const coils = new Map<string, boolean>();
	for (const [, digits = ""] of heard.matchAll(/:([0-9A-F]{12})\r?\n/gi)) {
		const [unit, what, count, ...rest] = [...Buffer.from(digits, "hex")];
		const [low = 0, high = 0, sum] = rest;
		if (unit !== UNIT || what !== READ_COILS || count !== 2 || sum !== lrc([unit, what, count, low, high])) continue;
		const states = low | (high << 8);
		for (let relay = 0; relay < RELAYS; relay++) coils.set(String(relay + 1), ((states >> relay) & 1) === 1);
	}
	return coils;
}
