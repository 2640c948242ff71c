/** A box of a form with its words. */
export interface Box {
	/** Keys of the options: its group's first, where it is in one. */
	readonly path: readonly string[];
	readonly label: string;
	readonly helper: string;
}

/** As much of a browser's element as is asked here; Home Assistant's own elements add the rest. */
interface Part {
	readonly tagName?: string;
	readonly nodeType: number;
	readonly data?: string;
	readonly childNodes: Iterable<Part>;
	readonly shadowRoot?: { readonly childNodes: Iterable<Part> } | null;
	readonly schema?: { readonly name?: string };
	readonly label?: string;
	readonly helper?: string;
}

/*
 * These run in the browser, so they can use nothing from outside themselves. All of them look through shadow roots, as
 * everything in Home Assistant's front end is in one.
 */

/** All boxes of a form, in the order of the page. */
export function boxesIn(root: Part): readonly Box[] {
	const found: Box[] = [];
	const walk = (part: Part, group: readonly string[], name: string) => {
		const tag = part.tagName ?? "";
		const key = part.schema?.name ?? name;
		const isGroup = tag === "HA-FORM-EXPANDABLE";
		if (isGroup || tag.startsWith("HA-SELECTOR-"))
			found.push({ path: [...group, key], label: part.label ?? "", helper: part.helper ?? "" });
		const inside = isGroup ? [...group, key] : group;
		for (const child of part.shadowRoot?.childNodes ?? []) walk(child, inside, key);
		for (const child of part.childNodes) walk(child, inside, key);
	};
	walk(root, [], "");
	return found;
}

/** The field of one option, to type into; its group has to be unfolded. */
export function fieldIn(root: Part, path: readonly string[]): Part | undefined {
	const find = (part: Part, group: readonly string[], name: string): Part | undefined => {
		const tag = part.tagName ?? "";
		const key = part.schema?.name ?? name;
		const inside = tag === "HA-FORM-EXPANDABLE" ? [...group, key] : group;
		if (tag === "INPUT" && [...group, key].join(" ") === path.join(" ")) return part;
		for (const child of [...(part.shadowRoot?.childNodes ?? []), ...part.childNodes]) {
			const found = find(child, inside, key);
			if (found !== undefined) return found;
		}
		return undefined;
	};
	return find(root, [], "");
}

/** All readable text, piece by piece; `cut` is text that does not fit and is cut off. */
export function textsIn(root: Part): { readonly all: readonly string[]; readonly cut: readonly string[] } {
	const all: string[] = [];
	const cut: string[] = [];
	const { document, getComputedStyle } = globalThis as unknown as {
		document: { createRange(): { selectNodeContents(part: Part): void; getBoundingClientRect(): Edge } };
		getComputedStyle(part: Part): { overflowX: string; visibility: string };
	};
	interface Edge {
		readonly left: number;
		readonly right: number;
		readonly width: number;
	}
	type Holder = Part & { assignedSlot?: Holder; parentNode?: Holder; host?: Holder; getBoundingClientRect?(): Edge };
	const isCut = (text: Holder, { left, right }: Edge) => {
		for (let at = text.assignedSlot ?? text.parentNode; at; at = at.assignedSlot ?? at.parentNode ?? at.host) {
			if (at.getBoundingClientRect === undefined || !/hidden|clip/.test(getComputedStyle(at).overflowX)) continue;
			const edge = at.getBoundingClientRect();
			if (edge.width > 0 && (right > edge.right + 1 || left < edge.left - 1)) return true;
		}
		return false;
	};
	const walk = (part: Part) => {
		const text = part.nodeType === 3 ? (part.data ?? "").trim() : "";
		if (text !== "") {
			const range = document.createRange();
			range.selectNodeContents(part);
			const edge = range.getBoundingClientRect();
			if (edge.width > 1) all.push(text);
			if (edge.width > 1 && isCut(part, edge)) cut.push(text);
		}
		if (/^(?:STYLE|SCRIPT)$/.test(part.tagName ?? "")) return;
		for (const child of part.shadowRoot?.childNodes ?? []) walk(child);
		for (const child of part.childNodes) walk(child);
	};
	walk(root);
	return { all, cut };
}
