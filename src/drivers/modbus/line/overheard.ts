import { type Answer, EXCEPTION, isWhole, RTU_OVERHEAD } from "./frame.ts";

/** A request that reads, as another master sends it. */
export interface Read {
	readonly kind: "request";
	readonly unit: number;
	readonly frame: Uint8Array;
}

/** An answer that no request waited for. */
export interface Told {
	readonly kind: "answer";
	readonly unit: number;
	/** Function, without the bit of an exception. */
	readonly code: number;
	readonly reply: Answer;
}

/** What was heard while no request was under way. `stray`: bytes that are no whole frame, and may have been one. */
export type Overheard = Read | Told | { readonly kind: "stray" };

/** Bytes of a request that reads. */
const REQUEST = 8;
/** Units that let go of the line leave a byte or two, and a line that no one drives reads as 00 or FF. */
const LEAST_STRAY = 3;
const LAST_READ = 4;

/** Takes bytes apart that no request waited for, in the order in which they came. */
export function overheardIn(bytes: Uint8Array): readonly Overheard[] {
	const found: Overheard[] = [];
	let stray = 0;
	const end = () => {
		if (stray >= LEAST_STRAY) found.push({ kind: "stray" });
		stray = 0;
	};
	for (let at = 0; at < bytes.length; ) {
		const one = requestAt(bytes.subarray(at)) ?? answerAt(bytes.subarray(at));
		if (one === undefined) {
			const byte = bytes[at++];
			if (byte !== 0 && byte !== 0xff) stray++;
			continue;
		}
		end();
		found.push(one.is);
		at += one.length;
	}
	end();
	return found;
}

interface Here {
	readonly is: Read | Told;
	readonly length: number;
}

/** Requests that write look like their answers, and those for bits from 768 to 1023 like 24 bits. */
function requestAt(bytes: Uint8Array): Here | undefined {
	const [unit = 0, code = 0, third] = bytes;
	const frame = bytes.slice(0, REQUEST);
	const reads = unit > 0 && code >= 1 && code <= LAST_READ && !(code <= 2 && third === REQUEST - 2 - RTU_OVERHEAD);
	if (!reads || frame.length < REQUEST || !isWhole(frame)) return undefined;
	return { is: { kind: "request", unit, frame }, length: REQUEST };
}

function answerAt(bytes: Uint8Array): Here | undefined {
	const [unit = 0, asked = 0, third = 0] = bytes;
	const refused = (asked & EXCEPTION) !== 0;
	const length = refused ? 2 + RTU_OVERHEAD : asked > LAST_READ ? REQUEST : 2 + third + RTU_OVERHEAD;
	if (unit === 0 || asked === 0 || bytes.length < length || !isWhole(bytes.subarray(0, length))) return undefined;
	const reply: Answer = refused
		? { kind: "exception", code: third }
		: { kind: "data", data: asked > LAST_READ ? new Uint8Array() : bytes.slice(3, length - 2) };
	return { is: { kind: "answer", unit, code: asked & ~EXCEPTION, reply }, length };
}
