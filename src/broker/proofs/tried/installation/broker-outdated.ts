import { says } from "#model/sentences/sentence.ts";
import type { Line } from "#mqtt/probe.ts";
import { KNOWN_FLAWS, NEWEST_KNOWN } from "../../mosquitto-versions.ts";
import { against, broken, noted, ok, type Proof, type Result, skipped, type Target } from "../../proof.ts";
import { attempt } from "../../trying/attempt.ts";
import { awaitEcho, SOON } from "../../trying/rights/await-echo.ts";

const TOPIC = "$SYS/broker/version";

/** The broker's version has no known security flaws. */
export const brokerOutdated: Proof = {
	id: "broker_outdated",
	needs: ["login"],
	costs: 10,
	run: against(async (target) => {
		const trying = await attempt(target, (line) => versionOf(line, target));
		return trying.kind === "connected"
			? ageOf(trying.value)
			: broken(says("tried_read", { topic: TOPIC }), trying.class, trying.detail);
	}),
};

async function versionOf(line: Line, target: Target): Promise<string> {
	let said = "";
	line.onMessage(({ topic, payload }) => {
		if (topic === TOPIC) said = Buffer.from(payload).toString().slice(0, 60);
	});
	await line.subscribe(TOPIC, {});
	await awaitEcho(line, target, SOON);
	return said;
}

/** Judges the version that the broker reports. */
export function ageOf(said: string): Result {
	const version = /^mosquitto version (\d+\.\d+\.\d+)/.exec(said)?.[1];
	if (version === undefined)
		return skipped("not-visible", said === "" ? says("version_unseen") : says("version_strange", { said }));
	const flaws = KNOWN_FLAWS.filter(({ facts }) => older(version, String(facts["fixed_in"])));
	const facts = { version, flaws: flaws.length };
	if (flaws.length === 0) return ok(says("version_fine", { version }), facts);
	return noted(
		"broker-outdated",
		[says("version_flawed", { version }), ...flaws, says("version_source")],
		says("version_mend", { newest: NEWEST_KNOWN }),
		facts,
	);
}

function older(version: string, than: string): boolean {
	const [a, b] = [version, than].map((text) => text.split(".").map(Number));
	for (const [i, part] of (a ?? []).entries()) {
		const other = b?.[i] ?? 0;
		if (part !== other) return part < other;
	}
	return false;
}
