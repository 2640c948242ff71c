import { networkInterfaces } from "node:os";
import { type Conf, isOn, type Line, perListener } from "./conf.ts";
import { type Listener, listenersOf } from "./listeners.ts";

/**
 * Listeners where no login can be tried from here with MQTT, written so that a person finds them.
 * @param certified there is a certificate to come with, where one is wanted
 */
export const untriedOf = (conf: Conf, certified: boolean): readonly string[] =>
	listenersOf(conf).flatMap((listener) => {
		const why = whyUntried(listener, conf) ?? whyNoLogin(listener, certified);
		return why === undefined ? [] : [`${listener.port === 0 ? listener.bind : listener.port} (${why})`];
	});

/** Protocols that can be tried. */
const TRIED: ReadonlySet<string> = new Set(["mqtt", "websockets"]);

/** Settings by which the name in a certificate is the user, and no password is looked at. */
const IDENTITY = new Set(["use_identity_as_username", "use_subject_as_username"]);
/** With what the client ids of the proofs begin. */
const OURS = "solar_heating_proof_";

/** The setting that keeps us from trying it; undefined where it can be tried. */
export function whyUntried({ port, own }: Listener, conf: Conf): string | undefined {
	if (port === 0) return "Unix socket";
	const by = own.find(
		({ key, value }) =>
			key === "psk_hint" ||
			(key === "protocol" && !TRIED.has(value)) ||
			(key === "enable_proxy_protocol" && value !== "0"),
	);
	// What is refused for its client id, or for want of a certificate, shows nothing of logins.
	const idsOf = perListener(conf) ? own : conf.lines;
	const ids = idsOf.find(({ key, value }) => key === "clientid_prefixes" && !OURS.startsWith(value));
	return written(by ?? ids ?? (wantsCertificate(own) ? undefined : identityIn(own)));
}

/** Why a listener that wants a certificate shows nothing of logins; that it turns away who has none can be tried. */
function whyNoLogin({ own }: Listener, certified: boolean): string | undefined {
	if (!wantsCertificate(own)) return undefined;
	return certified ? written(identityIn(own)) : "require_certificate true";
}

export const wantsCertificate = (own: Listener["own"]): boolean =>
	own.some(({ key }) => key === "certfile") &&
	own.some(({ key, value }) => key === "require_certificate" && isOn(value));

/** The line by which a certificate is a login by itself; it means nothing without TLS. */
export const identityIn = (own: Listener["own"]): Line | undefined =>
	own.some(({ key }) => key === "certfile")
		? own.find(({ key = "", value }) => IDENTITY.has(key) && isOn(value))
		: undefined;

const written = (line: Line | undefined): string | undefined => line && `${line.key} ${line.value}`;

/** Where this machine reaches a listener. Mosquitto binds an address of IPv6 for IPv6 alone. */
export function hostOf(bind: string | undefined, own: Listener["own"]): string {
	if (bind !== undefined && bind !== "0.0.0.0" && bind !== "::") return bind;
	const settled = (key: string) => own.findLast((line) => line.key === key)?.value;
	const six = bind === undefined ? settled("socket_domain") === "ipv6" : bind === "::";
	const addresses = networkInterfaces()[settled("bind_interface") ?? ""] ?? [];
	const its = addresses.find(({ family }) => family === (six ? "IPv6" : "IPv4")) ?? addresses[0];
	return its?.address ?? (six ? "::1" : "127.0.0.1");
}
