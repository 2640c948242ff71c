import { phrase } from "#model/sentences/sentence.ts";
import { entriesIn } from "../access/passwords.ts";
import { confOf, settingOf } from "../conf/conf.ts";
import { onDisk, type Place } from "../conf/place.ts";
import type { ProbeClientIds } from "../proofs/trying/own/probe-client-id.ts";
import { certifiedDoors, untriedAt } from "../running/certified.ts";
import { knownIn } from "../running/known.ts";
import { openTo, strangersRefused, written } from "../running/strangers.ts";
import type { Seen } from "./checklist.ts";

export const DOORS = "doors:strangers";

/** Class of an open listener in the proofs. */
const OPEN = /-(?:allowed|accepted)$/;

/** Tries now whether strangers are refused at every listener of this machine's broker. Names what cannot be tried. */
export async function seenAtDoors(place: Place, clientIds: ProbeClientIds): Promise<readonly [string, Seen]> {
	const conf = confOf(place.config, onDisk);
	const doors = certifiedDoors(place);
	const passwords = settingOf(conf, "password_file");
	const known = await knownIn(entriesIn((passwords && onDisk.read(passwords)) ?? "").entries);
	const places = doors.map(written).join(", ");
	const untried = untriedAt(place).join(", ");
	const tried = [phrase("tried_doors", { doors: places })];
	for (const door of doors) {
		const trouble = await strangersRefused([door], clientIds, known);
		if (trouble === undefined) continue;
		const { code, facts } = trouble.message;
		const open = code === "in_without_certificate" || OPEN.test(String(facts["seen"]));
		return [DOORS, { status: open ? "fail" : "not_measured", tried, seen: [trouble.message] }];
	}
	const seen =
		untried === ""
			? phrase("doors_shut", { doors: places })
			: phrase("doors_shut_but", { doors: places, listeners: untried });
	// If a certificate is required and there is none to use, nothing is known about the login.
	return [DOORS, { status: openTo(doors).length > 0 ? "ok" : "not_measured", tried, seen: [seen] }];
}

/** For a broker elsewhere only the port in the options is known. */
export const doorsUnknown = (broker: string): readonly [string, Seen] => [
	DOORS,
	{ status: "ok", tried: [], seen: [phrase("doors_unknown", { broker })] },
];
