/** The data that decorators attach to a class, as in a former draft of the language (`Reflect.metadata`). */
type Given = Map<unknown, unknown>;

const all = new WeakMap<object, Given>();

/**
 * Gives `Reflect` the functions that @peculiar/x509 needs before it is loaded: it uses tsyringe, which stores its data
 * there. An existing implementation is kept.
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
