import { resolve } from "node:path";
import type { Machine } from "#app/machine.ts";
import { securing } from "#broker/plans/tls.ts";
import { type BrokerFlags, change } from "./change.ts";

export interface TlsFlags extends BrokerFlags {
	/** Additional names and addresses of the broker. */
	readonly name?: readonly string[];
	readonly port?: number;
	readonly address?: string;
	readonly only?: boolean;
	readonly renew?: boolean;
	/** `false` undoes it; absent leaves it. */
	readonly requireClientCertificate?: boolean;
	readonly client?: readonly string[];
	/** A file that gets a copy of the authority. */
	readonly caTo?: string;
}

/** Sets up a certificate authority for the house, a certificate for the broker, and a listener with TLS. */
export const brokerTls = (machine: Machine, flags: TlsFlags): Promise<number> =>
	change(machine, flags, (place) =>
		securing(place, {
			names: flags.name ?? [],
			port: flags.port,
			address: flags.address,
			only: flags.only === true,
			renew: flags.renew === true,
			require_certificate: flags.requireClientCertificate,
			clients: flags.client ?? [],
			copy: flags.caTo === undefined ? undefined : resolve(machine.cwd, flags.caTo),
			backups: flags.backups,
		}),
	);
