/** What came in over a socket so far, cut into lines. */
export interface Lines {
	/** The lines that are complete now; undefined when one is longer than allowed. */
	take(chunk: Buffer): readonly string[] | undefined;
}

/** @param limit the most bytes a line may have */
export function lines(limit: number): Lines {
	let parts: Buffer[] = [];
	let held = 0;
	return {
		take(chunk) {
			const complete: string[] = [];
			let from = 0;
			for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
				if (held + end - from > limit) return undefined;
				complete.push(Buffer.concat([...parts, chunk.subarray(from, end)]).toString("utf8"));
				parts = [];
				held = 0;
				from = end + 1;
			}
			held += chunk.length - from;
			if (held > limit) return undefined;
			if (from < chunk.length) parts.push(chunk.subarray(from));
			return complete;
		},
	};
}
