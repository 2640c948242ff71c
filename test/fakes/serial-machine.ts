import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Roots } from "#model/plant/found.ts";

/** What a plug says of itself on USB. */
interface Usb {
	readonly vendor: string;
	readonly product: string;
	readonly maker?: string;
	readonly name?: string;
	readonly serial?: string;
	/** The number of the part within it that is a serial port. */
	readonly part?: number;
}

/** The folders /dev, /sys and /proc of a machine with serial ports, as the kernel and udev show them. */
export class SerialMachine {
	readonly #folder = realpathSync(mkdtempSync(join(tmpdir(), "serial-machine-")));
	readonly roots: Roots = {
		dev: join(this.#folder, "dev"),
		sys: join(this.#folder, "sys"),
		proc: join(this.#folder, "proc"),
	};

	constructor() {
		for (const folder of [this.roots.dev, join(this.roots.sys, "class/tty"), this.roots.proc])
			mkdirSync(folder, { recursive: true });
	}

	/** Plugs it into a socket such as `1.2` as a USB-serial adapter (ttyUSB) or as one with its own port (ttyACM). Gives its node. */
	plug(socket: string, tty: string, usb: Usb): string {
		const device = `devices/platform/scb/fd500000.pcie/0000:01:00.0/usb1/1-1/1-${socket}`;
		const part = `${device}/1-${socket}:1.${usb.part ?? 0}`;
		this.#texts(device, {
			idVendor: usb.vendor,
			idProduct: usb.product,
			manufacturer: usb.maker,
			product: usb.name,
			serial: usb.serial,
		});
		const adapter = tty.startsWith("ttyUSB");
		this.#port(tty, adapter ? `${part}/${tty}` : part);
		const end = adapter ? "-port0" : "";
		const words = [usb.maker ?? usb.vendor, usb.name ?? usb.product, usb.serial].filter(Boolean).join("_");
		const id = `usb-${words.replaceAll(" ", "_")}-if${String(usb.part ?? 0).padStart(2, "0")}${end}`;
		this.#link("by-id", id, tty);
		for (const kind of ["usb", "usbv2"])
			this.#link(
				"by-path",
				`platform-fd500000.pcie-pci-0000:01:00.0-${kind}-0:${socket}:1.${usb.part ?? 0}${end}`,
				tty,
			);
		return join(this.roots.dev, tty);
	}

	/** A port on the machine's own board. The type 0 is one that the kernel lists and no machine has. */
	onBoard(tty: string, type: number, console = false): void {
		this.#port(tty, `devices/platform/soc/fe201000.serial/${tty}`);
		this.#texts(`class/tty/${tty}`, { type: String(type), console: console ? "Y" : "N" });
	}

	/** A terminal: no device is behind it. */
	terminal(tty: string): void {
		mkdirSync(join(this.roots.sys, "class/tty", tty), { recursive: true });
	}

	/** A program that runs, and the files that it has open. */
	runs(pid: number, command: readonly string[], ...open: readonly string[]): void {
		const folder = join(this.roots.proc, String(pid));
		mkdirSync(join(folder, "fd"), { recursive: true });
		writeFileSync(join(folder, "cmdline"), `${command.join("\0")}\0`);
		for (const [fd, path] of open.entries()) symlinkSync(path, join(folder, "fd", String(fd + 3)));
	}

	/** The number of this process. */
	self(pid: number): void {
		symlinkSync(String(pid), join(this.roots.proc, "self"));
	}

	locks(text: string): void {
		writeFileSync(join(this.roots.proc, "locks"), text);
	}

	close(): void {
		rmSync(this.#folder, { recursive: true, force: true });
	}

	#port(tty: string, device: string): void {
		const at = join(this.roots.sys, device);
		mkdirSync(at, { recursive: true });
		const shown = join(this.roots.sys, "class/tty", tty);
		mkdirSync(shown, { recursive: true });
		symlinkSync(relative(shown, at), join(shown, "device"));
		writeFileSync(join(this.roots.dev, tty), "");
	}

	/** As udev does: of two of one name, the one that was plugged in last has it. */
	#link(folder: string, name: string, tty: string): void {
		const path = join(this.roots.dev, "serial", folder, name);
		mkdirSync(dirname(path), { recursive: true });
		rmSync(path, { force: true });
		symlinkSync(`../../${tty}`, path);
	}

	#texts(folder: string, files: Readonly<Record<string, string | undefined>>): void {
		mkdirSync(join(this.roots.sys, folder), { recursive: true });
		for (const [file, text] of Object.entries(files))
			if (text !== undefined) writeFileSync(join(this.roots.sys, folder, file), `${text}\n`);
	}
}
