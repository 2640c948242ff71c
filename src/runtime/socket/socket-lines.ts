/** Splits what arrives on a socket into lines. */
export interface Lines {
	/** The lines that are now complete; undefined if one exceeds the limit. */
	take(chunk: Buffer): readonly string[] | undefined;
}

/** @param limit most bytes of a line; no more is ever held */
export function lines(limit: number): Lines {
	let store = Buffer.alloc(0);
	let held = 0;
	const keep = (rest: Buffer) => {
		if (held + rest.length > store.length) {
			const larger = Buffer.alloc(Math.min(limit, Math.max(2 * store.length, held + rest.length)));
			store.copy(larger, 0, 0, held);
			store = larger;
		}
		rest.copy(store, held);
		held += rest.length;
	};
	return {
		take(chunk) {
			const complete: string[] = [];
			let from = 0;
			for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
				if (held + end - from > limit) return undefined;
				complete.push(Buffer.concat([store.subarray(0, held), chunk.subarray(from, end)]).toString("utf8"));
				held = 0;
				from = end + 1;
			}
			const rest = chunk.subarray(from);
			if (held + rest.length > limit) return undefined;
			keep(rest);
			return complete;
		},
	};
}
