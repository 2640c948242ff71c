import type { Alert } from "#broker/log/alert.ts";

/** An alert as facts: for its words, for programs that read the log, and for the audit trail. */
export const whoIn = ({ kind, count, window, address, client, user, addresses }: Alert) => ({
	kind,
	count,
	window,
	...(address !== undefined && { address }),
	// One letter more than is shown of it, so that a longer one is seen to be cut.
	...(client !== undefined && { client: client.slice(0, 81) }),
	...(user !== undefined && { user }),
	...(addresses !== undefined && { addresses: addresses.join(", ").slice(0, 500) }),
});
