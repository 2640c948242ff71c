import { Row } from "./row.ts";

const NODES = 5;

export interface PipeDesign {
	/** m, one way. */
	readonly length: number;
	/** L/m. */
	readonly content: number;
	/** W/(m K), including insulation. */
	readonly leak: number;
}
/** Copper 18 x 1 with thin insulation between cellar and roof. */
export const COPPER_18: PipeDesign = { length: 12, content: 0.2, leak: 0.2 };

/**
 * One way between collector and tank: the fluid leaves later and cooler.
 * @param fluid J/(L K)
 */
export const pipe = (design: PipeDesign, fluid: number, temperature: number): Row => {
	const row = new Row(NODES, (design.length * design.content * fluid) / NODES, temperature);
	row.leak.fill((design.length * design.leak) / NODES);
	return row;
};
