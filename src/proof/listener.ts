import type { Listener } from "./proof.ts";

/** `HOST:PORT` or `HOST:PORT/tls`, an IPv6 address in brackets. */
export function listenerIn(text: string): Listener | undefined {
	const [, host, port, tls] = /^(\[[0-9a-fA-F:.]+\]|[^\s:/[\]]+):(\d{1,5})(\/tls)?$/.exec(text) ?? [];
	const number = Number(port);
	if (host === undefined || number < 1 || number > 65535) return undefined;
	return { host: host.replace(/^\[|\]$/g, ""), port: number, tls: tls !== undefined };
}
