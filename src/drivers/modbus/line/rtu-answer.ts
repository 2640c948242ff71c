import { type Fault, type FaultCode, fault } from "#model/plant/fault.ts";
import { type Answer, answerTo, EXCEPTION, isSame, isWhole, type Request, RTU_OVERHEAD, rtuFrame } from "./frame.ts";

/** Bytes that came so far: an answer, what is wrong with them, or `more` while they may become one. */
export type Heard = Answer | { readonly kind: "wrong"; readonly code: FaultCode; readonly reason: string } | "more";

const wrong = (code: FaultCode, reason: string): Heard => ({ kind: "wrong", code, reason });

/** Most bytes of 0 before and after an answer. A line that no one drives for a moment reads as such: no unit has the number 0. */
const MOST_BEFORE = 2;
const MOST_AFTER = 4;

/**
 * The exact length is known, so an answer ends with its last byte. Anything beyond is not an answer to this request.
 * @param echoes the adapter is known to hear what it sends
 */
export function heardFor(request: Request, heard: Uint8Array, echoes = false): Heard {
	const answer = withoutEcho(request, heard, echoes);
	if (answer === "more") return "more";
	const bytes = withoutZeros(request, answer);
	const [unit, code] = bytes;
	const [asked = 0] = request.pdu;
	if (unit === undefined) return "more";
	if (unit !== request.unit) return wrong("bus", "other unit");
	if (code === undefined) return "more";
	const refused = code === (asked | EXCEPTION);
	if (code !== asked && !refused) return wrong("bus", "other function");
	const length = (refused ? 2 : request.length) + RTU_OVERHEAD;
	if (bytes.length < length) return "more";
	if (bytes.length > length) return wrong("bus", "too long");
	if (!isWhole(bytes)) return wrong("crc", "checksum");
	return answerTo(request, bytes.subarray(1, -2)) ?? wrong("bus", "other data");
}

/** The answer alone. Its checksum tells whether it is one. */
function withoutZeros({ unit, pdu: [asked = 0], length }: Request, heard: Uint8Array): Uint8Array {
	let from = 0;
	while (unit !== 0 && from < MOST_BEFORE && heard[from] === 0) from++;
	const bytes = heard.subarray(from);
	const whole = (bytes[1] === (asked | EXCEPTION) ? 2 : length) + RTU_OVERHEAD;
	const beyond = bytes.subarray(whole);
	return beyond.length <= MOST_AFTER && beyond.every((byte) => byte === 0) ? bytes.subarray(0, whole) : bytes;
}

/**
 * What came after an echo: some adapters hear what they send. The answer to a write, functions 5 and 6, has the bytes of its request:
 * where echoes are known to come, it is the second one. Elsewhere the read-back says what became of it.
 */
function withoutEcho(request: Request, heard: Uint8Array, echoes: boolean): Uint8Array | "more" {
	const { unit, pdu } = request;
	const sent = rtuFrame(unit, pdu);
	if (heard.length === 0 || !beginsAs(sent, heard)) return heard;
	const beyond = heard.subarray(sent.length);
	if (isRepeated(request) && !echoes) return beginsAs(sent, beyond) ? heard.subarray(0, sent.length) : heard;
	return beyond.length === 0 ? "more" : beyond;
}

/** Whether the answer repeats the request. */
const isRepeated = ({ pdu, length }: Request) => (pdu[0] ?? 0) > READS && length === pdu.length;

/** Whether an answer came behind an echo; undefined where it does not show. */
export function isEchoed(request: Request, heard: Uint8Array): boolean | undefined {
	const sent = rtuFrame(request.unit, request.pdu);
	const begins = heard.length > sent.length && beginsAs(sent, heard);
	return isRepeated(request) && !begins ? undefined : begins;
}
/** The last function that reads. */
const READS = 4;

/** Whether the one begins as the other does, as far as it came. */
function beginsAs(sent: Uint8Array, bytes: Uint8Array): boolean {
	const length = Math.min(sent.length, bytes.length);
	return isSame(sent.subarray(0, length), bytes.subarray(0, length));
}

/** How many bytes came of an answer itself. */
export function answeredBytes(request: Request, heard: Uint8Array, echoes = false): number {
	const answer = withoutEcho(request, heard, echoes);
	return answer === "more" ? 0 : answer.length;
}

/** The fault of an answer that did not come, or not whole. */
export function faultOf(heard: Heard, facts: Fault["facts"], bytes: number): Fault {
	if (heard !== "more" && heard.kind === "wrong") return fault(heard.code, { ...facts, reason: heard.reason });
	return bytes === 0 ? fault("no_answer", facts) : fault("bus", { ...facts, reason: "cut off" });
}
