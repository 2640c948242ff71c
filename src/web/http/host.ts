import { isIP } from "node:net";

/**
 * Whether `Host` names this machine. A foreign page can point its own name to 127.0.0.1 and read the answers (DNS
 * rebinding), but its name cannot be an address.
 * @param names other names of the page, in lower case
 */
export function ownHost(header: string | undefined, names: readonly string[]): boolean {
	const host = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(header ?? "")?.[1]?.toLowerCase();
	if (host === undefined) return false;
	return isIP(host.replace(/^\[|\]$/g, "")) !== 0 || host === "localhost" || names.includes(host);
}
