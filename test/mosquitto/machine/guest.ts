import { connect } from "node:net";

/** Who comes to a broker, and as whom. */
export interface Guest {
	readonly client: string;
	readonly user?: string;
	readonly password?: string;
	readonly protocol?: 4 | 5;
	/** The address that it comes from. */
	readonly from?: string;
	/** Said once the broker has let it in. */
	readonly says?: Buffer;
}

const text = (value: string): Buffer => {
	const bytes = Buffer.from(value);
	return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
};

/** A packet of MQTT: its first byte, how long the rest is (MQTT 5, 1.5.5), the rest. */
export function packet(first: number, ...parts: readonly Buffer[]): Buffer {
	const rest = Buffer.concat(parts);
	const length: number[] = [];
	for (let left = rest.length; length.length === 0 || left > 0; left = Math.floor(left / 128))
		length.push((left % 128) | (left >= 128 ? 0x80 : 0));
	return Buffer.concat([Buffer.from([first, ...length]), rest]);
}

const login = ({ client, user, password, protocol = 4 }: Guest): Buffer => {
	const flags = 2 | (user === undefined ? 0 : 0x80) | (password === undefined ? 0 : 0x40);
	const properties = protocol === 5 ? [Buffer.from([0])] : [];
	const head = [text("MQTT"), Buffer.from([protocol, flags, 0, 60]), ...properties, text(client)];
	return packet(0x10, ...head, ...[user, password].flatMap((one) => (one === undefined ? [] : [text(one)])));
};

export const publish = (topic: string, payload: string): Buffer => packet(0x30, text(topic), Buffer.from(payload));
export const unsubscribe = (topic: string): Buffer => packet(0xa2, Buffer.from([0, 9]), text(topic));
const GOODBYE = Buffer.from([0xe0, 0]);

/** Knocks once, byte by byte as it likes; answers the code of the broker's CONNACK, or undefined where none came. */
export const knock = (port: number, guest: Guest): Promise<number | undefined> =>
	new Promise((resolve) => {
		const socket = connect({ host: "127.0.0.1", port, ...(guest.from !== undefined && { localAddress: guest.from }) });
		let code: number | undefined;
		socket.once("connect", () => socket.write(login(guest)));
		socket.on("data", (chunk: Buffer) => {
			if (code !== undefined) return;
			code = chunk[3];
			if (code === 0 && guest.says !== undefined) socket.write(guest.says);
			if (code === 0) socket.end(GOODBYE);
			else socket.end();
		});
		socket.on("error", () => undefined);
		socket.on("close", () => resolve(code));
	});
