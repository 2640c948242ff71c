/**
 * The page's script: it replaces parts with new ones, and shows when none arrive. Small, and without features that an older
 * wall tablet lacks.
 */
export const SCRIPT = `"use strict";
(() => {
	const SILENCE = 40000, AGAIN = 5000;
	const lost = document.getElementById("lost");
	let source, silence;
	const shown = (so) => {
		lost.hidden = so;
		document.body.classList.toggle("old", !so);
	};
	const heard = () => {
		shown(true);
		clearTimeout(silence);
		silence = setTimeout(again, SILENCE);
	};
	const again = () => {
		shown(false);
		if (source) source.close();
		clearTimeout(silence);
		silence = setTimeout(listen, AGAIN);
	};
	const put = (name, html) => {
		const part = document.getElementById(name);
		if (!part) return;
		const open = [...part.querySelectorAll("details[open]")].map((one) => one.id);
		const focus = part.contains(document.activeElement) && document.activeElement.closest("details");
		part.innerHTML = html;
		for (const id of open) {
			const one = document.getElementById(id);
			if (one) one.open = true;
		}
		const again = focus && document.getElementById(focus.id);
		if (again) again.querySelector("summary").focus();
	};
	const listen = () => {
		clearTimeout(silence);
		silence = setTimeout(again, SILENCE);
		source = new EventSource("parts");
		source.addEventListener("parts", (event) => {
			heard();
			for (const [name, html] of Object.entries(JSON.parse(event.data))) put(name, html);
		});
		source.addEventListener("beat", heard);
		source.onerror = again;
	};
	addEventListener("pageshow", (event) => event.persisted && again());
	listen();
})();
`;
