import type { FailureClass } from "./failure.ts";

export interface Credentials {
	readonly username: string;
	readonly password: string;
}

/** A login as it is on the wire: what is absent is not sent at all, and what is empty is sent with no length. */
export interface AsIs {
	readonly username?: string;
	readonly password?: string;
}

/** What a listener for websockets wants to hear. */
export interface WebSocketPlace {
	/** Begins with `/`; `/mqtt` by default. */
	readonly path?: string;
	/** The web page that a browser would have it from. */
	readonly origin?: string;
}

/** All PEM text, not paths. */
export interface Tls {
	/** The authorities that may sign the broker's certificate; without it, those that Node trusts. */
	readonly ca?: string;
	readonly cert?: string;
	readonly key?: string;
	/** `ca` is the one certificate that is trusted, and no authority. */
	readonly pinned?: boolean;
	/** The name the certificate must bear, where it is not `host`. */
	readonly servername?: string;
}

/** A broker and who we are to it. Without `tls` the connection is plain; one is never a fallback for the other. */
export interface Broker extends Credentials {
	readonly host: string;
	readonly port: number;
	readonly tls?: Tls;
	/** It is spoken to inside a websocket. */
	readonly websocket?: WebSocketPlace;
	/** Sent as it is instead of the login, also where no session would: only by who means to be refused. */
	readonly as_is?: AsIs;
	/** With an empty user name and password it comes without a login. Only where the owner asked for that in so many words. */
	readonly anonymous?: boolean;
	readonly client_id: string;
	/** What the broker says for us when we are gone without a goodbye. */
	readonly will: Message;
	/** Seconds; a dead connection is noticed after at most 1.5 times this. 15 by default. */
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
}

export interface Received {
	readonly topic: string;
	readonly payload: Uint8Array;
	/** It is stored at the broker: since before we subscribed, or, with `as_published`, as it was said just now. */
	readonly retained: boolean;
}

/** 5 is MQTT 5, 4 is MQTT 3.1.1. */
export type Protocol = 4 | 5;

/** `sent` is acknowledged by the broker (QoS 1) or handed to the network (QoS 0). */
export type Outcome = "sent" | "refused" | "lost";

/** Where the session stands. Times are in the seconds of the clock that was lent to it. */
export interface Connection {
	readonly kind: "connecting" | "connected" | "waiting" | "closed";
	/** Since when it has been of this kind. */
	readonly since: number;
	/** Attempts since it was last connected, the present one included. */
	readonly attempts: number;
	/** Why it is not connected, or why the last attempt failed. Absent while connected. */
	readonly failure?: { readonly class: FailureClass };
	/** What is spoken with the broker; absent while not connected. */
	readonly protocol?: Protocol;
	/** Absent while not connected, and where the connection is plain. */
	readonly tls?: Secured;
}

/** How a connection is encrypted. */
export interface Secured {
	/** For example `TLSv1.3`. */
	readonly version: string;
	/** Its name in the standards, for example `TLS_AES_256_GCM_SHA384`. */
	readonly cipher: string;
	/** When the broker's certificate ends, ISO 8601 in UTC. */
	readonly valid_until?: string;
}

export type Action = "publish" | "subscribe";

/** What the broker said no to. */
export interface Denied {
	readonly action: Action;
	/** A topic, or a filter when subscribing. */
	readonly topic: string;
}

export interface Rights {
	/** Since this connection began, and not allowed since. */
	readonly denied: readonly Denied[];
	/** False: this broker does not say whether it denies what we publish. */
	readonly known: boolean;
}

export interface Listening {
	/** What this client itself publishes is not wanted. MQTT 5 only: 3.1.1 has no such thing. */
	readonly noLocal?: boolean;
	/** Only what is said from now on: a stored command must not act again after every reconnection. */
	readonly live?: boolean;
	/**
	 * Of what is said now it is told too that the broker keeps it, and that one is delivered in spite of `live`. MQTT 5 only
	 * (3.8.3.1, retain as published): a broker of 3.1.1 passes it on like any other.
	 */
	readonly as_published?: boolean;
	/** The topics under this filter of which only the newest message counts, and what means something there. */
	readonly newest?: NewestOf;
}

/** In a flood the newest message that means something is still heard, and so is the newest that does not. */
export interface NewestOf {
	readonly topics: ReadonlySet<string>;
	means(topic: string, payload: Uint8Array): boolean;
}
