import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

export interface Cost {
	/** log2 of N. */
	readonly ln: number;
	readonly r: number;
	readonly p: number;
}

/** As OWASP's Password Storage Cheat Sheet has it for a machine with little memory: 16 MiB. */
const COST: Cost = { ln: 14, r: 8, p: 5 };
/** Bytes. */
const SALT = 16;
const LENGTH = 32;
/** Costs that are accepted from a file. Dearer ones could be used to exhaust the machine. */
const DEAREST: Cost = { ln: 17, r: 16, p: 16 };

/** The PHC string format, with base64 without padding. */
const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{16,86})\$([A-Za-z0-9+/]{22,86})$/;

interface Parts {
	readonly cost: Cost;
	readonly salt: Buffer;
	readonly key: Buffer;
}

/** A new hash of a password by scrypt (RFC 7914), with its costs and a random salt, as one line. It is computed outside the main thread. */
export async function hashOf(password: string, cost: Cost = COST): Promise<string> {
	const salt = randomBytes(SALT);
	const key = await derived(password, { cost, salt, key: Buffer.alloc(LENGTH) });
	return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${plain(salt)}$${plain(key)}`;
}

/** Whether `line` is a hash that `isPasswordOf` can check. */
export const isHash = (line: string): boolean => partsOf(line) !== undefined;

/** False for a line that is no hash. */
export async function isPasswordOf(line: string, password: string): Promise<boolean> {
	const parts = partsOf(line);
	return parts !== undefined && timingSafeEqual(await derived(password, parts), parts.key);
}

function partsOf(line: string): Parts | undefined {
	const [, ln, r, p, salt = "", key = ""] = FORM.exec(line) ?? [];
	const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
	const isSane = cost.ln >= 10 && cost.r >= 1 && cost.p >= 1;
	if (!isSane || cost.ln > DEAREST.ln || cost.r > DEAREST.r || cost.p > DEAREST.p) return undefined;
	return { cost, salt: Buffer.from(salt, "base64"), key: Buffer.from(key, "base64") };
}

/** Keyboards write the same letter in several ways, so the composed form is hashed. */
function derived(password: string, { cost: { ln, r, p }, salt, key }: Parts): Promise<Buffer> {
	const options = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r };
	return new Promise((done, failed) => {
		scrypt(password.normalize("NFC"), salt, key.length, options, (error, made) =>
			error === null ? done(made) : failed(error),
		);
	});
}

const plain = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");
