import { X509Certificate } from "node:crypto";
import { textOfFileLater } from "#files/named-file.ts";
import { caught } from "#model/untyped/caught.ts";
import { causeOf } from "#store/database.ts";
import type { Authority } from "#syslog/syslog.ts";

/**
 * Until it holds certificates it is read again, as on a disk that is mounted after the start, or while a tool renews it.
 * Then it is kept. While a disk hangs, a second read does not begin: Node has few threads.
 */
export function readOnce(path: string, textOf: (path: string) => Promise<string> = textOfFileLater) {
	let known: Promise<Authority> | undefined;
	return (): Promise<Authority> => {
		known ??= read(path, textOf).then((found) => {
			if ("cause" in found) known = undefined;
			return found;
		});
		return known;
	};
}

async function read(path: string, textOf: (path: string) => Promise<string>): Promise<Authority> {
	try {
		const ca = await textOf(path);
		return areCertificates(ca) ? { ca } : { cause: `${path}: NOT_A_CERTIFICATE` };
	} catch (failed) {
		return { cause: `${path}: ${causeOf(failed)}` };
	}
}

const BEGIN = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/;

/**
 * Whether these are certificates, all of them whole. The library takes an empty text for "all public authorities", and
 * passes over all that comes after half a certificate.
 */
function areCertificates(pem: string): boolean {
	const [, ...blocks] = pem.split(BEGIN);
	return blocks.length > 0 && blocks.every(isWhole);
}

function isWhole(block: string): boolean {
	const [body, end] = block.split("-----END ");
	if (end === undefined) return false;
	return caught(
		() => new X509Certificate(`-----BEGIN CERTIFICATE-----${body}-----END CERTIFICATE-----\n`) !== undefined,
		false,
	);
}
