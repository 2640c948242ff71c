import { X509Certificate } from "node:crypto";
import { textOfFileLater } from "#files/named-file.ts";
import { caught } from "#model/untyped/caught.ts";
import { causeOf } from "#store/database.ts";
import type { Authority } from "#syslog/syslog.ts";

/**
 * Reads the file again until it holds certificates, because a disk may be mounted late and a tool may be renewing it. Then
 * the result is kept. While a read hangs, no second one starts: Node has few threads.
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
 * Whether the text consists of complete certificates. The library treats an empty text as "all public authorities" and
 * ignores everything after an incomplete certificate.
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
