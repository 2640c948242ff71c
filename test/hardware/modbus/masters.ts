import { createRequire } from "node:module";
import { join } from "node:path";
import { SerialPort } from "serialport";

/** A master of somebody else on a serial port: reads one holding register of unit 1; undefined where it reports a failure. */
export interface Master {
	read(register: number): Promise<number | undefined>;
	close(): Promise<void>;
}

/** Where scripts/others.ts installed them. */
const folder = process.env["MODBUS_MASTERS"] ?? "";
const load = createRequire(join(folder, "package.json"));
/** ms. One that never settles is as good as failed. */
const PATIENCE = 1000;

const settled = (reading: Promise<number>): Promise<number | undefined> => {
	const { promise, resolve } = Promise.withResolvers<undefined>();
	const timer = setTimeout(() => resolve(undefined), PATIENCE);
	return Promise.race([reading.catch(() => undefined), promise]).finally(() => clearTimeout(timer));
};

export const MASTERS: Readonly<Record<string, (path: string, timeout: number) => Promise<Master>>> = {
	async "modbus-serial"(path, timeout) {
		const { default: ModbusRTU } = load("modbus-serial");
		const client = new ModbusRTU();
		await client.connectRTUBuffered(path, { baudRate: 115_200 });
		client.setID(1);
		client.setTimeout(timeout);
		return {
			read: (register) =>
				settled(client.readHoldingRegisters(register, 1).then(({ data }: { data: number[] }) => data[0] ?? Number.NaN)),
			close: () => new Promise((resolve) => client.close(() => resolve())),
		};
	},
	async jsmodbus(path, timeout) {
		const { client } = load("jsmodbus");
		const port = new SerialPort({ path, baudRate: 115_200 });
		await new Promise((resolve) => port.once("open", resolve));
		const master = new client.RTU(port, 1, timeout);
		return {
			read: (register) =>
				settled(
					master
						.readHoldingRegisters(register, 1)
						.then(
							({ response }: { response: { body: { valuesAsArray: number[] } } }) => response.body.valuesAsArray[0],
						),
				),
			close: () => new Promise((resolve) => port.close(() => resolve())),
		};
	},
};
