import { hostname, networkInterfaces } from "node:os";
import type { Conf } from "../conf/conf.ts";
import { listenersOf } from "../conf/listeners.ts";
import { isCertificateName } from "../tls/certificate-name.ts";

/** What the broker's certificate has to bear of its own: what this machine is called, and where the broker listens. */
export function ownNames(conf: Conf, address: string | undefined): readonly string[] {
	const bound = listenersOf(conf).flatMap(({ bind }) =>
		bind === undefined || /^(?:0\.0\.0\.0|::)$/.test(bind) || !isCertificateName(bind) ? [] : [bind],
	);
	return [...machineNames(), ...bound, ...(address === undefined ? [] : [address])];
}

/**
 * What this machine is called in its house: its name, alone and as mDNS has it, and its IPv4 addresses. Its IPv6 addresses
 * change too often to stand in a certificate; who uses one names it.
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
