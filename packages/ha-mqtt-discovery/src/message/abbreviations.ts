import { isObject, type Json } from "./compact.ts";

/**
 * The short names that Home Assistant accepts for keys of a component. Checked against HA core 2026.11.0
 * (`mqtt/abbreviations.py`).
 */
export const COMPONENT_KEYS: ReadonlyMap<string, string> = new Map([
	["avty", "availability"],
	["avty_mode", "availability_mode"],
	["avty_t", "availability_topic"],
	["cmd_tpl", "command_template"],
	["curr_temp_t", "current_temperature_topic"],
	["cmd_t", "command_topic"],
	["def_ent_id", "default_entity_id"],
	["dev_cla", "device_class"],
	["en", "enabled_by_default"],
	["e", "encoding"],
	["ent_cat", "entity_category"],
	["ent_pic", "entity_picture"],
	["evt_typ", "event_types"],
	["exp_aft", "expire_after"],
	["frc_upd", "force_update"],
	["ic", "icon"],
	["json_attr_tpl", "json_attributes_template"],
	["json_attr_t", "json_attributes_topic"],
	["lrst_val_tpl", "last_reset_value_template"],
	["max", "max"],
	["min", "min"],
	["max_temp", "max_temp"],
	["min_temp", "min_temp"],
	["mode", "mode"],
	["mode_cmd_t", "mode_command_topic"],
	["mode_stat_t", "mode_state_topic"],
	["modes", "modes"],
	["name", "name"],
	["off_dly", "off_delay"],
	["opt", "optimistic"],
	["ops", "options"],
	["msg_exp_int", "message_expiry_interval"],
	["pl_avail", "payload_available"],
	["pl_cls", "payload_close"],
	["pl_not_avail", "payload_not_available"],
	["pl_off", "payload_off"],
	["pl_on", "payload_on"],
	["pl_open", "payload_open"],
	["pl_prs", "payload_press"],
	["pl_rst", "payload_reset"],
	["p", "platform"],
	["ptrn", "pattern"],
	["pow_cmd_t", "power_command_topic"],
	["ret", "retain"],
	["stat_cla", "state_class"],
	["stat_clsd", "state_closed"],
	["stat_closing", "state_closing"],
	["stat_off", "state_off"],
	["stat_on", "state_on"],
	["stat_open", "state_open"],
	["stat_opening", "state_opening"],
	["stat_t", "state_topic"],
	["step", "step"],
	["sug_dsp_prc", "suggested_display_precision"],
	["temp_cmd_t", "temperature_command_topic"],
	["temp_stat_t", "temperature_state_topic"],
	["temp_unit", "temperature_unit"],
	["uniq_id", "unique_id"],
	["unit_of_meas", "unit_of_measurement"],
	["val_tpl", "value_template"],
	["vis", "visible_by_default"],
]);
/** Those of the message itself, beside the keys that it shares with components. */
export const MESSAGE_KEYS: ReadonlyMap<string, string> = new Map([
	["avty", "availability"],
	["avty_mode", "availability_mode"],
	["cdevs", "child_devices"],
	["cmps", "components"],
	["cmd_t", "command_topic"],
	["dev", "device"],
	["msg_exp_int", "message_expiry_interval"],
	["o", "origin"],
	["stat_t", "state_topic"],
]);
export const AVAILABILITY_KEYS: ReadonlyMap<string, string> = new Map([["t", "topic"]]);
export const DEVICE_KEYS: ReadonlyMap<string, string> = new Map([
	["cns", "connections"],
	["cu", "configuration_url"],
	["hw", "hw_version"],
	["ids", "identifiers"],
	["mdl", "model"],
	["mdl_id", "model_id"],
	["mf", "manufacturer"],
	["sa", "suggested_area"],
	["sn", "serial_number"],
	["sw", "sw_version"],
]);
export const ORIGIN_KEYS: ReadonlyMap<string, string> = new Map([
	["sw", "sw_version"],
	["url", "support_url"],
]);

export type ShortNames = ReadonlyMap<string, string>;

/** Replaces short names by full ones. If a key has both, the short one wins. */
export const inFull = (value: Json, names: ShortNames): Json => {
	if (!isObject(value)) return value;
	const keys = Object.entries(value);
	const short = keys.filter(([key]) => names.has(key)).map(([key, one]) => [names.get(key) ?? key, one] as const);
	return Object.fromEntries([...keys.filter(([key]) => !names.has(key)), ...short]);
};
