import { connect } from "mqtt";
import { openSession } from "#mqtt/session.ts";
import { LOGIN } from "../harness/broker.ts";

/** ms from nothing to the acknowledgement of a first message of QoS 1. */
export interface Login {
	readonly ours: number;
	readonly bare: number;
}

// MQTT.js writes the login into its debug output when this asks for it.
delete process.env["DEBUG"];
const { PORT, CA, TIMES = "10" } = process.env;
const at = { host: "127.0.0.1", port: Number(PORT), ...LOGIN };
const message = { topic: "bench/login", payload: "21.5", retain: false, qos: 1 } as const;
const WARM_UP = 3;

/** As the app does it: its session, with all that it asks of a connection. */
async function ours(nth: number): Promise<number> {
	const began = performance.now();
	const will = { ...message, topic: "bench/will" };
	const tls = CA === undefined ? {} : { tls: { ca: CA } };
	const session = openSession({ ...at, ...tls, client_id: `bench-ours-${nth}`, will }, { tell: () => undefined });
	await new Promise<void>((resolve) => session.on(({ kind }) => kind === "connected" && resolve()));
	const outcome = await session.publish(message);
	const taken = performance.now() - began;
	if (outcome !== "sent") throw new Error(`The session's first message was ${outcome}.`);
	await session.close([]);
	return taken;
}

/** MQTT.js and nothing else. */
async function bare(nth: number): Promise<number> {
	const began = performance.now();
	const client = connect({
		...at,
		...(CA === undefined ? { protocol: "mqtt" } : { protocol: "mqtts", ca: CA }),
		protocolVersion: 5,
		clientId: `bench-bare-${nth}`,
		reconnectPeriod: 0,
		writeCache: false,
	});
	await new Promise<void>((resolve, reject) => client.on("connect", () => resolve()).on("error", reject));
	await client.publishAsync(message.topic, message.payload, { qos: 1 });
	const taken = performance.now() - began;
	await client.endAsync();
	return taken;
}

const all: Login[] = [];
for (let nth = 0; nth < WARM_UP + Number(TIMES); nth++) {
	// Turn about, and each of them first every second time.
	const first = nth % 2 === 0;
	const before = first ? undefined : await bare(nth);
	const our = await ours(nth);
	const login = { ours: our, bare: before ?? (await bare(nth)) };
	if (nth >= WARM_UP) all.push(login);
}
process.stdout.write(JSON.stringify(all));
process.exit(0);
