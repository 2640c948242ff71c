import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { REDACTED, redactor } from "#runtime/log/redact.ts";

const knowing = (...secrets: string[]) => redactor(() => secrets);
const unknowing = knowing();

describe("a known secret", () => {
	const secret = 'Zq"9\\ü /x&𝛼+k';
	const { text } = knowing(secret);
	const basic = Buffer.from(`solar:${secret}`).toString("base64");
	test.each<[string, string]>([
		["as it is", secret],
		["as JSON", JSON.stringify(secret).slice(1, -1)],
		["as JSON within JSON", JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
		[
			"as JSON in ASCII",
			JSON.stringify(secret)
				.slice(1, -1)
				.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
		],
		["percent-encoded", encodeURIComponent(secret)],
		["percent-encoded in small letters", encodeURIComponent(secret).toLowerCase().replaceAll("zq", "Zq")],
		["percent-encoded twice", encodeURIComponent(encodeURIComponent(secret))],
		["as a form field", new URLSearchParams({ a: secret }).toString().slice(2)],
		["half one, half the other", `${encodeURIComponent(secret.slice(0, 5))}${secret.slice(5)}`],
		["in hexadecimal", Buffer.from(secret).toString("hex").toUpperCase()],
	])("%s is taken out", (_, written) => {
		expect(text(`before ${written} after`)).toBe(`before ${REDACTED} after`);
		expect(text(`x${written}x`)).toBe(`x${REDACTED}x`);
	});

	test.each<[string, string]>([
		["alone", Buffer.from(secret).toString("base64")],
		["for URLs", Buffer.from(secret).toString("base64url")],
		["behind a user name", basic],
		["behind another user name", Buffer.from(`owner7:${secret}!`).toString("base64")],
		["percent-encoded", encodeURIComponent(basic)],
	])("in base64 %s leaves nothing to decode", (_, written) => {
		const left = text(`before ${written} after`);
		expect(left).toContain(REDACTED);
		for (const word of left.split(/[^\w+/=-]+/)) expect(Buffer.from(word, "base64").toString()).not.toContain("9\\");
	});

	it("is taken out of keys, lists, errors, maps and numbers, however deep", () => {
		const { data } = knowing("canary", "4711");
		const shown = data({
			list: [{ deep: [["a canary bird"]] }],
			"canary?": 1,
			error: new Error("cannot log in with canary"),
			map: new Map([["a", new Set(["canary"])]]),
			pin: 4711,
			bytes: Buffer.from("canary"),
			when: new Date(0),
		});
		expect(JSON.stringify(shown)).not.toMatch(/canary|4711/);
		expect(shown).toMatchObject({ list: [{ deep: [["a [redacted] bird"]] }], pin: REDACTED, bytes: "[6 bytes]" });
	});

	it("that is shorter than four characters is taken out as a whole word only", () => {
		const short = knowing("on");
		expect(short.text("pump on, collector one, on-off")).toBe(`pump ${REDACTED}, collector one, ${REDACTED}-off`);
		expect(knowing("", "abcd").text("xabcdx")).toBe(`x${REDACTED}x`);
	});

	it("that is part of another does not leave the rest of it", () => {
		expect(knowing("sun-shine", "sun-shine-2026").text("sun-shine-2026")).toBe(REDACTED);
	});

	it("counts from the moment it is known", () => {
		const secrets = ["first"];
		const { text: later } = redactor(() => secrets);
		expect(later("first second")).toBe(`${REDACTED} second`);
		secrets.push("second");
		expect(later("first second")).toBe(`${REDACTED} ${REDACTED}`);
		secrets.splice(0, 2, "third", "fourth");
		expect(later("first third")).toBe(`first ${REDACTED}`);
	});

	// #never-comes-through-any
	it("never comes through in any writing, wherever it stands (property)", () => {
		const around = fc.string({ unit: "grapheme-ascii", maxLength: 10 });
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", minLength: 8, maxLength: 30 }), around, around, (secret, a, b) => {
				fc.pre(!REDACTED.includes(secret) && !a.includes(secret) && !b.includes(secret));
				const redact = knowing(secret);
				const writings = [
					secret,
					encodeURIComponent(secret),
					JSON.stringify(secret).slice(1, -1),
					JSON.stringify(JSON.stringify(secret)).slice(3, -3),
					Buffer.from(secret).toString("base64").replace(/=+$/, ""),
					Buffer.from(secret).toString("hex"),
				];
				for (const written of writings) {
					expect(redact.text(a + written + b)).not.toContain(written);
					expect(JSON.stringify(redact.data({ [a]: [a + written + b] }))).not.toContain(written);
				}
			}),
			{ numRuns: 200 },
		);
	});
});

describe("what looks like a secret", () => {
	test.each([
		"password",
		"mqtt_password",
		"PASSWD",
		"passphrase",
		"client_secret",
		"token",
		"accessToken",
		"api_key",
		"apikey",
		"private-key",
		"Authorization",
		"psk",
	])("under the key %s is taken out", (key) => {
		expect(unknowing.data({ [key]: "hunter2" })).toEqual({ [key]: REDACTED });
		expect(unknowing.data({ [key]: { a: ["hunter2"] } })).toEqual({ [key]: REDACTED });
		expect(unknowing.data({ [key]: 12345 })).toEqual({ [key]: REDACTED });
	});
	test.each([
		{ key: "entity.pump.name" },
		{ translation_key: "pump" },
		{ keyboard: "qwerty" },
		{ password_file: "/ssl/pass" },
		{ password_age_days: 90 },
		{ password: "" },
		{ password: true },
		{ turkey: "x" },
	])("%j is none", (facts) => expect(unknowing.data(facts)).toEqual(facts));

	it("under the key `key` is one unless it is the key of a text", () => {
		expect(unknowing.data({ key: "aB3$xx" })).toEqual({ key: REDACTED });
	});

	test.each([
		["mqtt://solar:hunter2@core-mosquitto:1883/x", `mqtt://${REDACTED}@core-mosquitto:1883/x`],
		["mqtts://solar:hun@ter2@host", `mqtts://${REDACTED}@host`],
		["cannot reach solar:hunter2@10.0.0.2", `cannot reach ${REDACTED}@10.0.0.2`],
		["Authorization: Bearer abc.def-ghi_123", `Authorization: Bearer ${REDACTED}`],
		['{"password":"hunter2","a":1}', `{"password":"${REDACTED}","a":1}`],
		["user=solar&password=hunter2&x=1", `user=solar&password=${REDACTED}&x=1`],
		["-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n", `${REDACTED}\n`],
		["-----BEGIN RSA PRIVATE KEY-----\nMIIE cut", REDACTED],
	])("in %j is taken out", (line, shown) => {
		expect(unknowing.text(line)).toBe(shown);
		expect(unknowing.text(shown)).toBe(shown);
	});

	test.each([
		"pump on: collector 57.9 °C, tank 50.0 °C, 2026-07-01 12:00:00",
		"http://192.168.1.2:8099/api/snapshot?at=1",
		"usb_relay:/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0/1",
		"mail to owner@example.org",
		"wrong password: three tries left",
	])("is not seen in %j", (line) => expect(unknowing.text(line)).toBe(line));

	it("does not make a long line slow", () => {
		const took = (text: string) => {
			// Processor time, because other processes must not count.
			const began = process.cpuUsage();
			unknowing.text(text);
			const { user, system } = process.cpuUsage(began);
			return user + system;
		};
		for (const piece of ["a:", "x://", "-----BEGIN PRIVATE KEY-----"]) {
			const [short, long] = [piece.repeat(2000), piece.repeat(32_000)];
			// Sixteen times the text takes about sixteen times as long, and 256 times where every place is looked at from every other.
			const [floor, whole] = [short, long].map((text) => Math.min(...Array.from({ length: 5 }, () => took(text))));
			expect((whole ?? Number.NaN) / (floor ?? 0)).toBeLessThan(64);
		}
	});
});

it("ends where data goes in rings", () => {
	const ring: Record<string, unknown> = {};
	ring["ring"] = ring;
	expect(JSON.stringify(unknowing.data(ring))).toContain("[…]");
});
