/** What a program needs at run time: it makes messages and publishes them in steps. It loads no schemas. */
export {
	assembled,
	type ChildDeviceInput,
	type ComponentPayload,
	type DeviceInput,
	type DeviceMessage,
	type DevicePayload,
} from "./message/assembled.ts";
export { difference, SETTLING_SECONDS, type Step } from "./message/difference.ts";
export * from "./message/payloads.ts";
export { allComponents, type Published, published, publishedDevices, underway } from "./message/published.ts";
export { written } from "./message/written.ts";
export type { Component, Platform } from "./schema/component.ts";
