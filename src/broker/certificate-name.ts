import { isIP } from "node:net";

/** What is wrong with a name for a certificate: a host name as of RFC 1123, or an IP address. */
export function certificateNameFlaw(name: string): string | undefined {
	if (isIP(name) !== 0) return undefined;
	const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
	return name.length <= 253 && new RegExp(`^(?:\\*\\.)?${label}(?:\\.${label})*$`).test(name)
		? undefined
		: `${name} is no host name and no IP address.`;
}
