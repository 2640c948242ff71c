import type { Branch } from "./branch.ts";
import type { Line, Port } from "./line.ts";
import { solve } from "./linear.ts";
import type { Pump } from "./pump.ts";
import type { Valve } from "./valve.ts";

// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const max = Math.max;
const min = Math.min;

interface Way extends Line {
	readonly branchAt: number;
	readonly portAt: number;
	/** Ways that share this branch and pump have the same number. */
	readonly fork: number;
	/** Share of this pump's flow. */
	readonly share: number;
	/** How far its valves are open, 0 to 1. */
	opening: number;
	/** W/K in this step. */
	carried: number;
}

/**
 * The circuits of a house. Fluids mix where flows meet. A flow that finds two open ways splits by how far each is open, so a
 * diverter in mid-travel feeds both tanks. A way that closes takes its share of the flow with it: others get no more than
 * at full opening. The step solves all circuits at once, exactly, so that no heat is lost between them.
 */
export class Network {
	private readonly branches: readonly Branch[];
	private readonly ports: readonly Port[];
	private readonly pumps: readonly Pump[];
	private readonly ways: readonly Way[];
	private readonly valves: readonly Valve[];
	/** Levels, positions and what is blocked, of the last step. */
	private readonly seen: Float64Array;
	private moving = false;
	/** Something besides levels and positions is other than in the last step. */
	private stale = false;
	/** Sum of the openings of each fork. */
	private readonly forks: Float64Array;
	/** °C into each branch, and the equations for them: `inlets = known + matrix * inlets`. */
	private readonly known: Float64Array;
	private readonly matrix: Float64Array;

	constructor(branches: readonly Branch[], ports: readonly Port[], lines: readonly Line[]) {
		const forks: string[] = [];
		const pumps = [...new Set(lines.map(({ pump }) => pump))];
		this.branches = branches;
		this.ports = ports;
		this.pumps = pumps;
		this.valves = [...new Set(lines.flatMap(({ valves }) => valves.map(({ valve }) => valve)))];
		this.seen = new Float64Array(pumps.length + this.valves.length + branches.length);
		this.ways = lines.map((line): Way => {
			const branchAt = branches.indexOf(line.branch);
			const key = `${pumps.indexOf(line.pump)} ${branchAt}`;
			if (!forks.includes(key)) forks.push(key);
			const places = { branchAt, portAt: ports.indexOf(line.port), fork: forks.indexOf(key) };
			return { ...line, ...places, share: line.litres / line.pump.litres, opening: 0, carried: 0 };
		});
		this.forks = new Float64Array(forks.length);
		this.known = new Float64Array(branches.length);
		this.matrix = new Float64Array(branches.length ** 2);
	}

	/**
	 * @param outdoor °C
	 * @param around °C around the pipes
	 */
	step(seconds: number, outdoor: number, around: number): void {
		const { branches, ports } = this;
		if (this.changed() || this.stale) this.divide();
		for (let at = 0; at < branches.length; at++) branches[at]?.begin(seconds, outdoor, around);
		if (this.moving) {
			for (let at = 0; at < ports.length; at++) ports[at]?.begin();
			this.findInlets();
		}
		this.flow(seconds);
	}

	/** L/min of a circuit in the last step; undefined if there is none with this id. */
	flowOf(id: string): number | undefined {
		const way = this.ways.find((one) => one.id === id);
		return way && litresPerMinute(way);
	}

	/** L/min of a pump in the last step. */
	flowBy(pump: Pump): number {
		let litres = 0;
		for (const way of this.ways) if (way.pump === pump) litres += litresPerMinute(way);
		return litres;
	}

	/** Looks again at what flows: to be called when a pump's share, a leak or the heat of a fluid may have changed. */
	refresh(): void {
		for (const branch of this.branches) branch.refresh();
		this.stale = true;
	}

	/** Whether a pump, a valve or a source is other than in the last step. Mostly none is, and much work is spared. */
	private changed(): boolean {
		const { pumps, valves, branches } = this;
		let changed = false;
		let place = 0;
		for (let at = 0; at < pumps.length; at++) if (this.isNew(place++, pumps[at]?.level ?? 0)) changed = true;
		for (let at = 0; at < valves.length; at++) if (this.isNew(place++, valves[at]?.position ?? 0)) changed = true;
		for (let at = 0; at < branches.length; at++)
			if (this.isNew(place++, branches[at]?.source.blocked ? 1 : 0)) changed = true;
		return changed;
	}

	private isNew(place: number, value: number): boolean {
		const { seen } = this;
		const is = seen[place] !== value;
		seen[place] = value;
		return is;
	}

	/** What flows where. */
	private divide() {
		const { branches, ports, ways, forks } = this;
		this.stale = false;
		for (const branch of branches) branch.carried = 0;
		this.findDirections();
		for (const port of ports) {
			port.carried = 0;
			port.speed = 0;
		}
		for (let at = 0; at < forks.length; at++) forks[at] = 0;
		for (const way of ways) {
			way.opening = way.branch.source.blocked ? 0 : openingOf(way);
			forks[way.fork] = (forks[way.fork] ?? 0) + way.opening;
		}
		for (const way of ways) {
			const part = way.share * (way.opening / max(1, forks[way.fork] ?? 0));
			const drifts = way.branch.drift > 0;
			const turning = drifts ? (way.branch.drift * way.opening) / way.pump.litres : way.pump.turning * part;
			way.carried = turning * ((way.pump.litres * way.branch.perLitre) / 3600);
			way.branch.carried += way.carried;
			way.port.carried += way.carried;
			way.port.speed += turning * (way.pump.litres / way.port.litres);
			if (way.carried > 0) way.port.coil.turned = way.branch.turned;
		}
		this.moving = ways.some(({ carried }) => carried > 0);
	}

	/** Lets water that a leaking check valve lets through drift, and turns branches in which the fluid flows backwards. */
	private findDirections() {
		for (const branch of this.branches) {
			branch.drift = 0;
			const own = this.ways.filter((way) => way.branch === branch);
			const pumped = own.some(({ pump }) => pump.level > 0);
			if (branch.leak > 0 && !pumped && !branch.source.blocked) {
				const warmest = own.reduce((most, { port }) => max(most, port.coil.water), Number.NEGATIVE_INFINITY);
				branch.drift = branch.leak * buoyancy(warmest - branch.source.outlet);
			}
			if ((branch.drift > 0 || (branch.swapped && pumped)) !== branch.turned) branch.turn();
		}
	}

	/** The inlet temperature of each branch: those for which every circuit is closed. */
	private findInlets() {
		const { ways, branches, known, matrix } = this;
		const many = branches.length;
		for (let at = 0; at < matrix.length; at++) matrix[at] = 0;
		for (let at = 0; at < many; at++) known[at] = 0;
		for (const way of ways) {
			const { branch, port, branchAt, carried } = way;
			if (carried === 0) continue;
			const back = branch.up.through * (carried / branch.carried);
			let mixed = 0;
			for (const other of ways) {
				if (other.port !== port || other.carried === 0) continue;
				const share = other.carried / port.carried;
				const at = branchAt * many + other.branchAt;
				mixed += share * other.branch.outletAtZero;
				matrix[at] = (matrix[at] ?? 0) + other.branch.through * share * port.coil.through * back;
			}
			known[branchAt] = (known[branchAt] ?? 0) + back * (port.coil.outletAtZero + port.coil.through * mixed);
		}
		for (let at = 0; at < many; at++) {
			const branch = branches[at];
			if (branch !== undefined && branch.carried > 0) known[at] = (known[at] ?? 0) + branch.up.outletAtZero;
		}
		solve(matrix, known);
	}

	private flow(seconds: number) {
		const { branches, ports, known, moving } = this;
		for (let at = 0; at < branches.length; at++) branches[at]?.flow(moving ? (known[at] ?? 0) : 0);
		if (moving) for (let at = 0; at < ports.length; at++) this.charge(seconds, ports[at]);
		for (let at = 0; at < branches.length; at++) {
			const branch = branches[at];
			if (branch !== undefined) branch.up.flow(moving ? this.backTo(branch) : 0);
		}
	}

	private charge(seconds: number, port: Port | undefined) {
		if (port === undefined) return;
		let inlet = 0;
		for (const way of this.ways)
			if (way.port === port && way.carried > 0) inlet += (way.carried / port.carried) * way.branch.down.outlet;
		port.outlet = port.coil.flow(seconds, inlet);
	}

	/** °C of the fluid that comes back to a branch. */
	private backTo(branch: Branch): number {
		let inlet = 0;
		for (const way of this.ways)
			if (way.branch === branch && way.carried > 0) inlet += (way.carried / branch.carried) * way.port.outlet;
		return inlet;
	}
}

/** K by which the tank is warmer than the source before anything rises, and from which on all of a leak flows. */
const RISES = 5;
const RISES_FULLY = 30;
const buoyancy = (warmer: number) => (warmer < RISES ? 0 : min(warmer / RISES_FULLY, 1));

function openingOf({ valves, pump, branch }: Way): number {
	if (pump.level <= 0 && branch.drift <= 0) return 0;
	let opening = 1;
	for (const { valve, position } of valves) opening *= valve.opening(position);
	return opening;
}

const litresPerMinute = ({ carried, branch }: Way) => (carried * 60) / branch.perLitre;
