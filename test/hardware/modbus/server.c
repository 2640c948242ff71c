/* A Modbus RTU server by libmodbus on the port in the first argument, with the same content as server.py. */
#include <errno.h>
#include <modbus.h>

int main(int count, char **arguments) {
	if (count < 2) return 2;
	modbus_t *line = modbus_new_rtu(arguments[1], 9600, 'N', 8, 1);
	modbus_mapping_t *unit = modbus_mapping_new(16, 16, 100, 100);
	if (line == NULL || unit == NULL || modbus_set_slave(line, 1) != 0) return 1;
	for (int address = 0; address < 100; address++)
		unit->tab_registers[address] = unit->tab_input_registers[address] = address == 2 ? 0x8000 : 1000 + address;
	for (int address = 1; address < 16; address += 2) unit->tab_input_bits[address] = 1;
	if (modbus_connect(line) != 0) return 1;
	for (;;) {
		uint8_t request[MODBUS_RTU_MAX_ADU_LENGTH];
		int length = modbus_receive(line, request);
		if (length > 0) modbus_reply(line, request, length, unit);
		else if (length < 0 && (errno == EIO || errno == EBADF)) return 0;
	}
}
