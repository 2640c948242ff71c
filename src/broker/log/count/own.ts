/** Recognises our own logins, so that the audit is not reported as an attack. Each answers yes at most once for each login that really was ours. */
export interface Own {
	/** A login under this client id, seen then. */
	client(client: string, at: number): boolean;
	/**
	 * A login from this address, seen then, where the broker does not say the id; from anywhere, where it says neither.
	 * Where the port is known, it has to be that one.
	 */
	address(address: string | undefined, at: number, port?: number): boolean;
	/** Whether our own audit came from this address at about that time; from anywhere, where the broker does not say it. */
	around(address: string | undefined, at: number): boolean;
	/** A message of ours that was meant to be denied. */
	denial(client: string, topic: string): boolean;
}

/** A login of ours that was meant to be refused, as it was written down. */
export interface OwnLogin {
	/** ISO 8601. */
	readonly at: string;
	/** Our own address and port. */
	readonly from: string;
	readonly client_id?: string;
}

/** The broker's log has whole seconds, and a busy broker writes late. */
const NEAR = 5;
/** Between two logins of an audit it tries other things, and a command restarts the broker, in seconds. */
const AROUND = 30;
/** One second is lost to the log's. */
const EARLY = 1.5;

/**
 * @param recognise whether a client id is a mark of ours, the first time it comes
 * @param denial whether a message was meant to be denied
 * @param logins what was written down until now, the same list while it is unchanged; asked where the log says no ids
 */
export function ownOf(
	recognise: (client: string, at: number) => boolean,
	logins: () => readonly OwnLogin[] = () => [],
	denial: Own["denial"] = () => false,
): Own {
	const used = new Set<string>();
	let from: readonly OwnLogin[] = [];
	let read: readonly Read[] = [];
	const latest = () => {
		const now = logins();
		if (now !== from) [from, read] = [now, now.map(readOf)];
		return read;
	};
	return {
		client(client, at) {
			if (!recognise(client, at)) return false;
			// One login is one refusal: a second one is not taken for ours.
			const ours = latest().find((login) => login.client === client);
			if (ours !== undefined) used.add(ours.key);
			return true;
		},
		denial,
		around(address, at) {
			return latest().some((login) => cameFrom(login, address) && Math.abs(at - login.seconds) <= AROUND);
		},
		address(address, at, port = 0) {
			const ours = latest().find(
				(login) => !used.has(login.key) && justBefore(login, at) && samePort(login, port) && cameFrom(login, address),
			);
			if (ours === undefined) return false;
			used.add(ours.key);
			return true;
		},
	};
}

/** Where the broker does not say an address, any will do. */
const cameFrom = (login: Read, address: string | undefined): boolean =>
	address === undefined || plain(address) === login.address;
/** Where one of the two does not say a port, any will do. */
const samePort = (login: Read, port: number): boolean => port === 0 || login.port === 0 || port === login.port;
const justBefore = (login: Read, at: number): boolean => at - login.seconds > -EARLY && at - login.seconds < NEAR;

interface Read {
	readonly key: string;
	readonly address: string;
	/** 0 where it was not written down. */
	readonly port: number;
	readonly client: string | undefined;
	readonly seconds: number;
}
const readOf = ({ at, from, client_id }: OwnLogin): Read => ({
	key: `${at} ${from}`,
	port: Number(/:(\d+)$/.exec(from)?.[1] ?? 0),
	client: client_id,
	address: addressOf(from),
	seconds: Date.parse(at) / 1000,
});
const addressOf = (from: string) => plain(from.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1"));
/** An IPv4 address is the same one when it is written as an IPv6 one. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");
