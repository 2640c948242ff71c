import type { Finder } from "#model/plant/found.ts";

/** A finder whose code is loaded when it is first asked. Finds nothing where that fails: a build of a native package is missing. */
export function laterFinder(load: () => Promise<Finder>): Finder {
	let loading: Promise<Finder> | undefined;
	return {
		async find() {
			loading ??= load();
			const finder = await loading.catch(() => undefined);
			return finder?.find() ?? [];
		},
		async close() {
			const finder = await loading?.catch(() => undefined);
			await finder?.close();
		},
	};
}
