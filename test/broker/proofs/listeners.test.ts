import { expect, test } from "@jest/globals";
import { proofsAt } from "#broker/proofs/tried/installation/listeners.ts";
import { listen } from "../../mqtt/listener.ts";
import { asked, PASSWORD, steps } from "./ask.ts";

/** What a listener that is told of hears of our password, where it refuses everybody. */
async function heard(host: string, tls: boolean): Promise<boolean> {
	const listening = await listen((socket) => void socket.once("data", () => socket.end(Uint8Array.of(0x20, 2, 0, 5))));
	try {
		const context = asked({ port: 1, host, ...(tls && { tls: {} }) });
		await steps(
			context,
			undefined,
			proofsAt([{ host: "127.0.0.1", port: listening.port, tls: false }]).map((proof) => ({ ...proof, needs: [] })),
		);
		expect(listening.received().toString("latin1")).toContain("solar_heating_proof_");
		return listening.received().toString("latin1").toLowerCase().includes(PASSWORD.slice(0, -1));
	} finally {
		await listening.close();
	}
}

test("our password goes to another port of the same host, and in the clear nowhere where TLS is on, nor to another host", async () => {
	expect(await heard("127.0.0.1", false)).toBe(true);
	expect(await heard("127.0.0.1", true)).toBe(false);
	expect(await heard("192.0.2.7", false)).toBe(false);
});
