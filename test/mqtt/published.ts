import { once } from "node:events";
import { connect } from "node:net";
import { publishBytes } from "./wire/publish-bytes.ts";

/** A message of any size by 3.1.1 and QoS 1; comes back when the broker has taken all of it. */
export async function published(
	port: number,
	{ username, password }: { readonly username: string; readonly password: string },
	topic: string,
	bytes: number,
): Promise<void> {
	const socket = connect(port, "127.0.0.1");
	const head = Buffer.of(4, 0xc2, 0, 0);
	const body = Buffer.concat([text("MQTT"), head, text(`large-${bytes}`), text(username), text(password)]);
	socket.write(Buffer.concat([Buffer.of(0x10, body.length), body]));
	await once(socket, "data");
	const acknowledged = once(socket, "data");
	socket.write(publishBytes(topic, Buffer.alloc(bytes, 48), 1));
	await acknowledged;
	socket.destroy();
}

const text = (value: string) => Buffer.concat([Buffer.of(0, value.length), Buffer.from(value)]);
