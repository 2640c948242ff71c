import { randomBytes } from "node:crypto";
import { type IncomingMessage, request } from "node:http";
import type { Duplex } from "node:stream";
import * as z from "zod";
import { jsonIn } from "#model/untyped/untyped.ts";
import { textFrames, toClient } from "./web-socket-frames.ts";

const Auth = z.object({ type: z.literal("auth"), access_token: z.string() });

/**
 * `/core/websocket`: an app logs in with its own token, and then talks to Home Assistant as the Supervisor's user.
 * @param socket Home Assistant's own for the Supervisor, which needs no login
 * @param mayEnter judges an app's token
 */
export function coreWebSocket(
	{ asked, wire, socket }: { readonly asked: IncomingMessage; readonly wire: Duplex; readonly socket: string },
	mayEnter: (token: string) => boolean,
): void {
	const headers = {
		host: "core",
		connection: "Upgrade",
		upgrade: "websocket",
		"sec-websocket-version": "13",
		"sec-websocket-key": asked.headers["sec-websocket-key"] ?? randomBytes(16).toString("base64"),
	};
	const onward = request({ socketPath: socket, path: "/api/websocket", headers });
	wire.on("error", () => wire.destroy());
	wire.on("close", () => onward.destroy());
	onward.on("error", () => wire.destroy());
	onward.on("response", () => wire.end("HTTP/1.1 502 No\r\nconnection: close\r\n\r\n"));
	onward.on("upgrade", (answer, core, head) => {
		const accept = answer.headers["sec-websocket-accept"];
		wire.write(
			`HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
		);
		core.on("error", () => wire.destroy());
		core.on("close", () => wire.destroy());
		wire.on("close", () => core.destroy());
		wire.write(toClient({ type: "auth_required", ha_version: "fake" }));
		const login = textFrames((text) => {
			wire.off("data", login);
			const { data } = Auth.safeParse(jsonIn(text));
			if (data === undefined || !mayEnter(data.access_token))
				return wire.end(toClient({ type: "auth_invalid", message: "Invalid access" }));
			// Home Assistant's own `auth_ok` is the first that comes through.
			wire.write(head);
			wire.pipe(core).pipe(wire);
		});
		wire.on("data", login);
	});
	onward.end();
}
