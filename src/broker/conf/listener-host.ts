import { networkInterfaces } from "node:os";
import { type Conf, isOn, type Line, perListener } from "./conf.ts";
import { type Listener, listenersOf } from "./listeners.ts";

/**
 * Listeners at which no login can be tried with MQTT from this machine, in words.
 * @param certified there is a client certificate to use where one is required
 */
export const untriedOf = (conf: Conf, certified: boolean): readonly string[] =>
	listenersOf(conf).flatMap((listener) => {
		const why = whyUntried(listener, conf) ?? whyNoLogin(listener, certified);
		return why === undefined ? [] : [`${listener.port === 0 ? listener.bind : listener.port} (${why})`];
	});

/** Protocols that can be tried. */
const TRIED: ReadonlySet<string> = new Set(["mqtt", "websockets"]);

/** Settings that make the name in a certificate the user, so that no password is checked. */
const IDENTITY = new Set(["use_identity_as_username", "use_subject_as_username"]);
/** Prefix of the proofs' client ids. */
const OURS = "solar_heating_proof_";

/** The setting that prevents a trial; undefined if it can be tried. */
export function whyUntried({ port, own }: Listener, conf: Conf): string | undefined {
	if (port === 0) return "Unix socket";
	const by = own.find(
		({ key, value }) =>
			key === "psk_hint" ||
			(key === "protocol" && !TRIED.has(value)) ||
			(key === "enable_proxy_protocol" && value !== "0"),
	);
	// A client that is refused for its id, or for lack of a certificate, shows nothing about logins.
	const idsOf = perListener(conf) ? own : conf.lines;
	const ids = idsOf.find(({ key, value }) => key === "clientid_prefixes" && !OURS.startsWith(value));
	return written(by ?? ids ?? (wantsCertificate(own) ? undefined : identityIn(own)));
}

/**
 * Why a listener that requires a certificate shows nothing about logins. That it refuses clients without a certificate can
 * be tried.
 */
function whyNoLogin({ own }: Listener, certified: boolean): string | undefined {
	if (!wantsCertificate(own)) return undefined;
	return certified ? written(identityIn(own)) : "require_certificate true";
}

export const wantsCertificate = (own: Listener["own"]): boolean =>
	own.some(({ key }) => key === "certfile") &&
	own.some(({ key, value }) => key === "require_certificate" && isOn(value));

/** The line that makes a certificate a login. It has no effect without TLS. */
export const identityIn = (own: Listener["own"]): Line | undefined =>
	own.some(({ key }) => key === "certfile")
		? own.find(({ key = "", value }) => IDENTITY.has(key) && isOn(value))
		: undefined;

const written = (line: Line | undefined): string | undefined => line && `${line.key} ${line.value}`;

/** The address at which this machine reaches a listener. Mosquitto binds an IPv6 address for IPv6 only. */
export function hostOf(bind: string | undefined, own: Listener["own"]): string {
	if (bind !== undefined && bind !== "0.0.0.0" && bind !== "::") return bind;
	const settled = (key: string) => own.findLast((line) => line.key === key)?.value;
	const six = bind === undefined ? settled("socket_domain") === "ipv6" : bind === "::";
	const addresses = networkInterfaces()[settled("bind_interface") ?? ""] ?? [];
	const its = addresses.find(({ family }) => family === (six ? "IPv6" : "IPv4")) ?? addresses[0];
	return its?.address ?? (six ? "::1" : "127.0.0.1");
}
