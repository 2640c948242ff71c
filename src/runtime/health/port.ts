import type { Server } from "node:http";
import type { Seconds } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { errorCode } from "#model/untyped/error-code.ts";

export interface Place {
	readonly host: string;
	/** 0 takes any free port. */
	readonly port: number;
	/** Time between two tries. */
	readonly retry: Seconds;
}

/** Listens from now on, or as soon as the port is available. Each new cause is reported once. */
export function listenOn(server: Server, { host, port, retry }: Place, tell: Tell) {
	const first = Promise.withResolvers<number>();
	let timer: NodeJS.Timeout | undefined;
	let cause: string | undefined;
	let over = false;
	/** Undefined while there is no port. */
	const number = () => {
		const address = server.address();
		return typeof address === "object" && address !== null ? address.port : undefined;
	};
	const refused = (thrown: unknown) => {
		const met = errorCode(thrown) ?? "unknown";
		if (met !== cause) tell(notice("warning", "health_not_served", { host, port, cause: met }));
		cause = met;
		if (!over && !server.listening) timer = setTimeout(listen, retry * 1000);
	};
	const listen = () => {
		try {
			server.listen({ port, host });
		} catch (thrown) {
			refused(thrown);
		}
	};
	server.on("error", refused);
	server.on("listening", () => {
		// Looking up the host name may take a while.
		if (over) server.close();
		else if (cause !== undefined) tell(notice("info", "health_served", { host, port }));
		cause = undefined;
		first.resolve(number() ?? port);
	});
	listen();
	const close = () => {
		over = true;
		clearTimeout(timer);
		return closed(server);
	};
	return { number, listening: first.promise, close };
}

function closed(server: Server): Promise<void> {
	return new Promise((done) => {
		// A server that never listened reports an error instead of closing.
		server.close(() => done());
		server.closeAllConnections();
	});
}
