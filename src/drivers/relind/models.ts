/** How the owner names the board. The number behind it is where boards of another make answer. */
export const BOARDS = [
	"auto",
	"4_relays",
	"4_relays_0x20",
	"8_relays",
	"8_relays_0x20",
	"16_relays",
	"16_relays_0x38",
] as const;
export type BoardName = (typeof BOARDS)[number];

/** How the owner says which cards there are. */
export interface Cards {
	/** The kind of every card that `cards` does not name. */
	readonly board: BoardName;
	readonly cards: readonly { readonly stack: number; readonly board: BoardName }[];
}
export const boardAt = (stack: number, { board, cards }: Cards): BoardName =>
	cards.find((card) => card.stack === stack)?.board ?? board;

/** Where a relay card keeps what, and how. Registers of two bytes have the lower one first. */
export interface Model {
	/** Bits of the relays 1, 2, … in the registers. */
	readonly masks: readonly number[];
	readonly bytes: 1 | 2;
	readonly address: (stack: number) => number;
	/** What the relays are set to. */
	readonly output: number;
	/** What stands at the pins. Absent: the card does not tell. */
	readonly input?: number;
	/** Which pins are inputs. Absent: a card that is always set up. */
	readonly config?: { readonly register: number; readonly ready: number; readonly powerOn: number };
}

/** Cards with an expander chip turn the jumpers of the stack round. */
const turned = (base: number) => (stack: number) => base + (7 ^ stack);

const FOUR = {
	masks: [0x80, 0x40, 0x20, 0x10],
	bytes: 1,
	input: 0,
	output: 1,
	// The lower four are the opto-coupler inputs.
	config: { register: 3, ready: 0x0f, powerOn: 0xff },
} as const;
const EIGHT = {
	masks: [0x01, 0x04, 0x40, 0x10, 0x20, 0x80, 0x08, 0x02],
	bytes: 1,
	input: 0,
	output: 1,
	config: { register: 3, ready: 0x00, powerOn: 0xff },
} as const;
const SIXTEEN = {
	masks: Array.from({ length: 16 }, (_, i) => 0x8000 >> i),
	bytes: 2,
	input: 0,
	output: 2,
	config: { register: 6, ready: 0x0000, powerOn: 0xffff },
} as const;

/** Newer cards with four relays have a processor, which answers elsewhere and says its version. */
export const PROCESSOR: Model = {
	masks: [0x01, 0x02, 0x04, 0x08],
	bytes: 1,
	address: (stack) => 0x0e + stack,
	output: 0,
};
/** Hardware and firmware, major and minor: four bytes. */
export const PROCESSOR_VERSION = 0x78;

export const MODELS: Readonly<Record<Exclude<BoardName, "auto">, Model>> = {
	"4_relays": { ...FOUR, address: turned(0x38) },
	"4_relays_0x20": { ...FOUR, address: turned(0x20) },
	"8_relays": { ...EIGHT, address: turned(0x38) },
	"8_relays_0x20": { ...EIGHT, address: turned(0x20) },
	"16_relays": { ...SIXTEEN, address: turned(0x20) },
	"16_relays_0x38": { ...SIXTEEN, address: turned(0x38) },
};

/** The bits of the relays that are on. */
export function maskOf(model: Model, coils: ReadonlyMap<string, boolean>): number {
	return [...coils].reduce((mask, [relay, on]) => (on ? mask | (model.masks[Number(relay) - 1] ?? 0) : mask), 0);
}

/** All bits of these relays. */
export const bitsOf = (model: Model, relays: Iterable<string>): number =>
	maskOf(model, new Map([...relays].map((relay) => [relay, true])));

/** The relays with these names in these bits. */
export const coilsIn = (model: Model, relays: readonly string[], mask: number): Map<string, boolean> =>
	new Map(relays.map((relay) => [relay, (mask & (model.masks[Number(relay) - 1] ?? 0)) !== 0]));
