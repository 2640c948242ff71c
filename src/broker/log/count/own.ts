/**
 * Recognises our own logins, so that the audit is not reported as an attack. Each method answers yes at most once per login
 * of ours.
 */
export interface Own {
	/** A login with this client id, at this time. */
	client(client: string, at: number): boolean;
	/**
	 * A login from this address, at this time, where the broker does not log the id. If it logs no address either, any
	 * address. If the port is known, it must match.
	 */
	address(address: string | undefined, at: number, port?: number): boolean;
	/** Whether our own audit came from this address at about this time. Any address, if the broker does not log it. */
	around(address: string | undefined, at: number): boolean;
	/** A message of ours that was expected to be denied. */
	denial(client: string, topic: string): boolean;
}

/** A recorded login of ours that was expected to be refused. */
export interface OwnLogin {
	/** ISO 8601. */
	readonly at: string;
	/** Our own address and port. */
	readonly from: string;
	readonly client_id?: string;
}

/** The broker's log has whole seconds, and a busy broker writes late. */
const NEAR = 5;
/** Seconds. Between two logins an audit tries other things, and a command restarts the broker. */
const AROUND = 30;
/** The log's whole seconds lose up to one second. */
const EARLY = 1.5;

/**
 * @param recognise whether a client id is a mark of ours that has not been seen before
 * @param denial whether a message was expected to be denied
 * @param logins the recorded logins, the same list while it is unchanged; used where the log has no ids
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
			// One login causes one refusal. A second one is not ours.
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

/** If the broker does not log an address, any matches. */
const cameFrom = (login: Read, address: string | undefined): boolean =>
	address === undefined || plain(address) === login.address;
/** If one of them has no port, any matches. */
const samePort = (login: Read, port: number): boolean => port === 0 || login.port === 0 || port === login.port;
const justBefore = (login: Read, at: number): boolean => at - login.seconds > -EARLY && at - login.seconds < NEAR;

interface Read {
	readonly key: string;
	readonly address: string;
	/** 0 if it was not recorded. */
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
/** An IPv4 address equals its IPv6 form. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");
