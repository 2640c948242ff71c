"""A Modbus RTU server by pymodbus on the port in the first argument: registers 1000 + address, no sensor at 2."""
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server import StartSerialServer
from pymodbus.transaction import ModbusRtuFramer

registers = [1000 + address for address in range(100)]
registers[2] = 0x8000
unit = ModbusSlaveContext(
    co=ModbusSequentialDataBlock(0, [0] * 16),
    di=ModbusSequentialDataBlock(0, [0, 1] * 8),
    hr=ModbusSequentialDataBlock(0, registers),
    ir=ModbusSequentialDataBlock(0, registers),
    zero_mode=True,
)
StartSerialServer(
    context=ModbusServerContext(slaves={1: unit}, single=False),
    framer=ModbusRtuFramer,
    port=sys.argv[1],
    baudrate=9600,
    ignore_missing_slaves=True,
)
