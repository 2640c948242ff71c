import { type Release, releaseOfVersion } from "#broker/log/read/release.ts";
import { isCertificateName } from "#broker/tls/certificate-name.ts";
import { positive, unfit } from "../arguments.ts";

export const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

export function device(text: string, before: readonly { readonly user: string; readonly prefix: string }[] = []) {
	const [, user, prefix] = /^([^=]+)=(.+)$/.exec(text) ?? [];
	if (user === undefined || prefix === undefined) throw unfit("give_device");
	return [...before, { user, prefix }];
}

export function certificateName(text: string, before: readonly string[] = []): readonly string[] {
	if (!isCertificateName(text)) throw unfit("give_host");
	return [...before, text];
}

export function clientName(text: string, before: readonly string[] = []): readonly string[] {
	if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/.test(text)) throw unfit("give_client");
	return [...before, text];
}

export function release(text: string): Release {
	const named = releaseOfVersion(text);
	if (named === undefined || named === "1.6") throw unfit("give_release");
	return named;
}

export function days(text: string): number {
	return positive(text.replace(/d$/, ""));
}
