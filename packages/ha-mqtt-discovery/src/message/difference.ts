import type { DeviceMessage } from "./assembled.ts";
import { ordered } from "./compact.ts";
import { identity, type Published, published } from "./published.ts";

/** One publication, retained and with QoS 1. Take the steps in order, one after another. */
export interface Step {
	readonly topic: string;
	/** JSON, or empty: then Home Assistant forgets the device and all its entities. */
	readonly payload: string;
	/** Seconds to wait after this step, before the next one or, after the last, before another message for a device. */
	readonly pause: number;
}

/**
 * Home Assistant drops parts of a device message that arrives while it is still busy with the previous one. An entity that
 * returns too soon after its removal gets a second name.
 */
export const SETTLING_SECONDS = 2;

/**
 * The steps from what Home Assistant knows to the present devices. First everything that must go, on all devices, so that
 * an id is free before it is used again; then every device in full. A component that is merely left out would stay for
 * ever: it must be named once with only its platform. The same applies if its platform or unique id changes. Checked
 * against a running HA core 2026.11.0: changed platforms, swapped ids, ids moved between devices, removed devices.
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

/** The publications of one round are for different devices and independent, so only the last one needs a wait. */
const settling = (round: readonly Publication[]): readonly Step[] =>
	round.map((one, index) => ({ ...one, pause: index === round.length - 1 ? SETTLING_SECONDS : 0 }));

/**
 * Usually none or one. More if a crash left one key with two platforms, because a message has room for one. They name only
 * what is removed: leaving out the others does not remove them, and new ones wait until their id is free.
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
		const device = { ...message.payload, child_devices: undefined };
		return { topic: message.topic, payload: JSON.stringify({ ...device, components }) };
	});
};
