import { BlockList, isIP } from "node:net";

/** What a peer may request, by its address. */
export type Admission = "everything" | "health" | "nothing";

/**
 * Behind an ingress, that peer gets everything, the machine itself gets the health check, and others get nothing. Without
 * an ingress everyone gets everything, and the page asks for a login.
 * @param ingress address of the ingress; an IPv4 address also matches its IPv6 form (RFC 4291, 2.5.5.2)
 */
export function admissions(ingress: string | undefined): (peer: string | undefined) => Admission {
	if (ingress === undefined) return () => "everything";
	const door = listOf(ingress);
	return (peer) => {
		if (has(door, peer)) return "everything";
		return has(LOOPBACK, peer) ? "health" : "nothing";
	};
}

/** Whether the peer is this machine. */
export const isLoopback = (peer: string | undefined): boolean => has(LOOPBACK, peer);

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

function listOf(ingress: string): BlockList {
	const list = new BlockList();
	if (isIP(ingress) !== 0) list.addAddress(ingress, family(ingress));
	return list;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/**
 * A closed socket has no address, and an address may name its interface. A BlockList treats an IPv4 address and its IPv6
 * form as the same.
 */
function has(list: BlockList, peer: string | undefined): boolean {
	const address = peer?.split("%", 1)[0] ?? "";
	return isIP(address) !== 0 && list.check(address, family(address));
}
