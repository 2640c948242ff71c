import { isIP } from "node:net";
import { type Problem, problem } from "#model/findings/finding.ts";
import { mend, type Sentence } from "#model/sentences/sentence.ts";

/** By group: what URL schemes say about TLS, and the usual ports with and without TLS. */
const GROUPS: Readonly<Record<string, Group>> = {
	mqtt: { schemes: { mqtt: false, tcp: false, mqtts: true, ssl: true, tls: true }, ports: [8883, 1883] },
	syslog: { schemes: { tcp: false, ssl: true, tls: true }, ports: [6514, 514] },
};
interface Group {
	readonly schemes: Readonly<Record<string, boolean>>;
	readonly ports: readonly [tls: number, plain: number];
}

/**
 * Reports a host that is a whole URL, as other programs want it, or has blanks around it, and suggests the right value.
 * Nothing connects then. Control continues, so the options stay valid.
 */
export const hostProblems = (raw: unknown): readonly Problem[] =>
	Object.entries(GROUPS).flatMap(([name, group]) => {
		const options = fieldsOf(fieldsOf(raw)[name]);
		const host = options["host"];
		if (typeof host !== "string" || host === "" || isHost(host) || /\p{Cc}/u.test(host)) return [];
		const path = `${name}.host`;
		const remedy = remedyFor(host, group, options);
		// A password may be in front of an @, or in a query.
		return [/[@?]/.test(host) ? { path, value: mend("not_shown"), remedy } : problem(path, host, remedy)];
	});

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null ? { ...value } : {};

const isHost = (text: string): boolean => isIP(text) !== 0 || /^[^\s/@:[\]?#]+$/u.test(text);

/** Scheme, login, host, port and path. An IPv6 address is in brackets or is the whole text. */
const ADDRESS = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:.*@)?(?:\[([^\]]+)\]|([^/?#:[\]]*))(?::(\d*))?(?:[/?#].*)?$/is;
/** With an @ after such a character it is unclear what belongs to a password, and no part of it may be shown. */
const UNCLEAR = /[/?#].*@/s;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

function remedyFor(written: string, { schemes, ports }: Group, options: Readonly<Record<string, unknown>>): Sentence {
	if (UNCLEAR.test(written.trim().replace(SCHEME, ""))) return mend("host_alone");
	const [, scheme, inBrackets, plain = "", port = ""] = ADDRESS.exec(written.trim()) ?? [];
	const host = isIP(written.trim()) === 0 ? (inBrackets ?? plain) : written.trim();
	if (host === "" || !isHost(host) || Number(port) > 65_535 || port === "0") return mend("host_alone");
	const tls = scheme === undefined ? tlsBy(port, ports, options) : schemes[scheme.toLowerCase()];
	if (tls === undefined) return mend("host_other_way", { host, tls: String(ports[0]), plain: String(ports[1]) });
	const set = scheme === undefined ? options["port"] : undefined;
	const usual = typeof set === "number" ? set : ports[tls ? 0 : 1];
	return mend("host_in_parts", { host, port: port === "" ? String(usual) : port, tls: String(tls) });
}

/** Without a scheme the options decide about TLS, unless the port is the usual one for TLS. */
function tlsBy(port: string, [tls]: Group["ports"], options: Readonly<Record<string, unknown>>): boolean {
	const set = options["tls"];
	return typeof set === "boolean" ? set : Number(port === "" ? options["port"] : port) === tls;
}
