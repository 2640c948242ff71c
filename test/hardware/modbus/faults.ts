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
/** The register that another master reads. */
const OTHERS = 7;
const later = (ms: number, send: () => void) => void setTimeout(send, ms).unref();

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
	"another master": (dice) => {
		let busy = false;
		// The unit answers the other one, and is deaf for ours.
		return (answer, { say }) => {
			say(busy ? framed(1, Uint8Array.of(3, 2, (1000 + OTHERS) >> 8, (1000 + OTHERS) & 0xff)) : answer);
			busy = !busy && dice() * ONE_IN < 1;
			if (busy) later(dice() * 2, () => say(framed(1, Uint8Array.of(3, 0, OTHERS, 0, 1))));
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
