import * as z from "zod";

// A schema keeps the settings of the moment when it is made. So `main.ts` imports this before everything else.
z.config({
	// A schema is used only a few times at a start, so compiling it would not pay.
	jitless: true,
	// It would search values for cycles. What we parse was JSON, which has none.
	memoizer: { alloc: (_schema, _payload, empty) => empty, attach: () => undefined, guard: () => undefined },
});
