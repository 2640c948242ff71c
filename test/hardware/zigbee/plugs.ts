/** A device in the network of the radio without hardware. */
export interface Nature {
	/** `0x` and sixteen digits. */
	readonly ieee: string;
	/** Its short address. */
	readonly nwk: number;
	/** As it tells them; Zigbee2MQTT knows by them what it is. */
	readonly model: string;
	readonly maker: string;
	/** It takes the command with a time, and stays on. */
	readonly ignores_timer?: boolean;
	/** Out of reach of the radio. */
	readonly away?: boolean;
	/** It reports nothing by itself. */
	readonly silent?: boolean;
}

/** What the radio tells of a device: its relay moved. */
export interface Reported {
	readonly ieee: string;
	readonly on: boolean;
}

const address = (nth: number): string => `0x00158d00${nth.toString(16).padStart(8, "0")}`;

/** A plug without a meter. */
export const plug = (nth: number, more: Partial<Nature> = {}): Nature => ({
	...{ ieee: address(nth), nwk: 1000 + nth, model: "TRADFRI control outlet", maker: "IKEA of Sweden" },
	...more,
});

/** A line of Zigbee2MQTT's own database: the device was paired before. */
export const record = ({ ieee, nwk, model, maker }: Nature, id: number): object => {
	const clusters = [0, 3, 4, 5, 6, 0x0702, 0x0b04];
	const endpoint = (epId: number) => ({
		...{ profId: 260, epId, devId: 266, inClusterList: clusters, outClusterList: [25] },
		...{ clusters: {}, binds: [], configuredReportings: [], meta: {} },
	});
	return {
		...{ id, type: "Router", ieeeAddr: ieee, nwkAddr: nwk, manufId: 4476, manufName: maker, modelId: model },
		...{ powerSource: "Mains (single phase)", epList: [1, 2], endpoints: { 1: endpoint(1), 2: endpoint(2) } },
		...{
			appVersion: 1,
			stackVersion: 1,
			hwVersion: 1,
			zclVersion: 3,
			interviewState: "SUCCESSFUL",
			interviewCompleted: true,
		},
		...{ meta: {}, lastSeen: Date.now() },
	};
};

export const COORDINATOR = {
	...{ id: 1, type: "Coordinator", ieeeAddr: "0x00124b0000000001", nwkAddr: 0, manufId: 0, epList: [1] },
	endpoints: {
		1: {
			...{ profId: 260, epId: 1, devId: 5, inClusterList: [], outClusterList: [], clusters: {} },
			...{ binds: [], configuredReportings: [], meta: {} },
		},
	},
	...{ interviewState: "SUCCESSFUL", interviewCompleted: true, meta: {} },
};
