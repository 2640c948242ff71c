import { named, type RelayCodec } from "../bus/relay/codec.ts";
import { coilsIn, QUERY, setFrame } from "./frame.ts";

/** The LCUS family. */
export const codec: RelayCodec = {
	baudRate: 9600,
	// Eight relays, a read-back, and both once more.
	within: 1200,
	set: (channel, on) => setFrame(Number(channel), on),
	ask: (channels) => [[{ frame: QUERY, answer: (heard) => named(coilsIn(heard), channels) }]],
};
