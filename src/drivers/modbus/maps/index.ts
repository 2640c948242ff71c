/** Every kind of unit that needs no description in the options. To add one, write its data and a line here. */
export { sdm72, sdm120 } from "./eastron.ts";
export { n4dsc08, pta8c04, r4dcb08, r421a08 } from "./eletechsup.ts";
export { elwa, elwa2, thor, thor9s } from "./my-pv.ts";
export { waveshare } from "./waveshare.ts";
