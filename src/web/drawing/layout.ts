import type { DrawnFlow, DrawnPlant, DrawnPump, DrawnSource, DrawnStore } from "./plant.ts";

/** Widths of a source, of a tank with its pipes and labels, and of another store. */
const SOURCE = 172;
const TANK_CELL = 280;
const SINK_CELL = 208;
/** From a store's cell to its wall, and the width of its body. */
const PIPES = 44;
export const BODY = 116;
/** The line of hot pipes above all. */
export const HOT = 22;
/** Top and height of a tank. */
export const TOP = 62;
export const TALL = 312;
/** Other stores are half as high, and end where tanks do. */
const SINK_TOP = TOP + TALL / 2;
const OUT = 110;
/** Between two lanes for circuits from store to store. */
const LANE = 54;
/** Distance of a store's own pipes from its wall. */
const BESIDE = 30;

export interface Spot {
	readonly x: number;
	readonly y: number;
}
export interface PlacedSource extends Spot {
	readonly source: DrawnSource;
}
export interface PlacedStore extends Spot {
	readonly store: DrawnStore;
	readonly tall: number;
	/** Where the hot pipe enters and the cold one leaves. */
	readonly into: number;
	readonly out: number;
	/** Something flows into it from a source: it has a coil. */
	readonly fed: boolean;
}
export interface PlacedPump extends Spot {
	readonly pump: DrawnPump;
	/** In its field's riser there is room for a name beside it. */
	readonly roomy: boolean;
}
export interface PlacedFlow {
	readonly flow: DrawnFlow;
	readonly hot: string;
	/** Absent where one line stands for both. */
	readonly cold?: string;
	/** Arrows: where, and whether down or to a side. */
	readonly arrows: readonly (Spot & { readonly to: "down" | "left" | "right" })[];
}
export interface Layout {
	readonly width: number;
	readonly height: number;
	/** What is cut off above. */
	readonly top: number;
	readonly sources: readonly PlacedSource[];
	readonly stores: readonly PlacedStore[];
	readonly flows: readonly PlacedFlow[];
	readonly pumps: readonly PlacedPump[];
}

interface Frame {
	/** One source and one store: pipes go straight across. */
	readonly simple: boolean;
	readonly cold: number;
	readonly sources: readonly PlacedSource[];
	readonly stores: readonly PlacedStore[];
	/** Circuits from store to store; each has a lane below. */
	readonly between: readonly DrawnFlow[];
}

/**
 * Sources in a row, then stores in a row. Hot pipes run above everything and cold ones below, so that none cross; circuits
 * from store to store have lanes of their own below those.
 */
export function layoutOf(plant: DrawnPlant): Layout {
	const { sources, stores, flows, air } = plant;
	const simple = sources.length === 1 && stores.length === 1;
	const isStore = (id: string) => stores.some((store) => store.id === id);
	const isSource = (id: string) => sources.some((source) => source.id === id);
	const between = flows.filter(({ from, to }) => isStore(from) && isStore(to) && from !== to);
	const placedStores = storesAt(
		sources.length * SOURCE,
		stores,
		flows.filter(({ from }) => isSource(from)),
	);
	const end = placedStores.reduce((x, { store }) => x + cellOf(store), sources.length * SOURCE);
	const cold = simple ? (placedStores[0]?.out ?? 0) : 398;
	const placed = sources.map((source, n) => ({ source, x: n * SOURCE, y: 92 }));
	const frame: Frame = { simple, cold, sources: placed, stores: placedStores, between };
	const lanes = between.length * LANE;
	return {
		width: Math.max(end, air === undefined ? 0 : 448) + 4,
		height: (simple ? 392 : 422) + lanes,
		top: simple && sources.length + stores.length === 2 ? 26 : 0,
		sources: placed,
		stores: placedStores,
		flows: flows.flatMap((flow) => placedFlow(flow, frame) ?? []),
		pumps: apart(plant.pumps.flatMap((pump) => placedPump(pump, plant, frame) ?? [])),
	};
}

const cellOf = ({ kind }: DrawnStore) => (kind === "tank" ? TANK_CELL : SINK_CELL);

function storesAt(begin: number, stores: readonly DrawnStore[], feeding: readonly DrawnFlow[]): readonly PlacedStore[] {
	let x = begin;
	return stores.map((store) => {
		const at = x + PIPES;
		x += cellOf(store);
		const y = store.kind === "tank" ? TOP : SINK_TOP;
		const tall = TOP + TALL - y;
		const fed = feeding.some(({ to }) => to === store.id);
		return { store, x: at, y, tall, into: Math.round(y + tall * 0.56), out: Math.round(y + tall * 0.93), fed };
	});
}

function placedFlow(flow: DrawnFlow, frame: Frame): PlacedFlow | undefined {
	const lane = frame.between.indexOf(flow);
	if (lane >= 0) return laneOf(flow, lane, frame);
	const { simple, cold } = frame;
	const source = frame.sources.find((one) => one.source.id === flow.from);
	const store = frame.stores.find((one) => one.store.id === flow.to);
	if (source === undefined || store === undefined) return undefined;
	const drop = store.x - BESIDE;
	const up = simple ? "" : `H${source.x + 162}V${HOT}`;
	const down = simple ? "" : `H${drop}V${cold}`;
	return {
		flow,
		hot: `M${source.x + 130} ${OUT}${up}H${drop}V${store.into}H${store.x}`,
		cold: `M${store.x} ${store.out}${down}H${source.x + 32}V170`,
		arrows: [
			{ x: drop, y: 176, to: "down" },
			{ x: drop - (simple ? 12 : 36), y: cold, to: "left" },
		],
	};
}

const laneAt = (lane: number) => 398 + 26 + lane * LANE;

/** One line from the bottom of a store to that of another. */
function laneOf(flow: DrawnFlow, lane: number, { stores }: Frame): PlacedFlow | undefined {
	const [from, to] = [flow.from, flow.to].map((id) => stores.find(({ store }) => store.id === id));
	if (from === undefined || to === undefined) return undefined;
	const right = to.x > from.x;
	const [begin, end] = right ? [from.x + 84, to.x + 34] : [from.x + 34, to.x + 84];
	const bottom = TOP + TALL;
	return {
		flow,
		hot: `M${begin} ${bottom}V${laneAt(lane)}H${end}V${bottom}`,
		arrows: [{ x: end + (right ? -24 : 24), y: laneAt(lane), to: right ? "right" : "left" }],
	};
}

/** In the riser of the only source that it draws from; in its lane; or else in the hot pipe of its store. */
function placedPump(pump: DrawnPump, { flows, pumps }: DrawnPlant, frame: Frame): PlacedPump | undefined {
	const its = flows.filter((flow) => flow.pump === pump.id);
	const [first] = its;
	if (first === undefined) return undefined;
	const lane = frame.between.indexOf(first);
	if (lane >= 0) return inLane(pump, first, lane, frame);
	const source = frame.sources.find((one) => one.source.id === first.from);
	const onlySource = its.every(({ from }) => from === first.from);
	const alone = !pumps.some(
		(other) => other !== pump && flows.some((flow) => flow.pump === other.id && flow.from === first.from),
	);
	if (onlySource && alone && source !== undefined)
		return { pump, x: source.x + 32, y: frame.simple ? 272 : 300, roomy: true };
	const store = its.every(({ to }) => to === first.to)
		? frame.stores.find((one) => one.store.id === first.to)
		: undefined;
	if (store !== undefined) return { pump, x: store.x - BESIDE, y: 116, roomy: false };
	const between = (frame.sources.at(-1)?.x ?? 0) + SOURCE - 14;
	return { pump, x: between, y: frame.cold, roomy: false };
}

/** Pumps for which there is one place stand side by side, or one below the other in a pipe that goes down. */
const apart = (pumps: readonly PlacedPump[]): readonly PlacedPump[] =>
	pumps.map((pump, n) => {
		const before = pumps.slice(0, n).filter(({ x, y }) => x === pump.x && y === pump.y).length;
		return pump.y < HOT + 200 ? { ...pump, y: pump.y + before * 56 } : { ...pump, x: pump.x - before * 46 };
	});

function inLane(pump: DrawnPump, flow: DrawnFlow, lane: number, { stores }: Frame): PlacedPump | undefined {
	const ends = [flow.from, flow.to].flatMap((id) => stores.find(({ store }) => store.id === id)?.x ?? []);
	return { pump, x: Math.min(...ends) + 84 + 34, y: laneAt(lane), roomy: true };
}
