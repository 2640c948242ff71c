"""/dev/i2c-1 with the boards of a house, played by umockdev: RTD board 0, MegaBAS board 3, 4RELIND card 2.

Usage: umockdev-wrapper python3 bus.py LOG plain|smbus PROGRAM ARGUMENT...

Every write of values goes to LOG, one line each: address, register, values, in hexadecimal. `smbus` is an adapter that carries
no plain I2C messages. A message to address 0x77 is for the test: 01 ADDRESS removes a chip, 02 ADDRESS puts it back after a
power cut, 03 CHANNEL LOW HIGH sets the resistance at a MegaBAS input for 1 kohm.
"""
import os
import struct
import sys

import gi

gi.require_version("UMockdev", "1.0")
gi.require_version("GLib", "2.0")
from gi.repository import GLib, UMockdev  # noqa: E402

LOG, MODE, *PROGRAM = sys.argv[1:]
EINVAL, EIO, EREMOTEIO, EOPNOTSUPP = 22, 5, 121, 95
FUNC_I2C, FUNCS_SMBUS = 0x00000001, 0x0F7F0000


class Memory:
    """A board with a processor: reading advances."""

    def __init__(self):
        self.registers = bytearray(256)
        self.at = 0
        self.power_on()

    def power_on(self):
        self.registers[:] = bytes(256)

    def write(self, data):
        self.at = data[0]
        for i, value in enumerate(data[1:]):
            self.registers[(self.at + i) & 255] = value

    def read(self, count):
        return bytes(self.registers[(self.at + i) & 255] for i in range(count))


class Rtd(Memory):
    """PT1000 at 20, 30, … 90 °C. Its values flicker."""

    reads = 0

    def power_on(self):
        super().power_on()
        self.registers[0x20] = 38
        struct.pack_into("<H", self.registers, 0x21, 5013)
        self.registers[0x37:0x3B] = bytes([5, 0, 1, 13])
        struct.pack_into("<HH", self.registers, 0x5F, 18, 18)
        self.registers[0x82] = 0x11

    def read(self, count):
        self.reads += 1
        for i in range(8):
            t = 20 + 10 * i
            ohm = 1000 * (1 + 3.9083e-3 * t - 5.775e-7 * t * t) + 0.001 * (self.reads % 7)
            struct.pack_into("<f", self.registers, 4 * i, t + 0.01)
            struct.pack_into("<f", self.registers, 0x3B + 4 * i, ohm)
        return super().read(count)


class MegaBas(Memory):
    """PT1000 at 1 to 4 and 6 to 8; the other inputs are open."""

    def power_on(self):
        super().power_on()
        for channel, ohm in enumerate([1039, 1063, 1070, 1078, 60000, 1309, 1155, 1174], 1):
            self.ohm(channel, ohm)
        self.registers[0x72] = 41
        struct.pack_into("<HH", self.registers, 0x73, 24100, 5080)
        self.registers[0x78:0x7C] = bytes([4, 0, 1, 5])

    def ohm(self, channel, ohm):
        struct.pack_into("<H", self.registers, 0x1C + 2 * (channel - 1), ohm)


class Expander:
    """PCA9534: INPUT, OUTPUT, POLARITY, CONFIG. Reading does not advance."""

    def __init__(self):
        self.at = 0
        self.power_on()

    def power_on(self):
        self.output = self.config = 0xFF

    def write(self, data):
        self.at = data[0] & 3
        for value in data[1:]:
            if self.at == 1:
                self.output = value
            if self.at == 3:
                self.config = value

    def read(self, count):
        pins = (self.output & ~self.config & 0xFF) | (self.config & 0x0F)
        return bytes([[pins, self.output, 0, self.config][self.at]] * count)


chips = {0x40: Rtd(), 0x4B: MegaBas(), 0x3D: Expander()}
removed = {}
log = open(LOG, "w", buffering=1)


def told(data):
    """The test's own messages."""
    if data[0] == 1:
        removed[data[1]] = chips.pop(data[1])
    elif data[0] == 2:
        chips[data[1]] = removed.pop(data[1])
        chips[data[1]].power_on()
    elif data[0] == 3:
        chips[0x4B].ohm(data[1], data[2] | data[3] << 8)


def write(address, data):
    if address == 0x77:
        told(data)
        return True
    if address not in chips:
        return False
    if len(data) > 1:
        log.write(" ".join(f"{byte:02x}" for byte in bytes([address]) + bytes(data)) + "\n")
    if data:
        chips[address].write(data)
    return True


def messages(argument):
    head = argument.resolve(0, 16)
    (count,) = struct.unpack_from("<I", bytes(head.retrieve()), 8)
    table = head.resolve(0, 16 * count)
    raw = bytes(table.retrieve())
    for i in range(count):
        address, flags, length = struct.unpack_from("<HHH", raw, 16 * i)
        data = table.resolve(16 * i + 8, length)
        if flags & 1:
            if address not in chips:
                return -EREMOTEIO
            data.update(0, chips[address].read(length))
        elif not write(address, bytes(data.retrieve())):
            return -EREMOTEIO
    return count


def smbus(argument, address):
    head = argument.resolve(0, 16)
    raw = bytes(head.retrieve())
    reads, register, kind = raw[0], raw[1], struct.unpack_from("<I", raw, 4)[0]
    if kind not in (1, 2, 3, 8):
        return -EOPNOTSUPP
    if not (address in chips or address == 0x77):
        return -EREMOTEIO
    data = head.resolve(8, 34)
    given = bytes(data.retrieve())
    if reads:
        if kind != 1:
            chips[address].write(bytes([register]))
        length = given[0] if kind == 8 else 2 if kind == 3 else 1
        answer = chips[address].read(length)
        data.update(0, bytes([length]) + answer if kind == 8 else answer)
    else:
        write(address, bytes([register]) + (given[1 : 1 + given[0]] if kind == 8 else given[:1]))
    return 0


address_of = {}


def on_ioctl(_handler, client):
    request, argument = client.get_request() & 0xFFFFFFFF, client.get_arg()
    if request == 0x0705:
        functions = FUNCS_SMBUS | (FUNC_I2C if MODE == "plain" else 0)
        argument.resolve(0, 8).update(0, struct.pack("<Q", functions))
        result = 0
    elif request == 0x0703:
        given = argument.retrieve()
        bytes_given = bytes(given[0] if isinstance(given, tuple) else given)
        address_of["now"] = struct.unpack("<Q", bytes_given[:8])[0] & 0x7F
        result = 0
    elif request == 0x0707 and MODE == "plain":
        result = messages(argument)
    elif request == 0x0720:
        result = smbus(argument, address_of.get("now"))
    else:
        result = -EOPNOTSUPP
    client.complete(result if result >= 0 else -1, -result if result < 0 else 0)
    return True


testbed = UMockdev.Testbed.new()
testbed.add_from_string(
    "P: /devices/platform/soc/i2c-1/i2c-dev/i2c-1\nN: i2c-1\nE: DEVNAME=/dev/i2c-1\nE: SUBSYSTEM=i2c-dev\n"
    "E: MAJOR=89\nE: MINOR=1\nA: name=bcm2835\\n\n"
)
handler = UMockdev.IoctlBase.new()
handler.connect("handle-ioctl", on_ioctl)
testbed.attach_ioctl("/dev/i2c-1", handler)

loop = GLib.MainLoop()
environment = [f"{key}={value}" for key, value in {**os.environ, "UMOCKDEV_DIR": testbed.get_root_dir()}.items()]
flags = GLib.SpawnFlags.SEARCH_PATH | GLib.SpawnFlags.DO_NOT_REAP_CHILD
program, *_ = GLib.spawn_async(PROGRAM, envp=environment, flags=flags)
ended = []


def on_end(_program, status):
    ended.append(os.waitstatus_to_exitcode(status))
    loop.quit()


def on_term():
    os.kill(program, 15)
    return True


GLib.child_watch_add(GLib.PRIORITY_DEFAULT, program, on_end)
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, 15, on_term)
loop.run()
sys.exit(ended[0])
