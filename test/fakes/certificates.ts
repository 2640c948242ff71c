import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Pair {
	readonly cert: string;
	readonly key: string;
}

export interface Signing {
	/** Subject alternative names, for example `DNS:localhost,IP:127.0.0.1`; empty for none. */
	readonly names?: string;
	/** Days until it ends; negative: it ended before it began to be used. */
	readonly days?: number;
}

export interface Authority {
	/** The authority's own certificate, PEM. */
	readonly ca: string;
	sign(name: string, signing?: Signing): Pair;
	/** A list of certificates that hold no more, with none in it; PEM. */
	revoked(): string;
}

/** A certificate authority of one test, made with openssl: EC keys, so it takes milliseconds. */
export const authority = (name: string): Authority => {
	const own = inFolder((dir) => {
		openssl(dir, [...NEW_KEY, "-x509", "-days", "30", "-subj", `/CN=${name}`, "-keyout", "key", "-out", "cert"]);
		return pair(dir);
	});
	const sign = (subject: string, { names = "DNS:localhost,IP:127.0.0.1", days = 30 }: Signing = {}) =>
		inFolder((dir) => {
			writeFileSync(join(dir, "ca.cert"), own.cert);
			writeFileSync(join(dir, "ca.key"), own.key);
			writeFileSync(join(dir, "names"), `subjectAltName=${names}\n`);
			openssl(dir, [...NEW_KEY, "-subj", `/CN=${subject}`, "-keyout", "key", "-out", "request"]);
			const by = ["-CA", "ca.cert", "-CAkey", "ca.key", "-CAcreateserial", ...(names && ["-extfile", "names"])];
			openssl(dir, ["x509", "-req", "-in", "request", ...by, "-days", String(days), "-out", "cert"]);
			return pair(dir);
		});
	const revoked = () =>
		inFolder((dir) => {
			writeFileSync(join(dir, "ca.cert"), own.cert);
			writeFileSync(join(dir, "ca.key"), own.key);
			writeFileSync(join(dir, "index"), "");
			const lines = [
				"[ca]",
				"default_ca = all",
				"[all]",
				"database = index",
				"default_md = sha256",
				"default_crl_days = 30",
			];
			writeFileSync(join(dir, "all.cnf"), `${lines.join("\n")}\n`);
			openssl(dir, ["ca", "-config", "all.cnf", "-gencrl", "-cert", "ca.cert", "-keyfile", "ca.key", "-out", "list"]);
			return readFileSync(join(dir, "list"), "utf8");
		});
	return { ca: own.cert, sign, revoked };
};

const NEW_KEY = ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

const openssl = (cwd: string, args: readonly string[]) => execFileSync("openssl", args, { cwd, stdio: "pipe" });

const pair = (dir: string): Pair => ({
	cert: readFileSync(join(dir, "cert"), "utf8"),
	key: readFileSync(join(dir, "key"), "utf8"),
});

const inFolder = <T>(work: (dir: string) => T): T => {
	const dir = mkdtempSync(join(tmpdir(), "certificates-"));
	try {
		return work(dir);
	} finally {
		rmSync(dir, { recursive: true });
	}
};
