import type { Problem } from "#model/findings/finding.ts";
import { mend, type Sentence } from "#model/sentences/sentence.ts";
import { REDACTED, redactor } from "#runtime/log/redact.ts";

/** Options whose value is a secret, also if misspelt or misplaced. */
const SECRET = /pas+wor[dt]|passwd|secret|token/i;
/** The name of a file is no secret. */
const FILE = /_file$/i;

/** Whether the value of this option is a secret. */
export const isSecret = (key: string): boolean => SECRET.test(key) && !FILE.test(key);

/** Every secret in the options, valid or not. */
export function secretsIn(raw: unknown): readonly string[] {
	if (typeof raw !== "object" || raw === null) return [];
	return Object.entries(raw).flatMap(([key, value]) => {
		if (!isSecret(key)) return secretsIn(value);
		return [value].flat().flatMap((one) => (typeof one === "string" || typeof one === "number" ? [String(one)] : []));
	});
}

/**
 * Removes secrets from problems. A password may be in a wrong field by mistake, and commands show the value of a wrong
 * field.
 */
export function withoutSecrets(problems: readonly Problem[], secrets: readonly string[]): readonly Problem[] {
	const redact = redactor(() => secrets);
	const sentence = ({ code, facts }: Sentence): Sentence => ({
		code,
		facts: Object.fromEntries(
			Object.entries(facts).map(([name, fact]) => [name, typeof fact === "string" ? redact.text(fact) : fact]),
		),
	});
	return problems.map(({ path, value, remedy }) => ({
		path: redact.text(path),
		value: typeof value === "string" ? written(redact.text(value), secrets) : sentence(value),
		remedy: sentence(remedy),
	}));
}

/** Long values are cut, so part of a secret may be at the end. */
function written(value: string, secrets: readonly string[]): string | Sentence {
	if (!value.endsWith("…")) return value;
	const shown = value.replace(/^"/, "").slice(0, -1);
	const cut = secrets.some((secret) => [...ENDS].some((end) => shown.endsWith(secret.slice(0, end))));
	return cut && !shown.endsWith(REDACTED) ? mend("not_shown") : value;
}

/** Lengths of a secret's beginning that may be at the end of the shown text. */
const ENDS = Array.from({ length: 80 }, (_, nth) => nth + 1).filter((length) => length >= 4);
