import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { usersIn, withRules } from "../../../src/broker/access/acl-file.ts";
import { aclNamed } from "../../../src/broker/access/acl-named.ts";
import { confOf, textsOf } from "../../../src/broker/conf/conf.ts";
import { withTls } from "../../../src/broker/tls/tls-listener.ts";
import { brokerText } from "../../../src/texts/broker.ts";

const confIn = (text: string) =>
	confOf("/m.conf", { read: (path) => (path === "/m.conf" ? text : undefined), names: () => [] });
const textOf = (conf: ReturnType<typeof confIn>) => textsOf(conf).get("/m.conf") ?? "";

describe("Our rules in a file of others", () => {
	const RULES = "user app\ntopic write solar/x/#";
	const line = fc.constantFrom("user a", "topic read b", "pattern read c/%u", "# words", "", "  ", "topic deny d\r");

	it("leave every byte of theirs, and are replaced as one (property)", () => {
		fc.assert(
			fc.property(fc.array(line), fc.boolean(), (lines, ended) => {
				const theirs = lines.join("\n") + (ended ? "\n" : "");
				const first = withRules(theirs, RULES);
				if (first.kind !== "written") throw new Error(first.why.code);
				expect(first.text.startsWith(theirs)).toBe(true);
				const second = withRules(first.text, "user other\ntopic read y");
				if (second.kind !== "written") throw new Error(second.why.code);
				expect(second.text.startsWith(theirs)).toBe(true);
				expect(second.text).not.toContain(RULES);
				expect(withRules(second.text, RULES)).toEqual(first);
			}),
		);
	});

	it.each([
		["a rule below ours that would be our last user's", "\n\ntopic readwrite #\n", "acl_stray_rule"],
		["half of our marks", "# >>> solar-heating broker acl\nuser app\n", "acl_marks_broken"],
	])("are refused beside %s", (_, more, why) => {
		const ours = withRules("", RULES);
		const text = more.startsWith("#") ? more : `${ours.kind === "written" ? ours.text : ""}${more}`;
		expect(withRules(text, RULES)).toMatchObject({ kind: "refused", why: { code: why } });
	});

	test("a user with a rule is one with a topic that is no denial", () => {
		expect([...usersIn("topic read z\nuser a\ntopic deny x\nuser b c\ntopic read x\nuser d\n")]).toEqual(["b c"]);
	});
});

describe("The file of rules", () => {
	it("is named once for the broker", () => {
		const named = aclNamed(confIn("password_file /p\nlistener 1883\n"), "/acl");
		expect(named).toMatchObject({ kind: "named", path: "/acl", before: false });
		if (named.kind === "named") expect(textOf(named.conf)).toBe("password_file /p\nacl_file /acl\nlistener 1883\n");
	});

	it("is named for each listener where each has its own settings, and the one that is there is taken", () => {
		const named = aclNamed(confIn("per_listener_settings true\nlistener 1\nacl_file /a\nlistener 2\n"), "/acl");
		expect(named).toMatchObject({ kind: "named", path: "/a", before: false });
		if (named.kind === "named")
			expect(textOf(named.conf)).toBe("per_listener_settings true\nlistener 1\nacl_file /a\nlistener 2\nacl_file /a\n");
	});
});

describe("The listener for TLS", () => {
	const wanted = { port: 8883, server_path: "/tls/server.pem", ca_path: "/tls/ca.crt", only: false };
	const OURS = "listener 8883\ncertfile /tls/server.pem\nkeyfile /tls/server.pem\ntls_version tlsv1.2\n";
	const made = (text: string, change: object = {}) => {
		const conf = withTls(confIn(text), { ...wanted, ...change });
		return "code" in conf ? brokerText("en", conf) : textOf(conf);
	};

	it("stands behind everything else, and a second time changes nothing", () => {
		const first = made("allow_anonymous false\nlistener 1883\n");
		expect(first).toBe(`allow_anonymous false\nlistener 1883\n\n# Set by solar-heating broker tls.\n${OURS}`);
		expect(made(first)).toBe(first);
		expect(made(first, { require_certificate: true })).toContain("require_certificate true\ncafile /tls/ca.crt\n");
	});

	it("takes over logins and rights where each listener has its own", () => {
		const text = "per_listener_settings true\nlistener 1883\nallow_anonymous false\npassword_file /p\nacl_file /a\n";
		expect(made(text)).toContain(`${OURS}allow_anonymous false\npassword_file /p\nacl_file /a\n`);
	});

	it("alone leaves no port in the clear, and all that holds for the whole broker", () => {
		const text =
			"listener 1883\nprotocol mqtt\nallow_anonymous false\nlistener 9001\nprotocol websockets\nlistener 0 /run/s\n";
		expect(made(text, { only: true })).toMatch(
			/^# listener 1883\n# protocol mqtt\nallow_anonymous false\n# listener 9001\n# protocol websockets\nlistener 0 \/run\/s\n/,
		);
	});

	it.each([
		["listener 8883\ncertfile /theirs\n", /is used by a listener with \/theirs \(\/m\.conf, line 1\)/],
		["listener 8883\n", /is used by a listener without a certificate/],
		["allow_anonymous false\n", /First: solar-heating broker harden/],
	])("is refused for %j", (text, why) => {
		expect(made(text)).toMatch(why);
	});
});
