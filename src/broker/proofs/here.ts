import { networkInterfaces } from "node:os";

/**
 * Whether this is an address of this machine, which `broker fail2ban` never bans. Names other than `localhost` are not
 * looked up.
 */
export function isHere(host: string): boolean {
	if (host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host)) return true;
	return Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === host));
}
