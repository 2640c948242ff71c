import { isIP } from "node:net";

/**
 * Whether a browser meant this machine by `Host`. A stranger's page can let a name of its own point to 127.0.0.1 and then
 * read what answers there (DNS rebinding), but it can make no name that is an address.
 * @param names other names by which the page may be reached, in lower case
 */
export function ownHost(header: string | undefined, names: readonly string[]): boolean {
	const host = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(header ?? "")?.[1]?.toLowerCase();
	if (host === undefined) return false;
	return isIP(host.replace(/^\[|\]$/g, "")) !== 0 || host === "localhost" || names.includes(host);
}
