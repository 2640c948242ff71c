import { type Answer, NOTHING, named, type Question, type RelayCodec } from "../bus/relay/codec.ts";

/**
 * Numato USB relay modules (CDC ACM, any speed): lines of text that end with a carriage return. The module echoes the line,
 * then answers, then shows the prompt `>`. Relays are called 0 to 9 and then A to V.
 */
export const codec: RelayCodec = {
	baudRate: 9600,
	within: 2000,
	quiet: 150,
	clear: Buffer.from("\r"),
	set: (channel, on) => Buffer.from(`relay ${on ? "on" : "off"} ${channel}\r`),
	// Some small modules do not know `readall`.
	ask: (channels) => [[ALL], channels.map(one)],
};

const ALL: Question = {
	frame: Buffer.from("relay readall\r"),
	answer(heard) {
		const digits = said(heard, "relay readall");
		if (digits === undefined) return NOTHING;
		// The prompt has come, so nothing more will.
		if (!/^[0-9a-f]{1,8}$/i.test(digits)) return UNKNOWN;
		const states = Number.parseInt(digits, 16);
		// A digit is four relays. The module may have fewer than that: it calls those off.
		const relays = Array.from({ length: digits.length * 4 }, (_, relay) => relay);
		const coils = new Map(relays.map((relay) => [nameOf(relay), ((states >>> relay) & 1) === 1]));
		return { coils, whole: true };
	},
};

const one = (channel: string): Question => ({
	frame: Buffer.from(`relay read ${channel}\r`),
	answer(heard) {
		const state = said(heard, `relay read ${channel}`);
		return state === "on" || state === "off" ? named(new Map([[channel, state === "on"]]), [channel]) : NOTHING;
	},
});

/** The module does not know this question. */
const UNKNOWN: Answer = { coils: new Map(), whole: true };
const nameOf = (relay: number) => relay.toString(36).toUpperCase();

/**
 * What stands between the echo of this command and the prompt. Without its own echo an answer may be that of another command,
 * and before the prompt it may be cut off.
 */
function said(heard: string, command: string): string | undefined {
	const lines = heard.split(/[\r\n]+/).map((line) => line.replace(/^>+/, "").trim());
	const echo = lines.lastIndexOf(command);
	const prompt = heard.trimEnd().endsWith(">");
	return echo < 0 || !prompt ? undefined : lines.slice(echo + 1).join("");
}
