import { connect, type Socket } from "node:net";
import { type Packet, splitter } from "./packets.ts";

/**
 * The least MQTT 3.1.1 client that can send commands and see states, QoS 0. A client library would cost more time than
 * what is measured with it.
 */
export interface Commander {
	publish(topic: string, payload: string): void;
	/** Writes packets that are made already; comes back when the network has taken them. */
	pour(packets: Buffer): Promise<void>;
	/** Called with every message that comes in, retained ones too. */
	onMessage(listen: (topic: string, payload: string) => void): void;
	close(): void;
}

export async function openCommander(
	port: number,
	login: { readonly username: string; readonly password: string },
	topics: readonly string[],
): Promise<Commander> {
	const socket = connect({ port, host: "127.0.0.1", noDelay: true });
	let listener: (topic: string, payload: string) => void = () => {};
	let hear: (packet: Packet) => void = () => {};
	const level = { value: 4 };
	socket.on(
		"data",
		splitter((packet) => {
			if (packet.type === "publish") listener(packet.topic ?? "", packet.payload?.toString() ?? "");
			else hear(packet);
		}, level),
	);
	const answer = (type: Packet["type"], send: () => void) =>
		new Promise<Packet>((resolve, reject) => {
			hear = (packet) => packet.type === type && resolve(packet);
			socket.once("error", reject);
			socket.once("close", () => reject(new Error("The broker closed the connection.")));
			send();
		});
	const { code } = await answer("connack", () => sendConnect(socket, login));
	if (code !== 0) throw new Error(`The broker refuses the benchmark's login: ${code}`);
	await answer("suback", () => sendSubscribe(socket, topics));
	return {
		publish: (topic, payload) => void socket.write(publishPacket(topic, payload)),
		pour: (packets) =>
			new Promise((done, failed) => socket.write(packets, (error) => (error ? failed(error) : done()))),
		onMessage: (listen) => {
			listener = listen;
		},
		close: () => socket.destroy(),
	};
}

/** A PUBLISH of QoS 0. */
export const publishPacket = (topic: string, payload: string): Buffer =>
	packet(0x30, text(topic), Buffer.from(payload));

let commanders = 0;

function sendConnect(socket: Socket, { username, password }: { username: string; password: string }) {
	// Clean session, user name and password; no keep-alive.
	const head = Buffer.from([4, 0b1100_0010, 0, 0]);
	socket.write(
		packet(0x10, text("MQTT"), head, text(`bench-commander-${++commanders}`), text(username), text(password)),
	);
}

function sendSubscribe(socket: Socket, topics: readonly string[]) {
	const filters = topics.flatMap((topic) => [text(topic), Buffer.from([0])]);
	socket.write(packet(0x82, Buffer.from([0, 1]), ...filters));
}

function packet(first: number, ...parts: readonly Buffer[]): Buffer {
	const body = Buffer.concat(parts);
	const length: number[] = [];
	for (let rest = body.length; ; ) {
		const byte = rest % 128;
		rest = Math.floor(rest / 128);
		length.push(rest > 0 ? byte | 0x80 : byte);
		if (rest === 0) return Buffer.concat([Buffer.from([first, ...length]), body]);
	}
}

function text(value: string): Buffer {
	const bytes = Buffer.from(value);
	const length = Buffer.alloc(2);
	length.writeUInt16BE(bytes.length);
	return Buffer.concat([length, bytes]);
}
