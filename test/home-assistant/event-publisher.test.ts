import { beforeEach, describe, expect, it } from "@jest/globals";
import { EventPublisher } from "#home-assistant/event-publisher.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Outcome } from "#mqtt/broker.ts";
import { HOUSE, ownersPlant } from "../fakes/owners-plant.ts";
import { finding } from "../fakes/unworded.ts";
import { settled } from "../runtime/hand-time.ts";
import { CALM, FakeBroker, TOPICS } from "./fake-home.ts";

let broker: FakeBroker;
let events: EventPublisher;
beforeEach(() => {
	broker = new FakeBroker();
	broker.enter("connected");
	const entities = entitiesOf(ownersPlant, "en", { watch: true });
	events = new EventPublisher(broker, HOUSE, entities, () => undefined);
});
const alert = (nth: number, count = 10) => finding("warning", "broker_alert", { nth, kind: "brute_force", count });
const show = async (...nths: readonly (readonly [nth: number, count?: number])[]) => {
	events.show({ ...CALM, findings: nths.map((one) => alert(...one)) });
	await settled();
};

describe("what happened", () => {
	it("is said once, however long it is told of, and never retained: it would happen again at every restart", async () => {
		await show([1, 10]);
		await show([1, 11], [2]);
		await show([1, 12], [2]);
		expect(broker.sent).toMatchObject([10, 10].map(message));
		expect(broker.sent.map(({ payload }) => JSON.parse(String(payload)))).toMatchObject([WHAT, WHAT]);
	});

	it("is said when there is a connection again, if it is still told of", async () => {
		broker.enter("waiting");
		await show([1]);
		broker.enter("connected");
		let outcome: Outcome = "lost";
		broker.outcome = () => outcome;
		await show([1]);
		outcome = "sent";
		await show([1]);
		await show([1]);
		expect(broker.sent).toHaveLength(2);
	});
});

const WHAT = { event_type: "brute_force", kind: "brute_force", count: 10 };
const message = () => ({ topic: TOPICS.state("security_event"), retain: false, qos: 1 });
