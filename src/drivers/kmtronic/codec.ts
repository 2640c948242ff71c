import { type Answer, NOTHING, named, type Question, type RelayCodec } from "../bus/relay/codec.ts";

/**
 * KMTronic USB relay boards (9600 8N1): FF, relay, and 01 for on or 00 for off. Boards with four or eight relays answer
 * FF 09 00 with a byte for each relay. Those with one or two answer FF n 03 with FF n and the state.
 */
export const codec: RelayCodec = {
	baudRate: 9600,
	within: 2000,
	quiet: 150,
	set: (channel, on) => frame(Number(channel), on ? 1 : 0),
	// FF 09 00 means nothing to a small board. What FF n 03 means to a large one is not documented, so it comes second.
	ask: (channels) => [[ALL], channels.every((channel) => Number(channel) <= 2) ? channels.map(one) : []],
};

const frame = (relay: number, state: number) => Uint8Array.of(START, relay, state);
const START = 0xff;
const FOUR = 4;
const EIGHT = 8;

/** Nothing frames this answer: so many bytes, each 00 or 01, and no other. After four, four more may come. */
const ALL: Question = {
	frame: frame(9, 0),
	answer(heard) {
		const states = [...heard].map((byte) => byte.charCodeAt(0));
		if (states.length !== FOUR && states.length !== EIGHT) return NOTHING;
		if (states.some((state) => state > 1)) return NOTHING;
		const coils = new Map(states.map((state, index) => [String(index + 1), state === 1]));
		return { coils, whole: states.length === EIGHT };
	},
};

const one = (channel: string): Question => ({
	frame: frame(Number(channel), 3),
	answer(heard): Answer {
		if (heard.length !== 3 || heard.charCodeAt(0) !== START || heard.charCodeAt(1) !== Number(channel)) return NOTHING;
		const state = heard.charCodeAt(2);
		return state > 1 ? NOTHING : named(new Map([[channel, state === 1]]), [channel]);
	},
});
