import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pair } from "../fakes/certificates.ts";

/** A certificate may be wrong in more ways than a house's authority would ever sign. */
export interface Order {
	/** Self-signed if no issuer is given. */
	readonly by?: Pair;
	/** Lines of openssl's extensions, for example `subjectAltName=DNS:localhost`. */
	readonly extensions?: readonly string[];
	/** First and last moment, as openssl writes them: `20300101000000Z`. By default from a day ago, for a month. */
	readonly from?: string;
	readonly until?: string;
}

/** A certificate made to order, with openssl and an EC key. */
export function certificate(name: string, order: Order = {}): Pair {
	const dir = mkdtempSync(join(tmpdir(), "pki-"));
	try {
		const at = (file: string) => join(dir, file);
		const openssl = (...args: readonly string[]) => execFileSync("openssl", args, { cwd: dir, stdio: "pipe" });
		openssl(...NEW_KEY, "-subj", `/CN=${name}`, "-keyout", "key", "-out", "request");
		const key = readFileSync(at("key"), "utf8");
		writeFileSync(at("ca.key"), order.by?.key ?? key);
		if (order.by !== undefined) writeFileSync(at("ca.cert"), order.by.cert);
		writeFileSync(
			at("extensions"),
			`${(order.extensions ?? ["subjectAltName=DNS:localhost,IP:127.0.0.1"]).join("\n")}\n`,
		);
		writeFileSync(at("ca.conf"), CA);
		writeFileSync(at("index"), "");
		const signer = order.by === undefined ? ["-selfsign"] : ["-cert", "ca.cert"];
		const dates = ["-startdate", order.from ?? days(-1), "-enddate", order.until ?? days(30)];
		openssl(
			"ca",
			"-batch",
			"-notext",
			"-config",
			"ca.conf",

			"-keyfile",
			"ca.key",
			...signer,
			...dates,
			"-extfile",
			"extensions",
			"-in",
			"request",
			"-out",
			"cert",
		);
		return { cert: readFileSync(at("cert"), "utf8"), key };
	} finally {
		rmSync(dir, { recursive: true });
	}
}

export const authorityExtensions = ["basicConstraints=critical,CA:TRUE", "keyUsage=keyCertSign"];

/** Days from now as openssl writes a moment. */
export const days = (count: number) =>
	`${new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`;

const NEW_KEY = ["req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
const CA = `[ca]
default_ca = own
[own]
database = index
rand_serial = yes
new_certs_dir = .
default_md = sha256
policy = anything
unique_subject = no
[anything]
commonName = supplied
`;
