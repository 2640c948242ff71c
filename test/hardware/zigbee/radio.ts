import { createRequire } from "node:module";
import { join } from "node:path";
import type { Nature, Reported } from "./plugs.ts";

/**
 * Loaded into Zigbee2MQTT before its own code: a radio without hardware, in whose network are the devices of `ZIGBEE_DEVICES`.
 * All else is Zigbee2MQTT's own. Frames are those of the Zigbee Cluster Library; the On/Off cluster is 3.8 there.
 */
const require = createRequire(join(process.env["ZIGBEE2MQTT"] ?? "", "package.json"));
const herdsman = createRequire(require.resolve("zigbee-herdsman"));
const { Adapter } = herdsman("./adapter/adapter.js");
const Zcl = herdsman("./zspec/zcl/index.js");

const ON_OFF = 6;
const UNSUPPORTED_ATTRIBUTE = 0x86;
const [READ_ANSWER, REPORT, DEFAULT_ANSWER, REPORTING_ANSWER] = ["readRsp", "report", "defaultRsp", "configReportRsp"];

interface Frame {
	readonly header: { readonly transactionSequenceNumber: number; readonly isGlobal: boolean };
	readonly cluster: { readonly ID: number };
	readonly command: { readonly name: string; readonly ID: number };
	// What it holds differs with the command.
	readonly payload: unknown;
}

/** Plugs by their address. */
const natures = new Map<string, Nature>(
	(JSON.parse(process.env["ZIGBEE_DEVICES"] ?? "[]") as readonly Nature[]).map((nature) => [nature.ieee, nature]),
);
/** Nothing reaches the radio any more. */
let lost = false;
process.on("message", (changed: Nature | "lost") => {
	if (changed === "lost") lost = true;
	else natures.set(changed.ieee, changed);
});

/** The On/Off cluster of one device. */
class Plug {
	on = false;
	#ends = 0;
	#timer: NodeJS.Timeout | undefined;
	readonly #ieee: string;
	readonly #changed: () => void;

	constructor(ieee: string, changed: () => void) {
		this.#ieee = ieee;
		this.#changed = changed;
	}

	get nature(): Nature {
		return natures.get(this.#ieee) ?? { ieee: this.#ieee, nwk: 0, model: "", maker: "" };
	}

	take(command: string, { ontime = 0 }: { readonly ontime?: number }): void {
		if (command === "off") this.#set(false);
		if (command === "on") this.#set(true);
		if (command !== "onWithTimedOff") return;
		// 3.8.2.3.6: the longer of the two times counts.
		const ends = Math.max(this.#ends, performance.now() + ontime * 100);
		this.#set(true);
		if (this.nature.ignores_timer) return;
		this.#ends = ends;
		this.#timer = setTimeout(() => this.#set(false), ends - performance.now());
	}

	#set(on: boolean): void {
		clearTimeout(this.#timer);
		this.#ends = 0;
		if (this.on === on) return;
		this.on = on;
		const reported: Reported = { ieee: this.#ieee, on };
		process.send?.(reported);
		this.#changed();
	}
}

class Radio extends Adapter {
	readonly #plugs = new Map<string, Plug>();

	constructor(...settings: readonly unknown[]) {
		super(...settings);
	}

	start = async () => "resumed";
	stop = async () => undefined;
	getCoordinatorIEEE = async () => "0x00124b0000000001";
	getCoordinatorVersion = async () => ({ type: "without hardware", meta: { revision: 1 } });
	getNetworkParameters = async () => ({
		panID: 0x1a62,
		extendedPanID: "0xdddddddddddddddd",
		channel: 11,
		nwkUpdateID: 0,
	});
	supportsBackup = async () => false;
	permitJoin = async () => undefined;
	sendZclFrameToGroup = async () => undefined;
	sendZclFrameToAll = async () => undefined;
	/** Bindings and other requests of the network succeed. */
	sendZdo = async () => [0, {}];
	waitFor = () => ({ promise: new Promise(() => undefined), cancel: () => undefined });

	async sendZclFrameToEndpoint(ieee: string, nwk: number, endpoint: number, frame: Frame, _: number, silent: boolean) {
		const plug = this.#plugOf(ieee, nwk);
		if (lost || plug.nature.away) throw new Error("no route to the device");
		const { cluster, command, header, payload } = frame;
		const at = { ieee, nwk, endpoint, tsn: header.transactionSequenceNumber, cluster: cluster.ID };
		if (header.isGlobal) {
			if (command.name === "read")
				return this.#says(
					at,
					READ_ANSWER,
					listOf(payload).map((one) => this.#attribute(at, one)),
				);
			if (command.name === "configReport") return this.#says(at, REPORTING_ANSWER, [{ status: 0 }]);
			return undefined;
		}
		if (cluster.ID === ON_OFF) plug.take(command.name, recordOf(payload));
		return silent ? undefined : this.#says(at, DEFAULT_ANSWER, { cmdId: command.ID, statusCode: 0 });
	}

	#plugOf(ieee: string, nwk: number): Plug {
		const known = this.#plugs.get(ieee);
		if (known !== undefined) return known;
		const at = { ieee, nwk, endpoint: 1, tsn: 1, cluster: ON_OFF };
		const plug = new Plug(ieee, () => {
			const { away, silent } = plug.nature;
			if (!away && !silent)
				this.#says(at, REPORT, [{ attrId: 0, dataType: Zcl.DataType.BOOLEAN, attrData: plug.on ? 1 : 0 }]);
		});
		this.#plugs.set(ieee, plug);
		return plug;
	}

	#attribute({ ieee, nwk, cluster }: At, { attrId = 0 }: { readonly attrId?: number }): object {
		if (cluster !== ON_OFF || attrId !== 0) return { attrId, status: UNSUPPORTED_ATTRIBUTE };
		return { attrId, status: 0, dataType: Zcl.DataType.BOOLEAN, attrData: this.#plugOf(ieee, nwk).on ? 1 : 0 };
	}

	/** The radio hears it from the device: as an answer and as a message of its own, as all radios do. */
	#says({ nwk, endpoint, tsn, cluster }: At, command: string | undefined, payload: unknown): object {
		const { GLOBAL } = Zcl.FrameType;
		const { SERVER_TO_CLIENT } = Zcl.Direction;
		const frame = Zcl.Frame.create(GLOBAL, SERVER_TO_CLIENT, true, undefined, tsn, command, cluster, payload, {});
		const data: Buffer = frame.toBuffer();
		const heard = {
			...{ clusterID: cluster, header: Zcl.Header.fromBuffer(data), data },
			...{ address: nwk, endpoint, linkquality: 120, groupID: 0, wasBroadcast: false, destinationEndpoint: 1 },
		};
		setImmediate(() => super.emit("zclPayload", heard));
		return heard;
	}
}

interface At {
	readonly ieee: string;
	readonly nwk: number;
	readonly endpoint: number;
	readonly tsn: number;
	readonly cluster: number;
}

const recordOf = (payload: unknown): { readonly ontime?: number } =>
	typeof payload === "object" && payload !== null ? payload : {};
const listOf = (payload: unknown): readonly { readonly attrId?: number }[] => (Array.isArray(payload) ? payload : []);

Adapter.create = async (network: object, port: object, backup: string, options: object) =>
	new Radio(network, port, backup, options);
