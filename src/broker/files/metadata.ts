/** What a class was given by its decorators: the part of `Reflect` that a draft of the language once had. */
type Given = Map<unknown, unknown>;

const all = new WeakMap<object, Given>();

/**
 * Gives `Reflect` what @peculiar/x509 looks for before it loads: it finds its own parts through tsyringe, which keeps its
 * notes there. A package that brings the whole of it, where there is one, is left alone.
 */
export function withMetadata(): void {
	if ("getMetadata" in Reflect) return;
	Object.assign(Reflect, {
		getOwnMetadata: own,
		getMetadata: inherited,
		hasOwnMetadata: (key: unknown, target: object) => all.get(target)?.has(key) ?? false,
		defineMetadata(key: unknown, value: unknown, target: object) {
			all.set(target, (all.get(target) ?? new Map()).set(key, value));
		},
	});
}

const own = (key: unknown, target: object): unknown => all.get(target)?.get(key);

function inherited(key: unknown, target: object | null): unknown {
	if (target === null) return undefined;
	return all.get(target)?.has(key) ? own(key, target) : inherited(key, Reflect.getPrototypeOf(target));
}
