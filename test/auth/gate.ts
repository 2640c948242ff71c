import { connect } from "node:net";
import { type Listener, listen } from "../mqtt/listener.ts";

/** Before a broker that speaks both: refuses MQTT 5 in the words of 3.1.1, but to those whose client id has this in it. */
export const gate = (port: number, allowed: string): Promise<Listener> =>
	listen((socket) => {
		socket.once("data", (login: Buffer) => {
			const level = login[login.indexOf("MQTT") + 4];
			// CONNACK, unacceptable protocol version (3.1.1, 3.2.2.3).
			if (level === 5 && !login.includes(allowed)) return void socket.end(Uint8Array.of(0x20, 2, 0, 1));
			const through = connect(port, "127.0.0.1").on("error", () => undefined);
			socket.on("close", () => through.destroy());
			through.on("close", () => socket.destroy());
			through.write(login);
			socket.pipe(through).pipe(socket);
		});
	});
