import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { Secured } from "../broker.ts";

/** How a connection is encrypted, and until when the broker's certificate lasts; undefined where it is plain. */
export function tlsFacts(socket: Socket): Secured | undefined {
	if (!(socket instanceof TLSSocket)) return undefined;
	const { valid_to } = socket.getPeerCertificate();
	const until = new Date(valid_to);
	return {
		version: socket.getProtocol() ?? "",
		cipher: socket.getCipher().standardName,
		...(Number.isNaN(until.getTime()) ? {} : { valid_until: until.toISOString() }),
	};
}
