import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { authority } from "../../test/fakes/certificates.ts";
import { startBroker } from "../harness/broker.ts";
import { type Bar, type Row, ratio } from "../harness/figures.ts";

const Logins = z.array(z.object({ ours: z.number(), bare: z.number() }));

/** `flags` are Node's own: so both clients speak the same version, whatever the broker would take as well. */
const WAYS = [
	{ name: "plain", secure: false, flags: [] },
	{ name: "TLS 1.2", secure: true, flags: ["--tls-max-v1.2"] },
	{ name: "TLS 1.3", secure: true, flags: ["--tls-min-v1.3"] },
] as const;

export const login: Bar = {
	id: "login",
	title: "Login and first publish, against a bare MQTT.js client (median of each); told, with no bar",
	async run({ quick, tell }) {
		const trusted = authority("Bench");
		const tls = trusted.sign("broker");
		const rows: Row[] = [];
		for (const noDelay of [false, true])
			for (const { name, secure, flags } of WAYS) {
				const broker = await startBroker({ noDelay, ...(secure && { tls }) });
				try {
					const env = { PORT: String(broker.port), TIMES: quick ? "8" : "30", ...(secure && { CA: trusted.ca }) };
					const logins = await measured(flags, env);
					const ours = logins.map((one) => one.ours);
					const bare = logins.map((one) => one.bare);
					rows.push(ratio(`${name}, set_tcp_nodelay ${noDelay}`, ours, bare));
				} finally {
					await broker.stop();
				}
				tell(`${name}, set_tcp_nodelay ${noDelay}`);
			}
		return rows;
	},
};

async function measured(flags: readonly string[], env: Readonly<Record<string, string>>) {
	const script = join(import.meta.dirname, "../login/logins.ts");
	const { stdout } = await promisify(execFile)(process.execPath, [...flags, script], {
		env: { PATH: process.env["PATH"] ?? "", ...env },
		timeout: 60_000,
	});
	return Logins.parse(JSON.parse(stdout));
}
