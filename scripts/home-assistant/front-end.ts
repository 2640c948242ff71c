/**
 * What the front end loads first: the actions of the house, for which Home Assistant loads every integration with features
 * of its own. If one fails, the page shows "Loading…" for ever.
 */
export const FRONT_END = [
	...["ai_task", "alarm_control_panel", "assist_satellite", "calendar", "camera", "climate", "cover", "fan"],
	...["humidifier", "infrared", "light", "lock", "media_player", "notify", "radio_frequency", "remote", "siren"],
	...["todo", "update", "vacuum", "water_heater"],
];

/**
 * The speech satellites need two packages that would have to be compiled. Tests do not use speech, so empty packages with
 * these names are enough. A program for Home Assistant's Python.
 */
export const SILENCE = `
import pathlib, sysconfig

PACKAGES = (("pymicro-vad", "1.0.1", "MicroVad"), ("pyspeex-noise", "1.0.2", "AudioProcessor"))
site = pathlib.Path(sysconfig.get_path("purelib"))
for name, version, what in PACKAGES:
    module = name.replace("-", "_")
    (site / module).mkdir(exist_ok=True)
    (site / module / "__init__.py").write_text(f"class {what}:\\n    pass\\n")
    info = site / f"{module}-{version}.dist-info"
    info.mkdir(exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n")
`;
