import { readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "#files/replace.ts";
import { caught } from "#model/untyped/caught.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import type { Known, KnownAddresses } from "./known.ts";

/** Name in the data folder. */
const FILE = "known-addresses.json";
/** Seconds between two writes. A flood of new users must not block the loop. */
const CALM = 5;

/** The saved addresses of this folder; empty if there are none. An invalid entry is skipped. */
export function loadKnown(folder: string): KnownAddresses {
	try {
		const read: unknown = JSON.parse(readFileSync(join(folder, FILE), "utf8"));
		if (!isRecord(read)) return {};
		return Object.fromEntries(
			Object.entries(read).flatMap(([user, places]) =>
				Array.isArray(places) ? [[user, places.filter((place) => typeof place === "string")]] : [],
			),
		);
	} catch {
		return {};
	}
}

type After = (seconds: number, run: () => void) => () => void;

export interface Keeping {
	/** Called after each line. New addresses are written some seconds later, together. */
	look(): void;
	/** Writes new addresses now. */
	close(): void;
}

/**
 * Saves known addresses in this folder, readable only by the owner, atomically. No fsync: after a power cut they are
 * learned again.
 * @param after calls back later without keeping the process alive; returns a function that cancels it
 */
export function keeping(folder: string, known: Known, after: After): Keeping {
	let cancel: (() => void) | undefined;
	const write = () => {
		cancel = undefined;
		if (!known.changed) return;
		known.changed = false;
		// A folder that cannot be written must not stop the watch.
		caught(() => replaceFile(join(folder, FILE), `${JSON.stringify(known.all())}\n`, false), undefined);
	};
	return {
		look() {
			if (known.changed) cancel ??= after(CALM, write);
		},
		close() {
			cancel?.();
			write();
		},
	};
}
