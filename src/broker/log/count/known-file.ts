import { readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "#files/replace.ts";
import { caught } from "#model/untyped/caught.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import type { Known, KnownAddresses } from "./known.ts";

/** In the data folder. */
const FILE = "known-addresses.json";
/** Seconds between two writes, at least: a flood of new users must not stop the loop. */
const CALM = 5;

/** As they were kept in this folder; nothing where nothing was. An entry that makes no sense costs itself alone. */
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
	/** Called after each line. What is new is written some seconds later, all at once. */
	look(): void;
	/** Writes what is new now. */
	close(): void;
}

/**
 * Keeps them in this folder, for the owner alone, in one move. Not fsynced: what a power cut takes is learned anew.
 * @param after waits, without keeping the process alive; returns how not to
 */
export function keeping(folder: string, known: Known, after: After): Keeping {
	let cancel: (() => void) | undefined;
	const write = () => {
		cancel = undefined;
		if (!known.changed) return;
		known.changed = false;
		// A folder that cannot be written costs the memory, not the watch.
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
