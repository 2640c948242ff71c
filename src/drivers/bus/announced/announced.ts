import type { FoundPlace } from "#model/plant/found.ts";

/** A kind of announcement at the broker. */
export interface Announced {
	/** Topic filters, listed in docs/mqtt.md. */
	readonly filters: readonly string[];
	/** What one message under these filters says. Anybody may have sent it: garbage is nothing, and never throws. */
	found(topic: string, payload: string): readonly FoundPlace[];
}

/** A device by its topic. */
export const deviceAt = (
	at: string,
	what: string,
	more: { readonly name?: string; readonly sources?: readonly string[]; readonly targets?: readonly string[] } = {},
): FoundPlace => {
	const { name, sources = [], targets = [] } = more;
	return {
		kind: "device",
		at: shown(at),
		...(name !== undefined && name !== at && { name: shown(name) }),
		likely: [{ what, sure: true, ...(sources.length > 0 && { sources }), ...(targets.length > 0 && { targets }) }],
	};
};

/** Without what could steer a terminal, and cut. */
const shown = (text: string) => text.replace(/[^\P{C}]/gu, "").slice(0, 120);

/** A topic that can be written in the options: no wildcards, none of the broker's own. */
export const isTopic = (text: unknown): text is string =>
	typeof text === "string" && /^(?!\$)[^+#\p{C}]{1,200}$/u.test(text) && text.trim() === text;
