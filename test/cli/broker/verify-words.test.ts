import { describe, expect, it, test } from "@jest/globals";
import { checklist, type Evidence, ROWS, type Seen } from "#broker/verify/checklist.ts";
import { compared, reportIn, reportOf } from "#broker/verify/verified.ts";
import { comparison, verifiedPage } from "#broker/verify/verified-page.ts";
import { wordIn } from "#cli/broker/change/words.ts";
import { plainReport, reportLines } from "#cli/broker/verify/words.ts";
import { phrase } from "#model/sentences/sentence.ts";

const seen = (status: Seen["status"]): Seen => ({
	status,
	tried: [phrase("tried_reading", { path: "/etc/mosquitto/mosquitto.conf" })],
	seen: [phrase("from_proof", { proof: "refused_code", code: 135 })],
});
const evidence = (other: Readonly<Record<string, Seen["status"]>> = {}): Evidence =>
	new Map(ROWS.flatMap(([, ...from]) => from).map((key) => [key, seen(other[key] ?? "ok")]));
const about = { version: "0.1.0", broker: "house:1883" };
const last_change = { why: "harden", at: "2026-11-24T10:00:00Z", backup: "b", downtime_ms: 412 };
const then = reportOf(checklist(evidence()), { ...about, at: new Date("2026-11-25T10:00:00Z"), last_change });
const now = reportOf(checklist(evidence({ "app:age": "fail" })), { ...about, at: new Date("2026-11-26T10:00:00Z") });

describe("a report of `broker verify`", () => {
	test.each([
		["en", /^ok {4}conf-2 +Turn anonymous access off: It was refused \(code 135\). Enforced.$/],
		["sv", /^i ordning +conf-2 +Stäng av anonym åtkomst: Det nekades \(kod 135\). Skyddet gäller.$/],
		["de", /^in Ordnung +conf-2 +Anonymen Zugang abschalten: Es wurde abgelehnt \(Code 135\). Durchgesetzt.$/],
	] as const)("is told in %s, the words of proofs among them", (language, line) => {
		expect(reportLines(then, wordIn(language))).toContainEqual(expect.stringMatching(line));
	});

	it("is kept in English and as it was told, with the codes of both", () => {
		const { language, lines } = plainReport(then, "de");
		expect(language).toBe("de");
		expect(lines.find(({ id }) => id === "conf-2")).toEqual({
			id: "conf-2",
			words: "Turn anonymous access off",
			status: "ok",
			tried: "Read /etc/mosquitto/mosquitto.conf.",
			seen: "It was refused (code 135). Enforced.",
			says: { tried: seen("ok").tried, seen: seen("ok").seen },
			told: "Anonymen Zugang abschalten: Es wurde abgelehnt (Code 135). Durchgesetzt.",
		});
	});

	test.each([
		["sv", "Sedan rapporten från 2026-11-25T10:00:00.000Z, för 1 dag sedan: monthly-1 var i ordning, är FEL"],
		["de", "Seit dem Bericht vom 2026-11-25T10:00:00.000Z, vor 1 Tag: monthly-1 war in Ordnung, ist FEHLER"],
	] as const)(
		"compares in %s with one that was kept in another language, or by an earlier version",
		(language, text) => {
			const earlier = {
				at: then.at,
				lines: then.lines.map(({ id, status }) => ({ id, status, words: "?", seen: "?" })),
			};
			for (const kept of [plainReport(then, "en"), plainReport(then, "sv"), earlier]) {
				const before = reportIn(JSON.stringify(kept));
				if (before === undefined) throw new Error("It is a report.");
				const difference = compared(now, before);
				expect(difference.changes.map(({ id }) => id)).toEqual(["monthly-1", "cred-5"]);
				expect(comparison({ compared: difference }, wordIn(language))).toEqual([expect.stringContaining(text)]);
			}
		},
	);

	test.each([
		["sv", "Inget är fel:", "brokern tog inte emot anslutningar på 412 ms", "Underskrift"],
		["de", "Nichts ist fehlgeschlagen:", "Der Broker nahm 412 ms lang keine Verbindungen an", "Unterschrift"],
	] as const)("is a page in %s, and says so", (language, ...texts) => {
		const page = verifiedPage(then, language, wordIn(language));
		expect(page).toContain(`<html lang="${language}">`);
		for (const text of texts) expect(page).toContain(text);
		expect(page).not.toMatch(/Turn anonymous|Signature|>ok</);
	});
});

it("A status that no report has makes no report", () => {
	const lines = [{ id: "conf-2", status: "fine" }];
	expect(reportIn(JSON.stringify({ at: then.at, lines }))).toBeUndefined();
});
