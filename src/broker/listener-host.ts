import { networkInterfaces } from "node:os";
import type { Conf } from "./conf.ts";
import { type Listener, listenersOf } from "./listeners.ts";

/** Listeners that cannot be tried from here with MQTT, written so that a person finds them. */
export const untriedOf = (conf: Conf): readonly string[] =>
	listenersOf(conf).flatMap((listener) => {
		const why = whyUntried(listener);
		return why === undefined ? [] : [`${listener.port === 0 ? listener.bind : listener.port} (${why})`];
	});

/** Protocols that can be tried. */
const TRIED: ReadonlySet<string> = new Set(["mqtt", "websockets"]);

/** The setting that keeps us from trying it; undefined where it can be tried. */
export function whyUntried({ port, own }: Listener): string | undefined {
	if (port === 0) return "Unix socket";
	const by = own.find(
		({ key, value }) =>
			key === "psk_hint" ||
			(key === "protocol" && !TRIED.has(value)) ||
			(key === "enable_proxy_protocol" && value !== "0"),
	);
	return by === undefined ? undefined : `${by.key} ${by.value}`;
}

/** Where this machine reaches a listener. Mosquitto binds an address of IPv6 for IPv6 alone. */
export function hostOf(bind: string | undefined, own: Listener["own"]): string {
	if (bind !== undefined && bind !== "0.0.0.0" && bind !== "::") return bind;
	const settled = (key: string) => own.findLast((line) => line.key === key)?.value;
	const six = bind === undefined ? settled("socket_domain") === "ipv6" : bind === "::";
	const addresses = networkInterfaces()[settled("bind_interface") ?? ""] ?? [];
	const its = addresses.find(({ family }) => family === (six ? "IPv6" : "IPv4")) ?? addresses[0];
	return its?.address ?? (six ? "::1" : "127.0.0.1");
}
