import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, it } from "@jest/globals";
import { openSocket } from "#drivers/bus/socket.ts";

it("a connection gives everything that the kernel has received before it counts as settled", async () => {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const accepted: Promise<Socket[]> = once(server, "connection");
	const heard: number[] = [];
	const listener = { data: (bytes: Uint8Array) => void heard.push(...bytes), closed: () => undefined };
	const opened = await openSocket({ host: "127.0.0.1", port }, listener);
	if (opened.kind === "failed") throw new Error(opened.fault.code);
	const [device] = await accepted;
	for (let nth = 0; nth < 100; nth++) {
		device?.write(Uint8Array.of(1, 2, 3));
		expect(await opened.port.settle?.()).toBeUndefined();
		expect(heard.splice(0)).toEqual([1, 2, 3]);
	}
	await opened.port.close();
	server.close();
});
