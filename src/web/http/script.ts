/**
 * The page's script: it puts what changed in the place of what was, and shows when nothing arrives. Small, and without
 * features that an older wall tablet lacks. Only nodes that differ are touched, so that motion, focus, and what a person
 * opened or typed stay.
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
		loggedOut();
	};
	const loggedOut = () => document.getElementById("logout") && fetch("page.js", { method: "HEAD" }).then(({ status }) => status === 401 && location.reload(), () => {});
	const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id || "") === (b.id || "");
	const OWN = ["open", "aria-busy"];
	const dress = (old, next) => {
		for (const { name } of [...old.attributes]) if (!next.hasAttribute(name) && !OWN.includes(name)) old.removeAttribute(name);
		for (const { name, value } of [...next.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
	};
	const morph = (old, next) => {
		const now = [...old.childNodes];
		[...next.childNodes].forEach((child, n) => {
			const was = now[n];
			if (!was) old.appendChild(child);
			else if (!alike(was, child)) old.replaceChild(child, was);
			else if (child.nodeType !== 1) {
				if (was.data !== child.data) was.data = child.data;
			} else if (!was.isEqualNode(child)) {
				dress(was, child);
				morph(was, child);
			}
		});
		now.slice(next.childNodes.length).forEach((rest) => rest.remove());
	};
	const put = (name, html) => {
		const part = document.getElementById(name);
		if (!part) return;
		const next = part.cloneNode(false);
		next.innerHTML = html;
		morph(part, next);
	};
	// Home Assistant before 2026.2 compresses a stream of events, and so holds it back. Bytes of no known kind it passes on.
	const bytes = (url) => {
		const hear = {}, stop = new AbortController();
		const made = { addEventListener: (name, heard) => (hear[name] = heard), close: () => stop.abort() };
		const read = async () => {
			const answer = await fetch(url, { headers: { accept: "application/octet-stream" }, signal: stop.signal });
			if (!answer.ok) return;
			const reader = answer.body.getReader(), decoder = new TextDecoder();
			for (let rest = "", got = await reader.read(); !got.done; got = await reader.read()) {
				const events = (rest + decoder.decode(got.value, { stream: true })).split("\\n\\n");
				rest = events.pop();
				for (const one of events) {
					const [, name, data] = /^event: (.*)\\ndata: ?([^]*)$/.exec(one) || [];
					if (hear[name]) hear[name]({ data });
				}
			}
		};
		read().catch(() => {}).then(() => stop.signal.aborted || made.onerror());
		return made;
	};
	const open = String(location.pathname).includes("/hassio_ingress/") ? bytes : (url) => new EventSource(url);
	const listen = () => {
		clearTimeout(silence);
		silence = setTimeout(again, SILENCE);
		source = open("parts");
		source.addEventListener("parts", (event) => {
			heard();
			const { life, ...parts } = JSON.parse(event.data);
			if (life && life !== document.body.dataset.life) return location.reload();
			for (const [name, html] of Object.entries(parts)) put(name, html);
			document.dispatchEvent(new Event("put"));
			moved();
		});
		source.addEventListener("beat", heard);
		source.onerror = again;
	};
	const form = document.getElementById("act"), said = document.getElementById("said");
	let fading;
	const say = (text, failed) => {
		said.textContent = text;
		said.className = failed ? "failed" : "";
		said.hidden = false;
		clearTimeout(fading);
		fading = setTimeout(() => (said.hidden = true), failed ? 20000 : 4000);
	};
	const send = async (event) => {
		const button = event.submitter;
		if (!button || !button.value) return;
		event.preventDefault();
		const body = new URLSearchParams({ token: form.elements.token.value, do: button.value });
		const typed = event.target.elements.value;
		if (typed) body.set("value", typed.value);
		button.setAttribute("aria-busy", "true");
		try {
			const answer = await fetch("act", { method: "POST", body, headers: { accept: "application/json" } });
			if (answer.status === 401) loggedOut();
			const { error } = await answer.json();
			say(error || said.dataset.done, Boolean(error));
			const open = !error && button.closest("details.hold");
			if (open) open.open = false;
		} catch {
			say(said.dataset.lost, true);
		}
		button.removeAttribute("aria-busy");
	};
	if (form) document.addEventListener("submit", (event) => {
		if (event.target === form || event.target.className === "write") send(event);
	});
	const guide = document.getElementById("setup-form");
	const shownStep = () => (document.getElementById("setup") || {}).firstElementChild;
	const step = () => (shownStep() || {}).id;
	let known = step();
	const moved = () => {
		const now = step();
		if (now === known) return;
		known = now;
		if (location.hash !== "#view-setup" || !shownStep()) return;
		scrollTo(0, 0);
		shownStep().querySelector("h1").focus({ preventScroll: true });
	};
	// One after the other, so that the last one is what a person sees.
	let kept = Promise.resolve();
	const sent = (body) => {
		const how = { method: "POST", body, headers: { accept: "application/json" } };
		const sending = kept.then(() => fetch("setup", how));
		kept = sending.catch(() => {});
		return sending;
	};
	const answer = async (event) => {
		const button = event.submitter;
		if (!button) return;
		event.preventDefault();
		const body = new URLSearchParams(new FormData(guide));
		body.set("do", button.value);
		button.setAttribute("aria-busy", "true");
		try {
			const response = await sent(body);
			if (response.status === 401) loggedOut();
			const { error } = await response.json();
			if (error) say(error, true);
		} catch {
			say(said.dataset.lost, true);
		}
		button.removeAttribute("aria-busy");
	};
	if (guide) guide.addEventListener("submit", answer);
	// Home Assistant takes a page that is out of sight away, and with it what was not sent.
	if (guide)
		addEventListener("change", ({ target }) => {
			if (target.form !== guide || target.type === "checkbox") return;
			const body = new URLSearchParams(new FormData(guide));
			body.set("do", "keep");
			sent(body).catch(() => {});
		});
	addEventListener("click", ({ target }) => target instanceof Element && target.closest("[data-print]") && print());
	const tabs = () => {
		const here = (location.hash || "#view-wall").slice(1);
		for (const tab of document.querySelectorAll("nav a")) {
			if (tab.getAttribute("href") === "#" + here) tab.setAttribute("aria-current", "page");
			else tab.removeAttribute("aria-current");
		}
		scrollTo(0, 0);
	};
	addEventListener("hashchange", tabs);
	addEventListener("pageshow", (event) => event.persisted && again());
	tabs();
	listen();
})();
`;
