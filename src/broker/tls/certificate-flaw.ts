import type { X509Certificate } from "node:crypto";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";

/** Why every client would reject this certificate at that time, at any address. */
export function certificateFlaw(
	{ validFrom, validTo }: X509Certificate,
	path: string,
	now: Date,
): Sentence | undefined {
	const [from, to] = [new Date(validFrom), new Date(validTo)];
	if (now > to) return phrase("certificate_ended", { path, date: day(to) });
	if (now < from) return phrase("certificate_begins", { path, date: day(from), today: day(now) });
	return undefined;
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
