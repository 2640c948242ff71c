"""What Home Assistant's own schemas make of device messages: reads cases.json, writes read.json beside it."""

import asyncio
import copy
from enum import Enum
import importlib
import inspect
import json
import re
import sys

from homeassistant import core
from homeassistant.components.mqtt import discovery
from homeassistant.helpers.template import Template
from homeassistant.util.json import json_loads_object


def plain(value):
    """The value as it was read, as JSON would have it."""
    if isinstance(value, Template):
        return value.template
    if isinstance(value, re.Pattern):
        return value.pattern
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value


def compared(written, read):
    """Whether all that was written was read as it was written; keys that were added do not count."""
    if isinstance(written, dict) and isinstance(read, dict):
        if any(key not in read for key in written):
            return "stripped"
        found = {compared(one, read[key]) for key, one in written.items()}
    elif isinstance(written, list) and isinstance(read, list) and len(written) == len(read):
        found = {compared(*pair) for pair in zip(written, read)}
    else:
        numbers = not isinstance(written, bool) and not isinstance(read, bool)
        numbers = numbers and isinstance(written, (int, float)) and isinstance(read, (int, float))
        # Units of temperature are written without a sign.
        written = {"C": "°C", "F": "°F"}.get(written, written) if read in ("°C", "°F") else written
        same = (type(written) is type(read) or numbers) and written == read
        return "taken" if same else "altered"
    return next((one for one in ("stripped", "altered") if one in found), "taken")


# Since 2026 it names the topic in its log.
TOLD_THE_TOPIC = "topic" in inspect.signature(discovery._parse_device_payload).parameters


def treated(hass, topic, payload):
    """The worst that happens to any component of the message, and why."""
    node, thing = topic.split("/")[2:4]
    try:
        written = json_loads_object(payload)
    except ValueError as wrong:
        return "refused", str(wrong)
    where = (topic, thing, node) if TOLD_THE_TOPIC else (thing, node)
    message = discovery._parse_device_payload(hass, payload, *where)
    if not message or not message["components"]:
        return "refused", "device message"
    found = "taken"
    parts = [(message["device"], message["components"])]
    for child in message.get("child_devices", []):
        about = {key: child[key] for key in ("identifiers", "name") if key in child}
        parts.append(({**message["device"], "child_device": about}, child["components"]))
    for device, (name, component) in ((device, one) for device, its in parts for one in its.items()):
        config = discovery.MQTTDiscoveryPayload(component)
        platform = config.pop("platform")
        config.update({"device": device, "origin": message["origin"]})
        own = set(config)
        discovery._merge_common_device_options(config, message)
        if discovery.TOPIC_BASE in config:
            discovery._replace_topic_base(config)
        asked = copy.deepcopy(dict(config))
        module = importlib.import_module(f"homeassistant.components.mqtt.{platform}")
        try:
            read = plain(module.DISCOVERY_SCHEMA(config))
        except Exception as wrong:
            return "refused", f"{name}: {wrong}"
        # What is for others in the device is no mistake of this one.
        asked = {key: value for key, value in asked.items() if key in own or key in read or not key.endswith("_topic")}
        one = compared(asked, read)
        found = one if found == "taken" or one == "stripped" else found
    return found, ""


async def main(folder):
    hass = core.HomeAssistant(folder)
    with open(f"{folder}/cases.json") as file:
        cases = json.load(file)
    read = [dict(zip(("mark", "treatment", "why"), (one["mark"], *treated(hass, one["topic"], one["payload"])))) for one in cases]
    with open(f"{folder}/read.json", "w") as file:
        json.dump(read, file)
    await hass.async_stop(force=True)


asyncio.run(main(sys.argv[1]))
