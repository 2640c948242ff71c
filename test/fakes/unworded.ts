import type { Reason } from "#model/decision/decision.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Notice } from "#model/sentences/notice.ts";
import type { Sentence } from "#model/sentences/sentence.ts";

/** As the model makes them, but of codes that have no text, or with facts missing: a test may need neither. */
export const reason = (code: string, facts: Facts = {}): Reason => ({ code, facts });
export const mend = (code: string, facts: Facts = {}): Sentence => ({ code, facts });
export const notice = (level: Notice["level"], code: string, facts: Facts = {}): Notice => ({ level, code, facts });
export const finding = (severity: Finding["severity"], code: string, facts: Facts = {}): Finding => ({
	severity,
	code,
	facts,
});
