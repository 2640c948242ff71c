import { openSync, readSync, writeFileSync, writeSync } from "node:fs";

/**
 * Runs within the emulated machine: a DCTTech board with two relays, as a HID device that the kernel makes of /dev/uhid. What follows
 * from there is the kernel's own: /dev/hidrawN, its feature reports and its folder in /sys. The relays are in /relays; they drop when
 * this ends, as without power. The numbers are those of linux/uhid.h.
 */
const [CREATE, GET_REPORT, GET_REPLY, SET_REPORT, SET_REPLY] = [11, 9, 10, 13, 14];
const USB = 3;
const SIZE = 4380;
/** Eight bytes without a report number, of a page of the vendor's own. */
const DESCRIPTOR = Buffer.from("0600ff0901a101150026ff00750895080900b20201c0", "hex");
const SERIAL = "QMBS1";

let relays = 0;
const show = () => writeFileSync("/relays", String(relays));
const device = openSync("/dev/uhid", "r+");

const created = Buffer.alloc(SIZE);
created.writeUInt32LE(CREATE ?? 0, 0);
created.write("www.dcttech.com USBRelay2", 4, "latin1");
created.write("usb-0000:00:14.0-1/input0", 132, "latin1");
created.writeUInt16LE(DESCRIPTOR.length, 260);
created.writeUInt16LE(USB, 262);
created.writeUInt32LE(0x16c0, 264);
created.writeUInt32LE(0x05df, 268);
DESCRIPTOR.copy(created, 280);
show();
writeSync(device, created);

for (const event = Buffer.alloc(SIZE); ; ) {
	readSync(device, event, 0, SIZE, null);
	const kind = event.readUInt32LE(0);
	const answer = Buffer.alloc(SIZE);
	// Each answer repeats the number of its request.
	event.copy(answer, 4, 4, 8);
	if (kind === GET_REPORT) {
		answer.writeUInt32LE(GET_REPLY ?? 0, 0);
		answer.writeUInt16LE(8, 10);
		answer.write(SERIAL, 12, "latin1");
		answer.writeUInt8(relays, 12 + 7);
		writeSync(device, answer);
	}
	if (kind === SET_REPORT) {
		// The report's number, what to do, and the relay.
		const [, what, relay = 0] = event.subarray(12, 12 + event.readUInt16LE(10));
		if (what === 0xff) relays |= 1 << (relay - 1);
		if (what === 0xfd) relays &= ~(1 << (relay - 1));
		show();
		answer.writeUInt32LE(SET_REPLY ?? 0, 0);
		writeSync(device, answer);
	}
}
