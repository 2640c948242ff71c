import { hostname, networkInterfaces } from "node:os";
import type { Conf } from "../conf/conf.ts";
import { listenersOf } from "../conf/listeners.ts";
import { isCertificateName } from "../tls/certificate-name.ts";

/** Names that the broker's certificate needs: those of this machine, and those it listens on. */
export function ownNames(conf: Conf, address: string | undefined): readonly string[] {
	const bound = listenersOf(conf).flatMap(({ bind }) =>
		bind === undefined || /^(?:0\.0\.0\.0|::)$/.test(bind) || !isCertificateName(bind) ? [] : [bind],
	);
	return [...machineNames(), ...bound, ...(address === undefined ? [] : [address])];
}

/**
 * Names of this machine in its network: its host name, also with mDNS's `.local`, and its IPv4 addresses. IPv6 addresses
 * change too often for a certificate; the owner can add one.
 */
function machineNames(): readonly string[] {
	const addresses = Object.values(networkInterfaces()).flatMap((all) =>
		(all ?? []).flatMap(({ family, address }) =>
			family === "IPv4" && !address.startsWith("169.254.") ? [address] : [],
		),
	);
	const name = hostname().toLowerCase();
	const own = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name) ? [name, `${name}.local`] : [];
	return [...own, "localhost", "127.0.0.1", "::1", ...addresses.sort()];
}
