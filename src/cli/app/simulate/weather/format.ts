export type Kind = "TMY3" | "EPW" | "PVGIS" | "TRY";
type Values = readonly (number | undefined)[];

/** What a weather file has, hour by hour from the first of January on, without the 29th of February. */
export interface Columns {
	readonly kind: Kind;
	readonly place: string;
	/** Degrees north and east, where the file names them. */
	readonly latitude?: number;
	readonly longitude?: number;
	/** Hours that its clock is ahead of UTC. */
	readonly ahead: number;
	/** W/m² on level ground. */
	readonly global: Values;
	readonly diffuse?: Values;
	/** °C. */
	readonly outdoor: Values;
}

/** Reads one format; undefined for a text of another one. */
export type Format = (text: string) => Columns | undefined;
