import { describe, expect, it, test } from "@jest/globals";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Connection, Denied } from "#mqtt/broker.ts";
import { FAILURES, FAMILIES, type FailureClass } from "#mqtt/failure.ts";
import { LANGUAGES } from "#texts/say.ts";
import { BrokerStanding } from "../../../src/app/broker/standing.ts";
import { failureWords } from "../../fakes/failure-words.ts";
import { ownersPlant, seen } from "../../fakes/owners-plant.ts";
import { finding } from "../../fakes/unworded.ts";

const CLASSES = Object.keys(FAILURES) as FailureClass[];

/** A session that is as it is told to be. */
const acted = (from: Connection) => {
	let state = from;
	let denied: readonly Denied[] = [];
	let known = true;
	let day = 1;
	const listeners: ((connection: Connection) => void)[] = [];
	const session = {
		state: () => state,
		rights: () => ({ denied, known }),
		on: (listener: (connection: Connection) => void) => {
			listeners.push(listener);
			return () => undefined;
		},
	};
	const standing = new BrokerStanding(session, () => new Date(Date.UTC(2030, 0, day)));
	return {
		standing,
		become(next: Connection) {
			day += 1;
			state = next;
			for (const listener of listeners) listener(state);
		},
		deny(topics: readonly string[], is_known = true) {
			day += 1;
			denied = topics.map((topic) => ({ action: "publish", topic }));
			known = is_known;
		},
	};
};
const connected: Connection = { kind: "connected", since: 0, attempts: 0, protocol: 5 };
const failing = (failure: FailureClass, attempts: number, kind: Connection["kind"] = "waiting"): Connection => ({
	kind,
	since: attempts,
	attempts,
	failure: { class: failure },
});

const shownIn = (language: (typeof LANGUAGES)[number], facts: Readonly<Record<string, string | number | boolean>>) => {
	const entity = entitiesOf(ownersPlant, language).find(({ key }) => key === "broker_connection");
	const snapshot = seen({ findings: [finding("info", "broker", facts)] });
	return { state: entity?.state?.(snapshot), attributes: entity?.attributes?.(snapshot) };
};

describe.each(LANGUAGES)("a failure of the broker's connection, in %s,", (language) => {
	test.each(CLASSES)("%s: is of a family, and told with cause and remedy", (failure) => {
		const { state, attributes } = shownIn(language, acted(failing(failure, 1)).standing.facts());
		expect(FAMILIES).toContain(state);
		expect(attributes).toMatchObject({
			state: "waiting",
			failure,
			cause: expect.stringMatching(/^\S.*\.$/),
			remedy: expect.stringMatching(/\.$/),
		});
		expect(attributes).not.toHaveProperty("family");
	});
});

describe("the broker's connection", () => {
	it("is told in the words of the log where the house speaks English", () => {
		const { attributes } = shownIn("en", acted(failing("tls-expired", 1)).standing.facts());
		expect(attributes).toMatchObject(failureWords("tls-expired"));
	});

	it("is as it is while nothing fails", () => {
		const { state, attributes } = shownIn("en", acted(connected).standing.facts());
		expect(state).toBe("connected");
		expect(attributes).toEqual({
			state: "connected",
			attempts: 0,
			protocol: "5",
			rights: "enough",
			since: "2030-01-01T00:00:00Z",
		});
	});

	it("says how it is encrypted, and until when the certificate lasts", () => {
		const tls = { version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384", valid_until: "2031-01-01T00:00:00.000Z" };
		expect(acted({ ...connected, tls }).standing.facts()).toMatchObject({
			tls_version: "TLSv1.3",
			tls_cipher: "TLS_AES_256_GCM_SHA384",
			certificate_until: "2031-01-01T00:00:00.000Z",
		});
	});

	it("fails since the first time, through every attempt in between", () => {
		const { standing, become } = acted({ kind: "connecting", since: 0, attempts: 1 });
		become(failing("unreachable", 1));
		become(failing("unreachable", 2, "connecting"));
		become(failing("unreachable", 2));
		expect(standing.facts()).toMatchObject({ family: "unreachable", attempts: 2, since: "2030-01-02T00:00:00Z" });
		become(failing("credentials-rejected", 3));
		expect(standing.facts()).toMatchObject({ family: "login_refused", since: "2030-01-05T00:00:00Z" });
		become(connected);
		expect(standing.facts()).toMatchObject({ state: "connected", since: "2030-01-06T00:00:00Z" });
		expect(standing.facts()).not.toHaveProperty("failure");
	});

	it("is connected and yet denied what the access rules keep from us: an alarm, by parts of the topics", () => {
		const { standing, deny } = acted(connected);
		expect(standing.findings()).toEqual([]);
		deny(["solar/1/pump", "solar/1/heater", "homeassistant/device/1/a/config"]);
		const topics = "publish solar/1/…, publish homeassistant/device/…";
		expect(standing.findings()).toEqual([finding("alarm", "mqtt_acl_denied", { topics })]);
		expect(standing.facts()).toMatchObject({
			state: "connected",
			family: "access_denied",
			failure: "acl-denied",
			rights: `denied: ${topics}`,
			since: "2030-01-02T00:00:00Z",
		});
		deny([]);
		expect(standing.findings()).toEqual([]);
		expect(standing.facts()).toMatchObject({ rights: "enough" });
	});

	it("does not claim rights that a broker says nothing about", () => {
		const { standing, deny } = acted({ ...connected, protocol: 4 });
		deny([], false);
		expect(standing.facts()).toMatchObject({ protocol: "3.1.1", rights: "unknown" });
		expect(standing.findings()).toEqual([]);
	});

	it("names only so many topics, whatever is denied", () => {
		const { standing, deny } = acted(connected);
		deny(Array.from({ length: 50 }, (_, n) => `a/${n}`));
		expect(String(standing.facts()["rights"]).length).toBeLessThan(150);
	});
});
