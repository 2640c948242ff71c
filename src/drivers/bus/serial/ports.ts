import { readdir, readFile, readlink, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ROOTS, type Roots } from "#model/plant/found.ts";

/** A serial port of this machine, as the system describes it. It is never opened for that. */
export interface SerialPort {
	/** The path to write in the options: the one that stays with this device, as far as there is one. */
	readonly path: string;
	/** The name that the kernel gave it, such as `/dev/ttyUSB0`. Another device may have it tomorrow. */
	readonly device: string;
	/** Its other stable paths. */
	readonly aliases: readonly string[];
	/** Vendor and product on USB, four hexadecimal digits in lower case: `1a86`, `7523`. */
	readonly vendor?: string;
	readonly product?: string;
	/** Who made it and what it calls itself, on USB. */
	readonly maker?: string;
	readonly name?: string;
	readonly serial?: string;
	/** The kernel writes its messages there. */
	readonly console?: true;
}

/** Every serial port with a device behind it, by its kernel name. Needs no udev program: a container has none. */
export async function serialPorts(roots: Roots = ROOTS): Promise<readonly SerialPort[]> {
	const names = await listed(join(roots.sys, "class/tty"));
	const all = (await Promise.all(names.map((name) => lookOf(roots, name)))).filter((look) => look !== undefined);
	const [byId, byPath] = await Promise.all([linksIn(roots, "by-id"), linksIn(roots, "by-path")]);
	return all
		.sort((a, b) => (a.tty < b.tty ? -1 : 1))
		.map((look) => {
			const named = (links: readonly Link[]) => links.filter(({ tty }) => tty === look.tty).map(({ path }) => path);
			const [ids, paths] = [named(byId), named(byPath)];
			const stable = alone(look, all) ? [...ids, ...paths] : [...paths, ...ids];
			const device = join(roots.dev, look.tty);
			const [path = device, ...aliases] = stable;
			return { path, device, aliases, ...look.about };
		});
}

interface Look {
	readonly tty: string;
	/** The folder of the whole USB device, which may have several ports. */
	readonly usb?: string;
	readonly about: Omit<SerialPort, "path" | "device" | "aliases">;
}

/** The same for every part of its kind: a CP2102 leaves the factory with 0001. A CH340 has none at all. */
const NO_SERIAL = /^(?:0*1?|0?12345\d*|f+)$/i;

/**
 * Whether its name by-id can only be its own. Two parts with one name share one link, which points to the one that was
 * plugged in last; and a second one may come tomorrow.
 */
const alone = ({ usb, about: { serial, vendor, product } }: Look, all: readonly Look[]): boolean =>
	serial !== undefined &&
	!NO_SERIAL.test(serial) &&
	!all.some(
		({ usb: other, about }) =>
			other !== usb && about.serial === serial && about.vendor === vendor && about.product === product,
	);

/** How many folders a port lies below its USB device, at most. */
const DEEPEST = 4;

async function lookOf({ sys }: Roots, tty: string): Promise<Look | undefined> {
	const folder = join(sys, "class/tty", tty);
	const device = await realpath(join(folder, "device")).catch(() => undefined);
	if (device === undefined) return undefined;
	const usb = await usbAbove(device);
	// The system lists ports that no machine has: 32 of a PC, and terminals. Those have no type, or the type 0.
	if (usb === undefined && !/^[1-9]/.test((await text(folder, "type")) ?? "")) return undefined;
	const console = (await text(folder, "console")) === "Y" && ({ console: true } as const);
	return { tty, ...(usb && { usb }), about: { ...(usb && (await usbLooks(usb))), ...console } };
}

async function usbAbove(device: string): Promise<string | undefined> {
	let folder = device;
	for (let step = 0; step <= DEEPEST; step++) {
		if ((await text(folder, "idVendor")) !== undefined) return folder;
		folder = dirname(folder);
	}
	return undefined;
}

async function usbLooks(folder: string): Promise<Look["about"]> {
	const of = (file: string) => text(folder, file);
	const [vendor, product, maker, name, serial] = await Promise.all([
		of("idVendor"),
		of("idProduct"),
		of("manufacturer"),
		of("product"),
		of("serial"),
	]);
	return {
		...(vendor && { vendor: vendor.toLowerCase() }),
		...(product && { product: product.toLowerCase() }),
		...(maker && { maker }),
		...(name && { name }),
		...(serial && { serial }),
	};
}

interface Link {
	readonly path: string;
	readonly tty: string;
}

/** The links in `/dev/serial/by-id` or `by-path`. Newer systems name a port twice; the older name comes first. */
async function linksIn({ dev }: Roots, folder: "by-id" | "by-path"): Promise<readonly Link[]> {
	const at = join(dev, "serial", folder);
	const names = [...(await listed(at))].sort((a, b) => Number(a.includes("-usbv")) - Number(b.includes("-usbv")));
	const links = names.map(async (name) => {
		const target = await readlink(join(at, name)).catch(() => undefined);
		return target === undefined ? [] : [{ path: join(at, name), tty: basename(target) }];
	});
	return (await Promise.all(links)).flat();
}

const listed = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

/** The first line of a file of the system, cut to what people read; undefined if there is none. */
const text = (folder: string, file: string): Promise<string | undefined> =>
	readFile(join(folder, file), "utf8").then(
		(content) =>
			content
				.split("\n", 1)[0]
				?.replace(/[^\P{C}]/gu, "")
				.trim()
				.slice(0, 80),
		() => undefined,
	);
