import type { Line } from "#mqtt/probe.ts";
import { attempt } from "./attempt.ts";
import { caughtUp, SOON } from "./caught-up.ts";
import { KNOWN_FLAWS, NEWEST_KNOWN } from "./mosquitto-versions.ts";
import { against, broken, noted, ok, type Proof, type Result, skipped, type Target } from "./proof.ts";

const TOPIC = "$SYS/broker/version";

/** The broker is not of a version with known flaws, as far as it shows. */
export const brokerOutdated: Proof = {
	id: "broker_outdated",
	needs: ["login"],
	costs: 10,
	run: against(async (target) => {
		const trying = await attempt(target, (line) => versionOf(line, target));
		return trying.kind === "connected"
			? ageOf(trying.value)
			: broken(`Tried to read ${TOPIC}`, trying.class, trying.detail);
	}),
};

async function versionOf(line: Line, target: Target): Promise<string> {
	let said = "";
	line.onMessage(({ topic, payload }) => {
		if (topic === TOPIC) said = Buffer.from(payload).toString().slice(0, 60);
	});
	await line.subscribe(TOPIC, {});
	await caughtUp(line, target, SOON);
	return said;
}

/** What a broker's own words on its version mean. */
export function ageOf(said: string): Result {
	const version = /^mosquitto version (\d+\.\d+\.\d+)/.exec(said)?.[1];
	if (version === undefined)
		return skipped(
			"not-visible",
			said === ""
				? "The broker does not tell this user its version, so its age is unknown."
				: `The broker calls itself “${said}”, of which nothing is known here.`,
		);
	const flaws = KNOWN_FLAWS.filter(({ fixed_in }) => older(version, fixed_in));
	const facts = { version, flaws: flaws.length };
	if (flaws.length === 0) return ok(`The broker is Mosquitto ${version}: no flaw is known here.`, facts);
	const list = flaws.map(({ what, fixed_in }) => `${what} (fixed in ${fixed_in})`).join("; ");
	return noted(
		"broker-outdated",
		`The broker is Mosquitto ${version}, which as published has known flaws: ${list}. Source: mosquitto.org/ChangeLog.txt.`,
		`Update Mosquitto (${NEWEST_KNOWN} or later). A distribution such as Debian mends flaws without a new version number: with one of its packages, keep it up to date instead.`,
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
