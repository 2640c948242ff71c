import { join } from "node:path";
import { confOf } from "../conf/conf.ts";
import { untriedOf } from "../conf/listener-host.ts";
import { onDisk, type Place } from "../conf/place.ts";
import { issued, type Pair } from "../tls/certificates.ts";
import { AUTHORITY, certificatesIn, tlsFolder } from "../tls/trust.ts";
import { doorsOf } from "./restart.ts";
import type { Door } from "./strangers.ts";

/**
 * The broker's doors, with a certificate made for this occasion where one is wanted and our own authority is asked for it:
 * so it can be tried what comes behind.
 */
export async function certifiedDoors(place: Pick<Place, "config">): Promise<readonly Door[]> {
	const doors = doorsOf(place);
	if (!doors.some((door) => door.wants_certificate)) return doors;
	const authority = authorityOf(place);
	if (authority === undefined) return doors;
	const pair = await issued(authority, { kind: "client", name: "solar-heating proof" }, new Date());
	return doors.map((door) => (door.wants_certificate && !door.certificate_is_login ? { ...door, ...pair } : door));
}

/** Where no login can be tried with the configuration as it stands now. */
export const untriedAt = (place: Pick<Place, "config">): readonly string[] =>
	untriedOf(confOf(place.config, onDisk), authorityOf(place) !== undefined);

/** Our own, where there is a whole one. */
export function authorityOf({ config }: Pick<Place, "config">): Pair | undefined {
	const cert = onDisk.read(join(tlsFolder(config), AUTHORITY));
	const key = onDisk.read(join(tlsFolder(config), "ca.key"));
	if (cert === undefined || key === undefined || certificatesIn(cert).length !== 1) return undefined;
	return { cert, key };
}
