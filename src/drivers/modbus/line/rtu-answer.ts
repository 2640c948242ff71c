import { type Fault, type FaultCode, fault } from "#model/plant/fault.ts";
import { type Answer, answerTo, EXCEPTION, isSame, isWhole, type Request, RTU_OVERHEAD, rtuFrame } from "./frame.ts";

/** Bytes that came so far: an answer, what is wrong with them, or `more` while they may become one. */
export type Heard = Answer | { readonly kind: "wrong"; readonly code: FaultCode; readonly reason: string } | "more";

const wrong = (code: FaultCode, reason: string): Heard => ({ kind: "wrong", code, reason });

/** Most bytes of 0 before and after an answer. A line that no one drives for a moment reads as such: no unit has the number 0. */
const MOST_BEFORE = 2;
const MOST_AFTER = 4;

/** The exact length is known, so an answer ends with its last byte. Anything beyond is not an answer to this request. */
export function heardFor(request: Request, heard: Uint8Array): Heard {
	const bytes = withoutZeros(request, heard);
	const [unit, code] = bytes;
	const [asked = 0] = request.pdu;
	if (unit === undefined) return "more";
	if (unit !== request.unit) return wrong("bus", "other unit");
	if (code === undefined) return "more";
	const refused = code === (asked | EXCEPTION);
	if (code !== asked && !refused) return wrong("bus", "other function");
	const length = (refused ? 2 : request.length) + RTU_OVERHEAD;
	if (bytes.length < length) return "more";
	if (bytes.length > length) return wrong("bus", isEcho(request, bytes) ? "echo" : "too long");
	if (!isWhole(bytes)) return isEcho(request, bytes) ? wrong("bus", "echo") : wrong("crc", "checksum");
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

/** Some adapters hear what they send. */
function isEcho({ unit, pdu }: Request, bytes: Uint8Array): boolean {
	const sent = rtuFrame(unit, pdu);
	const length = Math.min(sent.length, bytes.length);
	return isSame(sent.subarray(0, length), bytes.subarray(0, length));
}

/** The fault of an answer that did not come, or not whole. */
export function faultOf(heard: Heard, facts: Fault["facts"], bytes: number): Fault {
	if (heard !== "more" && heard.kind === "wrong") return fault(heard.code, { ...facts, reason: heard.reason });
	return bytes === 0 ? fault("no_answer", facts) : fault("bus", { ...facts, reason: "cut off" });
}
