import { isIP } from "node:net";
import { InvalidArgumentError } from "commander";
import { listenerIn } from "#broker/proofs/listener.ts";
import type { Listener } from "#broker/proofs/proof.ts";

export function port(text: string): number {
	const n = Number(text);
	if (!/^\d+$/.test(text) || n > 65535) throw new InvalidArgumentError("Give a whole number from 0 to 65535.");
	return n;
}

export function address(text: string): string {
	if (isIP(text) === 0) throw new InvalidArgumentError("Give an IP address, such as 172.30.32.2.");
	return text;
}

/** ms since 1970. */
export function moment(text: string): number {
	const [, count, unit] = /^(\d{1,5})([dh])$/.exec(text) ?? [];
	if (count !== undefined) return Date.now() - Number(count) * (unit === "d" ? 86_400_000 : 3_600_000);
	const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(at))
		throw new InvalidArgumentError("Give a day such as 2026-07-01, a time in ISO 8601, or 7d or 12h.");
	return at;
}

export function positive(text: string): number {
	const n = Number(text);
	if (!(n > 0 && n <= 100_000)) throw new InvalidArgumentError("Give a number above 0, at most 100000.");
	return n;
}

export function listener(text: string, before: readonly Listener[] = []): readonly Listener[] {
	const found = listenerIn(text);
	if (found === undefined)
		throw new InvalidArgumentError("Give HOST:PORT, HOST:PORT/tls, ws://HOST:PORT or wss://HOST:PORT.");
	return [...before, found];
}
