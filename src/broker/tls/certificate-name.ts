import { isIP } from "node:net";

/**
 * Whether a certificate can contain this name: a host name (RFC 1123) or an IP address. No client accepts a `*` for a whole
 * top-level domain, such as `*.lan`.
 */
export function isCertificateName(name: string): boolean {
	if (isIP(name) !== 0) return true;
	const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
	return name.length <= 253 && new RegExp(`^(?:\\*\\.(?=.*\\.))?${label}(?:\\.${label})*$`).test(name);
}
