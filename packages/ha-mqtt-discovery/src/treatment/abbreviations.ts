import { isObject, type Json } from "../message/compact.ts";

/**
 * The short names that Home Assistant accepts for keys of a component. Checked against HA core 2026.11.0
 * (`mqtt/abbreviations.py`).
 */
export const COMPONENT_KEYS: ReadonlyMap<string, string> = new Map([
	["avty", "availability"],
	["avty_mode", "availability_mode"],
	["avty_t", "availability_topic"],
	["cmd_tpl", "command_template"],
	["cmd_t", "command_topic"],
	["def_ent_id", "default_entity_id"],
	["dev_cla", "device_class"],
	["en", "enabled_by_default"],
	["e", "encoding"],
	["ent_cat", "entity_category"],
	["ent_pic", "entity_picture"],
	["exp_aft", "expire_after"],
	["frc_upd", "force_update"],
	["ic", "icon"],
	["json_attr_tpl", "json_attributes_template"],
	["json_attr_t", "json_attributes_topic"],
	["lrst_val_tpl", "last_reset_value_template"],
	["max", "max"],
	["min", "min"],
	["mode", "mode"],
	["name", "name"],
	["off_dly", "off_delay"],
	["opt", "optimistic"],
	["ops", "options"],
	["pl_avail", "payload_available"],
	["pl_not_avail", "payload_not_available"],
	["pl_off", "payload_off"],
	["pl_on", "payload_on"],
	["pl_prs", "payload_press"],
	["pl_rst", "payload_reset"],
	["p", "platform"],
	["ptrn", "pattern"],
	["ret", "retain"],
	["stat_cla", "state_class"],
	["stat_off", "state_off"],
	["stat_on", "state_on"],
	["stat_t", "state_topic"],
	["step", "step"],
	["sug_dsp_prc", "suggested_display_precision"],
	["uniq_id", "unique_id"],
	["unit_of_meas", "unit_of_measurement"],
	["val_tpl", "value_template"],
	["vis", "visible_by_default"],
]);
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

/** Replaces short names by full ones. If a key has both, the short one wins. */
export const inFull = (value: Json, names: ReadonlyMap<string, string>): Json => {
	if (!isObject(value)) return value;
	const keys = Object.entries(value);
	const short = keys.filter(([key]) => names.has(key)).map(([key, one]) => [names.get(key) ?? key, one] as const);
	return Object.fromEntries([...keys.filter(([key]) => !names.has(key)), ...short]);
};
