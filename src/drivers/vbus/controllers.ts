import type { Quantity } from "#model/quantities/quantity.ts";

/** Where a value lies in the payload of a controller's packet, and how it is written there. */
export interface Field {
	/** Bytes from the beginning of the payload. */
	readonly offset: number;
	/** Bytes, the lowest first. */
	readonly size: 1 | 2 | 4;
	readonly signed: boolean;
	readonly quantity: Quantity;
	/** From the number there to the quantity's unit. */
	readonly factor: number;
}

export interface Controller {
	readonly name: string;
	/** By channel: `s1`, `r1`, `flow1`, `irradiance1`, `pressure1`. */
	readonly fields: ReadonlyMap<string, Field>;
}

type Form = Omit<Field, "offset"> & { readonly channel: string };
const form = (channel: string, quantity: Quantity, size: 1 | 2 | 4, factor: number, signed = true): Form => ({
	channel,
	quantity,
	size,
	factor,
	signed,
});
/** Litres per minute in a litre per hour. */
const HOURLY = 1 / 60;
/** The letters of the table below. */
const FORMS: Readonly<Record<string, Form>> = {
	s: form("s", "temperature", 2, 0.1),
	r: form("r", "speed", 1, 1, false),
	/** L/h in two and in four bytes, 0.1 L/min, 0.01 m³/h. */
	f: form("flow", "flow", 2, HOURLY),
	F: form("flow", "flow", 4, HOURLY),
	l: form("flow", "flow", 2, 0.1),
	m: form("flow", "flow", 2, 10 * HOURLY),
	i: form("irradiance", "irradiance", 2, 1),
	/** 0.01 bar, 0.1 bar. */
	p: form("pressure", "pressure", 2, 0.01),
	P: form("pressure", "pressure", 2, 0.1),
};

/**
 * The packet that each controller sends to everybody (destination 0010, command 0100), from RESOL's published list of packets. By the
 * controller's address: its name, and its fields. `s3@4x2` are the sensors S3 and S4 in the payload from byte 4 on. Without a number it
 * is the first of its kind.
 */
const PACKETS: Readonly<Record<string, readonly [name: string, fields: string]>> = {
	"1001": ["DeltaSol SLT", "s@4x6 F@16x3 p@28 r@30x4"],
	"1050": ["DeltaSol E V2", "s@0x10 i@20 r@26x7"],
	"1060": ["Vitosolic 200", "s@0x12 i@24 r@44x7"],
	"1120": ["DeltaSol AL E", "s@0x3 r@6x2"],
	"1121": ["DeltaSol CS2", "s@0x5 l@10 r@12"],
	"1122": ["DeltaSol CS4", "s@0x4 s5@36 f@38 r@8 r2@12"],
	"1127": ["DeltaSol AL E HE", "s@0x4 f@10 r@12 r2@16"],
	"2211": ["DeltaSol CS Plus", "s@0x4 s5@36 f@38 r@8 r2@12"],
	"2213": ["DeltaSol CS Plus 2", "s@0x4 s5@36 f@38x2 r@8 r2@12"],
	"2251": ["DeltaSol SL", "s@4x6 F@20x3 p@32 r@34x4"],
	"2271": ["DeltaSol SLL", "s@4x4 F@16 r@20x2 r4@22"],
	"3231": ["DeltaSol B", "s@0x3 r@6"],
	"3251": ["DeltaSol BS", "s@0x3 r@6"],
	"4111": ["DeltaSol AL", "s@0x4 r@8"],
	"4212": ["DeltaSol C", "s@0x4 r@8x2"],
	"4221": ["DeltaSol BS Plus", "s@0x4 r@8x2"],
	"4278": ["DeltaSol BS DrainBack", "s@0x4 r@8x2"],
	"427b": ["DeltaSol BS 2009", "s@0x4 r@8 r2@12"],
	"4720": ["DeltaSol BS/2 HE", "s@4x3 r@16"],
	"4730": ["DeltaSol BS/4 HE", "s@4x3 r@16x2"],
	"6620": ["SunGo XL", "s@0x6 r@13 r2@30x2"],
	"7112": ["DeltaSol BX Plus", "s@0x9 i10@18 s11@20x2 F9@24 F11@28x2 p11@36x2 r@40x5"],
	"7176": ["DeltaSol BX Plus 2", "s@0x10 i11@20 F9@28x2 r@48x5"],
	"7311": ["DeltaSol M", "s@0x12 i@24 r@44x9"],
	"7321": ["Vitosolic 200 (SD 4)", "s@0x12 i@24 r@44x9"],
	"7411": ["DeltaSol ES", "s@0x8 m@16 i@18 r@21x3"],
	"7421": ["DeltaSol BX", "s@0x6 s7@14 P@12 f@16x2 r@24x4"],
	"7428": ["DeltaSol BXL", "s@0x5 f@18 r@24x4"],
	"7721": ["DeltaSol E", "s@0x10 i@20 r@26x7"],
	"7e11": ["DeltaSol MX", "s@0x15 i16@30 s17@32x4 F13@40x3 F17@52x4 F21@104 p17@68x4 r@76x14"],
};

const TOKEN = /^([A-Za-z])(\d*)@(\d+)(?:x(\d+))?$/;

function fieldsIn(text: string): ReadonlyMap<string, Field> {
	const fields = new Map<string, Field>();
	for (const token of text.split(" ")) {
		const [, letter = "", first, from, count] = TOKEN.exec(token) ?? [];
		const kind = FORMS[letter];
		if (kind === undefined) continue;
		const { channel, ...field } = kind;
		for (let nth = 0; nth < Number(count ?? 1); nth++)
			fields.set(`${channel}${Number(first || 1) + nth}`, { ...field, offset: Number(from) + nth * field.size });
	}
	return fields;
}

const made = new Map<string, Controller>();

/** The controller with this address, four hexadecimal digits in lower case. */
export function controllerAt(address: string): Controller | undefined {
	const packet = Object.hasOwn(PACKETS, address) ? PACKETS[address] : undefined;
	if (packet === undefined) return undefined;
	const known = made.get(address) ?? { name: packet[0], fields: fieldsIn(packet[1]) };
	made.set(address, known);
	return known;
}

/** The addresses of all controllers that are known. */
export const ADDRESSES: readonly string[] = Object.keys(PACKETS).sort();
