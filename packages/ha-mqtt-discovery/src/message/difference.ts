import type { DeviceMessage } from "./assembled.ts";
import { ordered } from "./compact.ts";
import { identity, type Published, published } from "./published.ts";

/** One publication, retained and with QoS 1. Steps are to be taken one after the other, in their order. */
export interface Step {
	readonly topic: string;
	/** JSON, or nothing at all: then Home Assistant forgets the device and all its entities. */
	readonly payload: string;
	/** Seconds to wait after it, before the next step or, after the last, before anything else is published for a device. */
	readonly pause: number;
}

/**
 * Home Assistant drops the rest of a device message that comes while it is still busy with one before, and gives an entity
 * that comes back too soon after its removal a second name.
 */
export const SETTLING_SECONDS = 2;

/**
 * The way from what Home Assistant knows to the devices as they are now: first everything that must go, on all devices, so
 * that an id is free before it is used again, then every device in full. A component that is merely left out would stay for
 * ever: it has to be named once by its platform alone. Same with one that changes its platform or its unique id.
 * Checked against a running HA core 2026.11.0: changed platforms, swapped ids, ids moved between devices, devices gone.
 */
export const difference = (before: readonly Published[], after: readonly DeviceMessage[]): readonly Step[] => {
	const now = new Set(after.map(({ topic }) => topic));
	const known = new Map(before.map((device) => [device.topic, device.components]));
	const gone = before.filter(({ topic }) => !now.has(topic)).map(({ topic }) => ({ topic, payload: "" }));
	const shrinking = after.map((message) => removals(known.get(message.topic) ?? [], message));
	const rounds = Math.max(1, ...shrinking.map((device) => device.length));
	return [
		...Array.from({ length: rounds }, (_, round) => [
			...(round === 0 ? gone : []),
			...shrinking.flatMap((device) => device.slice(round, round + 1)),
		]),
		after.map(({ topic, payload }) => ({ topic, payload: JSON.stringify(payload) })),
	].flatMap(settling);
};

type Publication = Omit<Step, "pause">;
type Known = Published["components"];

/** The publications of one round are for different devices, which do not disturb one another: only the last one needs a wait. */
const settling = (round: readonly Publication[]): readonly Step[] =>
	round.map((one, index) => ({ ...one, pause: index === round.length - 1 ? SETTLING_SECONDS : 0 }));

/**
 * Usually none or one; more when a crash left one key with two platforms, as a message has room for one of them. They name
 * nothing but what leaves: leaving out the rest does not remove it, and what is new waits until its id is free.
 */
const removals = (before: Known, message: DeviceMessage): readonly Publication[] => {
	const now = new Set(published(message).components.map(identity));
	const leaving = Map.groupBy(
		before.filter((component) => !now.has(identity(component))),
		({ key }) => key,
	);
	const rounds = Math.max(0, ...[...leaving.values()].map((components) => components.length));
	return Array.from({ length: rounds }, (_, round) => {
		const tombs = [...leaving].flatMap(([key, components]) =>
			components.slice(round, round + 1).map(({ platform }) => [key, { platform }] as const),
		);
		const components = ordered(tombs, (tomb) => tomb);
		return { topic: message.topic, payload: JSON.stringify({ ...message.payload, components }) };
	});
};
