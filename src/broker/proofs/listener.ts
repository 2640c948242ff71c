import { USUAL_PATH } from "#mqtt/wire/websocket.ts";
import type { Listener } from "./proof.ts";

/**
 * `HOST:PORT` or `HOST:PORT/tls`, an IPv6 address in brackets; for websockets `ws://HOST:PORT/PATH` or `wss://…`, or as it is
 * shown: `HOST:PORT/websockets/PATH`, `HOST:PORT/tls/websockets`. The path may be left out.
 */
export function listenerIn(text: string): Listener | undefined {
	const web = /^(wss?):\/\/([^/]+)(\/.*)?$/i.exec(text);
	if (web !== null) {
		const [, scheme = "", place = "", path] = web;
		return placed(place, scheme.toLowerCase() === "wss", path ?? USUAL_PATH);
	}
	const [, place = "", tls, websockets] = /^([^/]+)(\/tls)?(\/websockets(?:\/.*)?)?$/.exec(text) ?? [];
	const path = websockets?.slice("/websockets".length);
	return placed(place, tls !== undefined, path === "" ? USUAL_PATH : path);
}

function placed(place: string, tls: boolean, path: string | undefined): Listener | undefined {
	const [, host, port] = /^(\[[0-9a-fA-F:.]+\]|[^\s:/@[\]]+):(\d{1,5})$/.exec(place) ?? [];
	const number = Number(port);
	if (host === undefined || number < 1 || number > 65535) return undefined;
	// A line end in the path would start another request.
	if (path !== undefined && !/^[\x21-\x7e]+$/.test(path)) return undefined;
	const listener = { host: host.replace(/^\[|\]$/g, ""), port: number, tls };
	return path === undefined ? listener : { ...listener, websocket: { path } };
}
