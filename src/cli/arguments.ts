import { isIP } from "node:net";
import { InvalidArgumentError } from "commander";
import { listenerIn } from "#broker/proofs/listener.ts";
import type { Listener } from "#broker/proofs/proof.ts";
import type { Key } from "#words/keys.ts";

/** What Commander puts after its own words. It is a code of a text here; `refusal` says it in a language. */
export const unfit = (code: Key<"command">): InvalidArgumentError => new InvalidArgumentError(code);

export function port(text: string): number {
	const n = Number(text);
	if (!/^\d+$/.test(text) || n > 65535) throw unfit("give_port");
	return n;
}

export function address(text: string): string {
	if (isIP(text) === 0) throw unfit("give_address");
	return text;
}

/** ms since 1970. */
export function moment(text: string): number {
	const [, count, unit] = /^(\d{1,5})([dh])$/.exec(text) ?? [];
	if (count !== undefined) return Date.now() - Number(count) * (unit === "d" ? 86_400_000 : 3_600_000);
	const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(at)) throw unfit("give_moment");
	return at;
}

export function positive(text: string): number {
	const n = Number(text);
	if (!(n > 0 && n <= 100_000)) throw unfit("give_positive");
	return n;
}

export function listener(text: string, before: readonly Listener[] = []): readonly Listener[] {
	const found = listenerIn(text);
	if (found === undefined) throw unfit("give_listener");
	return [...before, found];
}
