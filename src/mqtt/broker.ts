import type { FailureClass } from "./failure.ts";

export interface Credentials {
	readonly username: string;
	readonly password: string;
}

/** A login exactly as it goes on the wire: an absent field is not sent, an empty one is sent with length 0. */
export interface AsIs {
	readonly username?: string;
	readonly password?: string;
}

/** What a websocket listener needs in the handshake. */
export interface WebSocketPlace {
	/** Begins with `/`; `/mqtt` by default. */
	readonly path?: string;
	/** The `Origin` header that a browser would send. */
	readonly origin?: string;
}

/** PEM texts, not paths. */
export interface Tls {
	/** Authorities that may have signed the broker's certificate. Without it, those that Node trusts. */
	readonly ca?: string;
	readonly cert?: string;
	readonly key?: string;
	/** `ca` is the one trusted certificate, not an authority. */
	readonly pinned?: boolean;
	/** The name that the certificate must carry, where it is not `host`. */
	readonly servername?: string;
}

/** A broker and our login for it. Without `tls` the connection is plain. Neither is ever a fallback for the other. */
export interface Broker extends Credentials {
	readonly host: string;
	readonly port: number;
	readonly tls?: Tls;
	/** Present where MQTT runs inside a websocket. */
	readonly websocket?: WebSocketPlace;
	/** Sent instead of the login. Only for probes that expect to be refused. */
	readonly as_is?: AsIs;
	/** Connects without a login where user name and password are empty. Only if the owner asked for that explicitly. */
	readonly anonymous?: boolean;
	readonly client_id: string;
	/** Published by the broker if the connection breaks without a goodbye. */
	readonly will: Message;
	/** Seconds. A dead connection is noticed after at most 1.5 times this. 15 by default. */
	readonly keepalive?: number;
	/** Seconds from the first packet to the broker's answer to the login. 10 by default. */
	readonly connect_timeout?: number;
	/** Seconds until a message without acknowledgement counts as lost. 10 by default. */
	readonly publish_timeout?: number;
}

export interface Message {
	readonly topic: string;
	readonly payload: string;
	readonly retain: boolean;
	readonly qos: 0 | 1;
	/** Seconds for which a broker may keep it for a client that is away. MQTT 5 only. */
	readonly expires?: number;
}

export interface Received {
	readonly topic: string;
	readonly payload: Uint8Array;
	/** The broker stored it: before we subscribed, or, with `as_published`, just now. */
	readonly retained: boolean;
}

/** 5 is MQTT 5, 4 is MQTT 3.1.1. */
export type Protocol = 4 | 5;

/** `sent` is acknowledged by the broker (QoS 1) or handed to the network (QoS 0). */
export type Outcome = "sent" | "refused" | "lost";

/** State of the session. Times are in seconds of the session's clock. */
export interface Connection {
	readonly kind: "connecting" | "connected" | "waiting" | "closed";
	/** When this state began. */
	readonly since: number;
	/** Attempts since the last connection, the present one included. */
	readonly attempts: number;
	/** Why it is not connected, or why the last attempt failed. Absent while connected. */
	readonly failure?: { readonly class: FailureClass };
	/** Absent while not connected. */
	readonly protocol?: Protocol;
	/** Absent while not connected, and where the connection is plain. */
	readonly tls?: Secured;
}

/** How a connection is encrypted. */
export interface Secured {
	/** For example `TLSv1.3`. */
	readonly version: string;
	/** The name in the standards, for example `TLS_AES_256_GCM_SHA384`. */
	readonly cipher: string;
	/** End of the broker's certificate, ISO 8601 in UTC. */
	readonly valid_until?: string;
}

export type Action = "publish" | "subscribe";

/** Something the broker denied. */
export interface Denied {
	readonly action: Action;
	/** A topic, or a filter for a subscription. */
	readonly topic: string;
}

export interface Rights {
	/** Denied since this connection began, and not allowed since. */
	readonly denied: readonly Denied[];
	/** False where this broker does not tell whether it denies what we publish. */
	readonly known: boolean;
}

export interface Listening {
	/** Excludes what this client itself publishes. MQTT 5 only. */
	readonly noLocal?: boolean;
	/** Excludes stored messages: a stored command must not act again after every reconnection. */
	readonly live?: boolean;
	/**
	 * Keeps the retained flag of messages that are published now, and delivers them in spite of `live`. MQTT 5 only (3.8.3.1,
	 * retain as published): a 3.1.1 broker passes them on like any other.
	 */
	readonly as_published?: boolean;
	/** Topics under this filter of which only the newest message counts, and the test for a meaningful payload. */
	readonly newest?: NewestOf;
}

/** In a flood, the newest valid and the newest invalid message per topic are still read. */
export interface NewestOf {
	readonly topics: ReadonlySet<string>;
	means(topic: string, payload: Uint8Array): boolean;
	/** Devices are counted apart from commands, so that a flood of the one does not delay the other. */
	readonly from?: "commands" | "devices";
}
