import { join } from "node:path";
import { confOf } from "../conf/conf.ts";
import { untriedOf } from "../conf/listener-host.ts";
import { onDisk, type Place } from "../conf/place.ts";
import { issued, type Pair } from "../tls/certificates.ts";
import { AUTHORITY, certificatesIn, tlsFolder } from "../tls/trust.ts";
import { doorsOf } from "./restart.ts";
import type { Door } from "./strangers.ts";

/**
 * The broker's listeners. If one requires a client certificate of our own authority, a temporary certificate is made, so
 * that logins can be tried there.
 */
export function certifiedDoors(place: Pick<Place, "config">): readonly Door[] {
	const doors = doorsOf(place);
	if (!doors.some((door) => door.wants_certificate)) return doors;
	const authority = authorityOf(place);
	if (authority === undefined) return doors;
	const pair = issued(authority, { kind: "client", name: "solar-heating proof" }, new Date());
	return doors.map((door) => (door.wants_certificate && !door.certificate_is_login ? { ...door, ...pair } : door));
}

/** Listeners at which no login can be tried with the present configuration. */
export const untriedAt = (place: Pick<Place, "config">): readonly string[] =>
	untriedOf(confOf(place.config, onDisk), authorityOf(place) !== undefined);

/** Our own authority, if it is complete. */
export function authorityOf({ config }: Pick<Place, "config">): Pair | undefined {
	const cert = onDisk.read(join(tlsFolder(config), AUTHORITY));
	const key = onDisk.read(join(tlsFolder(config), "ca.key"));
	if (cert === undefined || key === undefined || certificatesIn(cert).length !== 1) return undefined;
	return { cert, key };
}
