import { InvalidArgumentError } from "commander";
import { type Release, releaseOfVersion } from "#broker/log/read/release.ts";
import { isCertificateName } from "#broker/tls/certificate-name.ts";
import { positive } from "../arguments.ts";

export const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

export function device(text: string, before: readonly { readonly user: string; readonly prefix: string }[] = []) {
	const [, user, prefix] = /^([^=]+)=(.+)$/.exec(text) ?? [];
	if (user === undefined || prefix === undefined) throw new InvalidArgumentError("Give USER=PREFIX.");
	return [...before, { user, prefix }];
}

export function certificateName(text: string, before: readonly string[] = []): readonly string[] {
	if (!isCertificateName(text)) throw new InvalidArgumentError("Give a host name or an IP address.");
	return [...before, text];
}

export function clientName(text: string, before: readonly string[] = []): readonly string[] {
	if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/.test(text))
		throw new InvalidArgumentError("Give a name of letters, digits, dots, - and _, at most 63.");
	return [...before, text];
}

export function release(text: string): Release {
	const named = releaseOfVersion(text);
	if (named === undefined || named === "1.6")
		throw new InvalidArgumentError("Give the release, such as 2.0.11, 2.0.21 or 2.1.2.");
	return named;
}

export function days(text: string): number {
	return positive(text.replace(/d$/, ""));
}
