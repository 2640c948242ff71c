/** As much of Home Assistant's front end as the card asks: `hass`. */
export interface Home {
	readonly states: Readonly<Record<string, HomeState | undefined>>;
	readonly entities?: Readonly<Record<string, { readonly device_id?: string | null } | undefined>>;
	readonly devices?: Readonly<Record<string, HomeDevice | undefined>>;
	readonly language?: string;
	readonly formatEntityState?: (state: HomeState) => string;
}

export interface HomeDevice {
	readonly manufacturer?: string | null;
	/** Of a child device, from 2026.11 on. */
	readonly parent_device_id?: string | null;
	readonly via_device_id?: string | null;
}

export interface HomeState {
	readonly entity_id: string;
	readonly state: string;
	readonly attributes: Readonly<Record<string, unknown>>;
}

/** A number that is known now; undefined for `unknown`, `unavailable` and an entity that is gone. */
export function numberOf({ states }: Pick<Home, "states">, entity: string | undefined): number | undefined {
	const text = entity === undefined ? "" : (states[entity]?.state ?? "").trim();
	const value = Number(text);
	return text === "" || !Number.isFinite(value) ? undefined : value;
}

/** On or off; undefined while that is not known. */
export function isOn({ states }: Pick<Home, "states">, entity: string | undefined): boolean | undefined {
	const state = entity === undefined ? undefined : states[entity]?.state;
	return state === "on" ? true : state === "off" ? false : undefined;
}

/** The state as Home Assistant writes it in the person's language. */
export function textOf({ states, formatEntityState }: Home, entity: string, unknown: string): string {
	const state = states[entity];
	if (state === undefined) return unknown;
	return formatEntityState?.(state) ?? state.state;
}
