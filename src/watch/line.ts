import { isIP } from "node:net";

/** What one line of Mosquitto's log says, as far as it matters to whoever watches. Nothing in it is to be trusted but where it says so. */
export type Said =
	/** Somebody opened a connection to the port. The address is the kernel's word. */
	| { readonly kind: "connection"; readonly from: Peer; readonly listener: number }
	/** Somebody logged in. Address and user are the broker's word; the id is the client's own. */
	| {
			readonly kind: "login";
			readonly from: Peer;
			readonly client: string;
			readonly user?: string;
			/** Where the broker's word for the protocol gives it away. */
			readonly release?: Release;
	  }
	/** A login was refused. Without `from` the broker does not say whose; the id is the client's own. */
	| { readonly kind: "refusal"; readonly from?: Peer; readonly client?: string }
	/** The broker answered no to the login of somebody at this address (2.0, where debug is logged). */
	| { readonly kind: "connack_refusal"; readonly address: string }
	/** A message or a subscription was denied by the access rules. */
	| { readonly kind: "denial"; readonly client: string; readonly topic: string }
	/** A handshake failed, or what came was no MQTT. */
	| { readonly kind: "garbage"; readonly from?: Peer }
	/** Another one came with an id that was in use. */
	| { readonly kind: "takeover"; readonly client: string; readonly from?: Peer }
	/** Too long to be all there: who it is about is cut off. */
	| { readonly kind: "cut" }
	| { readonly kind: "release"; readonly release: Release }
	| { readonly kind: "other" };

export interface Peer {
	readonly address: string;
	readonly port: number;
}

/** The lines of 2.0 and 2.1 differ, and what one says by itself a client of the other may make it say. */
export type Release = "2.0" | "2.1";

export interface Line {
	/** Seconds since 1970, where the line says so. */
	readonly at?: number;
	/** Without its time. */
	readonly text: string;
	readonly said: Said;
}

/** Mosquitto 2.1 cuts its lines at so many bytes, time included. What then ends well may be a client's own words. */
const LONGEST = 999;
const TIME = /^(?:(\d{9,11})|(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(Z|[+-]\d{2}:?\d{2})?): /;

/**
 * Reads a line, without its line end. Every pattern is anchored at both ends, and ids, which a client chooses freely, take
 * all that is before the broker's own last words: nobody can put an address into the broker's mouth.
 * @param release whose words these are; of the lines that only one of them has, none is believed until it is known
 */
export function lineOf(text: string, release: Release | undefined): Line {
	const [stamp = "", epoch, day, time, zone] = TIME.exec(text) ?? [];
	const at = epoch !== undefined ? Number(epoch) : day === undefined ? undefined : timeOf(day, time ?? "", zone);
	const rest = text.slice(stamp.length);
	return {
		text: rest,
		said: saidBy(rest, Buffer.byteLength(text), release),
		...(at !== undefined && Number.isFinite(at) && { at }),
	};
}

/** Local time where no zone is written, as Home Assistant's broker has it. */
const timeOf = (day: string, time: string, zone: string | undefined): number =>
	Date.parse(`${day}T${time}${zone?.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2") ?? ""}`) / 1000;

function saidBy(text: string, length: number, release: Release | undefined): Said {
	const [, major] = /^mosquitto version (2\.\d+)\.\d+ (?:starting|running)$/.exec(text) ?? [];
	if (major !== undefined) return { kind: "release", release: major === "2.0" ? "2.0" : "2.1" };
	if (text.startsWith("New connection from ")) return connection(text);
	if (text.startsWith("New client connected from ")) return login(text);
	if (text.startsWith("Denied PUBLISH from ")) return denial(text);
	if (text.startsWith("Sending CONNACK to ")) return release === "2.0" ? connack(text) : OTHER;
	if (!text.startsWith("Client ") && !text.startsWith("Protocol error from ")) return OTHER;
	if (release === "2.0") return client20(text);
	if (release === "2.1") return length >= LONGEST ? { kind: "cut" } : client21(text);
	return OTHER;
}

const OTHER: Said = { kind: "other" };

function connection(text: string): Said {
	const [, address, port, listener] = /^New connection from (\S+):(\d{1,5}) on port (\d{1,5})\.$/.exec(text) ?? [];
	if (address === undefined) return OTHER;
	return { kind: "connection", from: { address, port: Number(port) }, listener: Number(listener) };
}

function login(text: string): Said {
	// The address comes before what the client may choose, the user after it and up to the end.
	const match = /^New client connected from (\S+):(\d{1,5}) as (.*) \(p(\d), c\d, k\d+(?:, u'(.*)')?\)\.$/s.exec(text);
	const [, address, port, client, protocol = "", user] = match ?? [];
	if (address === undefined || client === undefined) return OTHER;
	const from = { address, port: Number(port) };
	const release = PROTOCOLS[protocol];
	return { kind: "login", from, client, ...(user !== undefined && { user }), ...(release && { release }) };
}

/** MQTT 3.1.1 is 2 to the one and 4 to the other; 5 is 5 to both. */
const PROTOCOLS: Readonly<Record<string, Release>> = { "2": "2.0", "4": "2.1" };

function denial(text: string): Said {
	const match = /^Denied PUBLISH from (.*) \(d[01], q[0-2], r[01], m\d+, '(.*)', \.\.\. \(\d+ bytes\)\)$/s.exec(text);
	const [, client, topic] = match ?? [];
	return client === undefined || topic === undefined ? OTHER : { kind: "denial", client, topic };
}

function connack(text: string): Said {
	// 5 and 4 in MQTT 3.1.1; 134, 135 and 138 in MQTT 5.
	const [, address] = /^Sending CONNACK to (\S+) \(0, (?:4|5|134|135|138)\)$/.exec(text) ?? [];
	// Nothing but an address: where the broker knows an id, it says that one instead.
	return address === undefined || isIP(address) === 0 ? OTHER : { kind: "connack_refusal", address };
}

/** 2.0 never says an address here, and of whoever was refused it has no name. */
function client20(text: string): Said {
	if (text === "Client <unknown> disconnected, not authorised.") return { kind: "refusal" };
	if (text === "Client <unknown> disconnected due to protocol error.") return { kind: "garbage" };
	if (text === "Client <unknown> disconnected: Protocol error.") return { kind: "garbage" };
	const [, address] = /^Client connection from (\S+) failed: error:[0-9A-F]{8}:.*\.$/.exec(text) ?? [];
	if (address !== undefined) return { kind: "garbage", from: { address, port: 0 } };
	const [, client] = /^Client (.*) already connected, closing old connection\.$/s.exec(text) ?? [];
	return client === undefined ? OTHER : { kind: "takeover", client };
}

const PEER_21 = /^Client (.*) \[(\S+):(\d{1,5})\] disconnected: ([^[\]]*)\.$/s;

function client21(text: string): Said {
	const [, client, address, port, why] = PEER_21.exec(text) ?? [];
	if (client === undefined || address === undefined) return OTHER;
	const from = { address, port: Number(port) };
	switch (why) {
		case "not authorised":
		case "bad username or password":
		case "client banned":
			return { kind: "refusal", from, client };
		case "protocol error":
		case "Protocol error":
			return { kind: "garbage", from };
		case "session taken over":
			return { kind: "takeover", client, from };
		default:
			return OTHER;
	}
}
