import type { Mischief, SerialLine } from "../../fakes/modbus/serial-line.ts";
import { framed } from "../../fakes/modbus/serial-line.ts";

/** ms. Deadlines of the matrix; those of a house are 15 times as long. */
export const DEADLINE = 20;

/** Numbers from 0 to 1, the same in every run. */
export function diceOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

type Dice = () => number;
type Make = (dice: Dice, line: SerialLine) => Mischief;

/** One answer in this many is spoilt where the fault comes and goes. */
const ONE_IN = 8;
const sometimes =
	(spoil: Mischief): Make =>
	(dice) =>
	(answer, ports) =>
		dice() * ONE_IN < 1 ? spoil(answer, ports) : ports.say(answer);
const later = (ms: number, send: () => void) => void setTimeout(send, ms).unref();

/**
 * Another master asks the same unit for any register, at any moment and without listening. A unit is busy from the first
 * byte of a request to the last one of its answer, which now and then takes it longer than we wait. The line carries bytes in order:
 * no answer comes before its request.
 */
function anotherMaster(dice: Dice, say: (bytes: Uint8Array) => void): Mischief {
	let deaf = false;
	/** Some units answer the next request later instead. */
	let kept = new Uint8Array();
	const answered = (value: number) => {
		say(framed(1, Uint8Array.of(3, 2, value >> 8, value & 0xff)));
		deaf = false;
		say(kept);
		kept = new Uint8Array();
	};
	const asks = () => {
		if (deaf) return;
		deaf = true;
		const register = Math.floor(dice() * 256);
		const request = framed(1, Uint8Array.of(3, 0, register, 0, 1));
		const cut = Math.floor(dice() * request.length);
		say(request.subarray(0, cut));
		const takes = dice() * ONE_IN < 1 ? dice() * 2 * DEADLINE : dice() * 2;
		const rest = () => {
			say(request.subarray(cut));
			later(takes, () => answered(1000 + register));
		};
		if (dice() < 0.5) rest();
		else later(dice() * 2, rest);
	};
	return (answer) => {
		if (deaf) {
			if (dice() < 0.5) kept = Uint8Array.from(answer);
			return;
		}
		// The other one was first by less than we can hear.
		if (dice() * 2 * ONE_IN < 1) return asks();
		say(answer);
		if (dice() * ONE_IN < 1) later(dice() * 2, asks);
	};
}

/** Everything that a line does in the field, by name. `unplug` is done by the test, between requests and within them. */
export const FAULTS: Readonly<Record<string, Make>> = {
	"slow bytes": sometimes((answer, { say }) => {
		for (const [i, byte] of answer.entries()) later(i, () => say(Uint8Array.of(byte)));
	}),
	"bad checksum": sometimes((answer, { say }) =>
		say(answer.map((byte, i) => (i === answer.length - 1 ? byte ^ 0x40 : byte))),
	),
	"spoilt value":
		(dice) =>
		(answer, { say }) =>
			say(
				dice() * ONE_IN < 1
					? answer.map((byte, i) => (i === 3 + Math.floor(dice() * 2) ? byte ^ (1 + Math.floor(dice() * 255)) : byte))
					: answer,
			),
	"noise before": sometimes((answer, { say }) => say(Uint8Array.of(0, 0xff, 0, ...answer))),
	"noise after": sometimes((answer, { say }) => say(Uint8Array.of(...answer, 0xff, 0))),
	"cut off":
		(dice) =>
		(answer, { say }) =>
			say(dice() * ONE_IN < 1 ? answer.subarray(0, Math.floor(dice() * answer.length)) : answer),
	"an echo of the request": sometimes((answer, { say, request }) => say(Uint8Array.of(...request, ...answer))),
	"always an echo":
		() =>
		(answer, { say, request }) =>
			say(Uint8Array.of(...request, ...answer)),
	"another unit": sometimes((answer, { say }) => say(framed(2, answer.subarray(1, -2)))),
	"another master": (dice, line) => anotherMaster(dice, (bytes) => line.say(bytes)),
	// The unit has its request, and is deaf for ours, which comes before the answer.
	"another master just before": (dice, line) => {
		let theirs: Uint8Array | undefined;
		return (answer, { say }) => {
			say(theirs ?? answer);
			if (theirs === undefined && dice() * ONE_IN < 1)
				later(dice() * 2, () => {
					const register = Math.floor(dice() * 256);
					line.say(framed(1, Uint8Array.of(3, 0, register, 0, 1)));
					theirs = framed(1, Uint8Array.of(3, 2, (1000 + register) >> 8, (1000 + register) & 0xff));
				});
			theirs = undefined;
		};
	},
	"an answer twice": sometimes((answer, { say }) => {
		say(answer);
		later(DEADLINE / 4, () => say(answer));
	}),
	late: sometimes((answer, { say }) => later(1.5 * DEADLINE, () => say(answer))),
	"very late":
		(dice) =>
		(answer, { say }) =>
			dice() * ONE_IN < 1 ? later((1 + 2.5 * dice()) * DEADLINE, () => say(answer)) : say(answer),
	"constantly late":
		() =>
		(answer, { say }) =>
			later(1.33 * DEADLINE, () => say(answer)),
	"constantly very late":
		() =>
		(answer, { say }) =>
			later(4.4 * DEADLINE, () => say(answer)),
};
