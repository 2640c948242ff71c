import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import { Aedes, type AuthenticateError, type Client } from "aedes";
import { mayListen, mayRead, mayWrite, type Right } from "./rights.ts";

/** Only this machine can reach the broker. */
export const HOST = "127.0.0.1";
/** CONNACK of MQTT 3.1.1 (3.2.2.3): not authorized. Mosquitto answers strangers and wrong passwords in the same way. */
const NOT_AUTHORIZED = 5;

export interface User {
	readonly username: string;
	readonly password: string;
	readonly rights: readonly Right[];
}

export interface DemoBroker {
	readonly port: number;
	close(): Promise<void>;
}

export type Opened =
	| { readonly kind: "open"; readonly broker: DemoBroker }
	/** For example because the port is taken. */
	| { readonly kind: "failed"; readonly why: string };

/**
 * A broker in this process that accepts only its users, each with rights to topics.
 * @param port 0 for any free one
 * @param heard called for every allowed topic that a client publishes to
 */
export async function openBroker(
	port: number,
	users: readonly User[],
	heard: (topic: string) => void = () => undefined,
): Promise<Opened> {
	const rights = new WeakMap<Client, readonly Right[]>();
	const of = (client: Client | null) => (client === null ? [] : (rights.get(client) ?? []));
	const aedes = await Aedes.createBroker({
		authenticate(client, username, password, done) {
			const user = users.find((u) => u.username === username && same(password, u.password));
			if (user === undefined) return done(refusal(), false);
			rights.set(client, user.rights);
			done(null, true);
		},
		// MQTT 3.1.1 (3.3.5) cannot refuse a message. A broker may drop it or disconnect the client, which can be noticed.
		authorizePublish: (client, { topic }, done) =>
			done(mayWrite(of(client), topic) ? null : new Error("may not publish here")),
		authorizeSubscribe: (client, asked, done) => done(null, mayListen(of(client), asked.topic) ? asked : null),
		authorizeForward: (client, packet) => (mayRead(of(client), packet.topic) ? packet : null),
	});
	aedes.on("publish", ({ topic }, client) => {
		if (client !== null) heard(topic);
	});
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.once("close", () => sockets.delete(socket));
		aedes.handle(socket);
	});
	const why = await listening(server, port);
	const close = () => closed(aedes, server, sockets);
	if (why === undefined) return { kind: "open", broker: { port: portOf(server), close } };
	await close();
	return { kind: "failed", why };
}

const refusal = (): AuthenticateError => Object.assign(new Error("not authorized"), { returnCode: NOT_AUTHORIZED });

/** Takes the same time for right and wrong passwords. */
function same(given: Readonly<Buffer> | undefined, wanted: string): boolean {
	const hash = (secret: string | Uint8Array) => createHash("sha256").update(secret).digest();
	return timingSafeEqual(hash(given === undefined ? "" : Uint8Array.from(given)), hash(wanted)) && given !== undefined;
}

const listening = (server: Server, port: number): Promise<string | undefined> =>
	new Promise((resolve) => {
		server.once("error", (failed: NodeJS.ErrnoException) => resolve(failed.code ?? failed.message));
		server.listen(port, HOST, () => resolve(undefined));
	});

function portOf(server: Server): number {
	const address = server.address();
	return typeof address === "object" && address !== null ? address.port : 0;
}

/** Disconnects every client, even one that does not react. */
async function closed(aedes: Aedes, server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
	await new Promise<void>((done) => aedes.close(() => done()));
	const ended = new Promise<void>((done) => server.close(() => done()));
	for (const socket of sockets) socket.destroy();
	await ended;
}
