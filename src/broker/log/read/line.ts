import { isIP } from "node:net";
import { bare } from "./prefix.ts";
import { type Release, releaseOfVersion } from "./release.ts";
import { unstamped } from "./stamp.ts";
import { begins } from "./words.ts";

/**
 * What a line of Mosquitto's log says about logins and connections. Unless stated otherwise, its content cannot be trusted.
 */
export type Said =
	/** A connection to the port was opened. The address comes from the kernel. */
	| { readonly kind: "connection"; readonly from: Peer; readonly listener: number }
	/** A login succeeded. Address and user come from the broker, the id from the client. */
	| {
			readonly kind: "login";
			readonly from: Peer;
			readonly client: string;
			readonly user?: string;
			/** Where the broker's name for the protocol reveals it. */
			readonly release?: Release;
	  }
	/** A login was refused. Without `from` the broker does not tell whose. The id comes from the client. */
	| {
			readonly kind: "refusal";
			readonly from?: Peer;
			readonly client?: string;
			/** Where the wording reveals it and it was unknown. */
			readonly release?: Release;
	  }
	/** The broker refused a login (2.0 with debug). Before 2.0.13 it names the address, later the id. */
	| { readonly kind: "connack_refusal"; readonly address?: string; readonly client?: string }
	/** A connection ended. With websockets and 2.0.13 or later, it may not have been logged in. */
	| { readonly kind: "closed"; readonly client: string; readonly how: "closed" | "ended" }
	/** The access rules denied a message or a subscription. */
	| { readonly kind: "denial"; readonly client: string; readonly topic: string }
	/** A handshake failed, or the data was not MQTT. */
	| { readonly kind: "garbage"; readonly from?: Peer }
	/** A client connected with an id that was in use. */
	| { readonly kind: "takeover"; readonly client: string; readonly from?: Peer }
	/** Too long: its subject is cut off. */
	| { readonly kind: "cut" }
	/** The broker starts, or names its version. */
	| { readonly kind: "release"; readonly release: Release | "1.6" }
	/** A line of the broker that does not matter here. */
	| { readonly kind: "other" }
	/** The log itself says that another program wrote it. */
	| { readonly kind: "foreign" }
	/** No known line of Mosquitto. */
	| { readonly kind: "unknown" };

export interface Peer {
	readonly address: string;
	readonly port: number;
}

export interface Line {
	/** Seconds since 1970, if the line tells. */
	readonly at?: number;
	/** Without the time. */
	readonly text: string;
	readonly said: Said;
}

/** Mosquitto cuts lines at so many bytes, time included. The end of such a line may be a client's own text. */
const LONGEST = 999;

/**
 * Parses a line without its line end. Every pattern is anchored at both ends, and an id, which a client chooses, matches
 * everything before the broker's final words. So a client cannot forge an address.
 * @param release release that wrote the log; until it is known, lines that only one release writes are ignored
 * @param today seconds since 1970, for dates without a year
 */
export function lineOf(line: string, release: Release | undefined, today?: number): Line {
	const { text: whole, at: before, foreign } = bare(line, today);
	if (foreign) return { text: whole, said: { kind: "foreign" } };
	const { text, at: own } = unstamped(whole, begins, today);
	const at = own ?? before;
	const said = begins(text) ? saidBy(text, Buffer.byteLength(whole), release) : UNKNOWN;
	return { text, said, ...(at !== undefined && { at }) };
}

function saidBy(text: string, length: number, release: Release | undefined): Said {
	const [, version] = /^mosquitto version (\d+\.\d+\S*) (?:\(.*\) )?(?:starting|running)$/.exec(text) ?? [];
	const named = version === undefined ? undefined : releaseOfVersion(version);
	if (named !== undefined) return { kind: "release", release: named };
	if (text.startsWith("New connection from ")) return connection(text);
	if (text.startsWith("New client connected from ")) return login(text);
	if (text.startsWith("Denied PUBLISH from ")) return denial(text);
	if (text.startsWith("Sending CONNACK to ")) return connack(text, release);
	if (!text.startsWith("Client ") && !text.startsWith("Protocol error from ")) return OTHER;
	if (release === undefined) return length >= LONGEST ? OTHER : firstRefusal(text);
	if (length >= LONGEST) return { kind: "cut" };
	return release === "2.1" ? client21(text) : client20(text);
}

const OTHER: Said = { kind: "other" };
const UNKNOWN: Said = { kind: "unknown" };
const OLD: Said = { kind: "release", release: "1.6" };

/** No release ends a line about an accepted client with these words, so they reveal the release. */
function firstRefusal(text: string): Said {
	const old = client20(text);
	if (old.kind === "refusal") return { ...old, release: "2.0.13" };
	const said = client21(text);
	return said.kind === "refusal" ? { ...said, release: "2.1" } : OTHER;
}

function connection(text: string): Said {
	const [, address, port, listener] = /^New connection from (\S+):(\d{1,5}) on port (\d{1,5})\.$/.exec(text) ?? [];
	// 1.6 and older do not give the client's port.
	if (address === undefined) return /^New connection from \S+ on port \d{1,5}\.$/.test(text) ? OLD : OTHER;
	return { kind: "connection", from: { address, port: Number(port) }, listener: Number(listener) };
}

function login(text: string): Said {
	// The address precedes what the client may choose. The user follows it and ends the line.
	const match = /^New client connected from (\S+):(\d{1,5}) as (.*) \(p(\d), c\d, k\d+(?:, u'(.*)')?\)\.$/s.exec(text);
	const [, address, port, client, protocol = "", user] = match ?? [];
	if (address === undefined || client === undefined) return OTHER;
	const from = { address, port: Number(port) };
	const release = PROTOCOLS[protocol];
	return { kind: "login", from, client, ...(user !== undefined && { user }), ...(release && { release }) };
}

/**
 * MQTT 3.1.1 is 2 in one release and 4 in the other; 5 is 5 in both. The exact 2.0 cannot be seen, so the one with less
 * trusted lines is assumed.
 */
const PROTOCOLS: Readonly<Record<string, Release>> = { "2": "2.0.13", "4": "2.1" };

function denial(text: string): Said {
	const match = /^Denied PUBLISH from (.*) \(d[01], q[0-2], r[01], m\d+, '(.*)', \.\.\. \(\d+ bytes\)\)$/s.exec(text);
	const [, client, topic] = match ?? [];
	return client === undefined || topic === undefined ? OTHER : { kind: "denial", client, topic };
}

function connack(text: string, release: Release | undefined): Said {
	if (release !== "2.0" && release !== "2.0.13") return OTHER;
	// 5 and 4 in MQTT 3.1.1; 134, 135 and 138 in MQTT 5.
	const [, whom] = /^Sending CONNACK to (.*) \(0, (?:4|5|134|135|138)\)$/s.exec(text) ?? [];
	if (whom === undefined) return OTHER;
	// Before 2.0.13 the broker only knows an id here with use_username_as_clientid; later it always does.
	const address = release === "2.0" && isIP(whom) !== 0;
	if (address) return { kind: "connack_refusal", address: whom };
	return { kind: "connack_refusal", ...(whom !== UNNAMED && { client: whom }) };
}

/** 2.0 never gives an address here. Before 2.0.13 it has no name for a refused client. */
function client20(text: string): Said {
	const [, refused] = /^Client (.*) disconnected, not authorised\.$/s.exec(text) ?? [];
	if (refused !== undefined) return { kind: "refusal", ...(refused !== UNNAMED && { client: refused }) };
	if (text === `Client ${UNNAMED} disconnected due to protocol error.`) return { kind: "garbage" };
	if (text === `Client ${UNNAMED} disconnected: Protocol error.`) return { kind: "garbage" };
	const [, address] = /^Client connection from (\S+) failed: error:[0-9A-F]{8}:.*\.$/.exec(text) ?? [];
	if (address !== undefined) return { kind: "garbage", from: { address, port: 0 } };
	const [, taken] = /^Client (.*) already connected, closing old connection\.$/s.exec(text) ?? [];
	if (taken !== undefined) return { kind: "takeover", client: taken };
	const [, client, how] = ENDED_20.exec(text) ?? [];
	return client === undefined ? OTHER : { kind: "closed", client, how: how?.startsWith("closed") ? "closed" : "ended" };
}

/** A client without a known id. */
export const UNNAMED = "<unknown>";
const ENDED_20 =
	/^Client (.*) (closed its connection|disconnected|has exceeded timeout, disconnecting|disconnected due to [^<>]*|been disconnected by administrative action)\.$/s;

const REFUSALS_21 = new Set([
	"not authorised",
	"bad username or password",
	"client banned",
	"bad authentication method",
]);
const PEER_21 = /^Client (.*) \[(\S+):(\d{1,5})\] disconnected: ([^[\]]*)\.$/s;

function client21(text: string): Said {
	const [, client, address, port, why] = PEER_21.exec(text) ?? [];
	if (client === undefined || address === undefined) return OTHER;
	const from = { address, port: Number(port) };
	if (why === "session taken over") return { kind: "takeover", client, from };
	if (why === "protocol error" || why === "Protocol error") return { kind: "garbage", from };
	return REFUSALS_21.has(why ?? "") ? { kind: "refusal", from, client } : OTHER;
}
