"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const one = (selector) => document.querySelector(selector);
  const clauses = all("article.clause");
  const tools = one("form.tools");
  const pane = one("aside.sheets");
  const help = one("#help");
  let current = null;
  let byHand = false;

  const shown = () => clauses.filter((f) => !f.hidden && !f.parentElement.hidden);
  const paneScrolls = () => pane && getComputedStyle(pane).overflowY === "auto";

  function showPlace(clause) {
    all("[data-for].on").forEach((mark) => mark.classList.remove("on"));
    all(`[data-for="${clause.id}"]`).forEach((mark) => mark.classList.add("on"));
    const box = one(`svg.marks [data-for="${clause.id}"] rect.box`);
    if (!box || !paneScrolls()) return;
    const at = box.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += at - pane.clientHeight * 0.35;
  }

  function select(clause) {
    if (current) current.classList.remove("current");
    current = clause;
    clause.classList.add("current");
    showPlace(clause);
  }

  function go(clause) {
    if (!clause) return;
    byHand = false;
    select(clause);
    clause.focus({ preventScroll: true });
    clause.scrollIntoView({ block: "start" });
  }

  function step(by) {
    const list = shown();
    const at = list.indexOf(current);
    if (at < 0) go(by > 0 ? list[0] : list[list.length - 1]);
    else go(list[at + by]);
  }

  function turn(by) {
    const pages = [...new Set(shown().map((f) => Number(f.dataset.page)).filter(Boolean))].sort((a, b) => a - b);
    const here = current ? Number(current.dataset.page) : by > 0 ? 0 : Infinity;
    const page = by > 0 ? pages.find((p) => p > here) : pages.reverse().find((p) => p < here);
    if (page) go(shown().find((f) => Number(f.dataset.page) === page));
  }

  const ticked = (name) => new Set(all(`input[name="${name}"]:checked`, tools).map((box) => box.value));

  function filter() {
    const effect = ticked("polarity");
    const severity = ticked("severity");
    const family = ticked("family");
    for (const f of clauses) {
      let matches = 0;
      for (const found of all("ul.found > li", f)) {
        const { polarity, family: kind, severity: weight } = found.dataset;
        const match = effect.has(polarity) && (weight === "" || severity.has(weight)) && family.has(kind);
        found.classList.toggle("dim", !match);
        matches += match;
      }
      f.hidden = matches === 0;
      all(`[data-for="${f.id}"]`).forEach((mark) => mark.classList.toggle("off", f.hidden));
    }
    all("figure.sheet").forEach((sheet) => {
      sheet.hidden = all("svg.marks [data-for]:not(.off)", sheet).length === 0;
    });
    const number = shown().length;
    one("#shown").textContent = number === clauses.length ? `${number} provisions` : `${number} of ${clauses.length} provisions`;
    if (current && current.hidden) { current.classList.remove("current"); current = null; }
  }

  function showAll() {
    tools.reset();
    filter();
  }

  function panel(open) {
    one("#filter-panel").hidden = !open;
    one("#filter-button").setAttribute("aria-expanded", String(open));
    if (open) one("#filter-panel input").focus();
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    n: () => turn(1),
    p: () => turn(-1),
    f: () => panel(true),
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.closest("input[type=text], textarea, select")) return;
    if (event.key === "Escape" && tools && tools.contains(document.activeElement)) {
      panel(false);
      one("#filter-button").focus();
      return;
    }
    if (!Object.hasOwn(keys, event.key) || !tools) { byHand = true; return; }
    event.preventDefault();
    keys[event.key]();
  });

  ["wheel", "touchmove", "pointerdown"].forEach((name) => addEventListener(name, () => { byHand = true; }, { passive: true }));
  let waiting = false;
  addEventListener("scroll", () => {
    if (!byHand || waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const passed = shown().filter((f) => f.getBoundingClientRect().top < innerHeight * 0.35);
      const at = passed[passed.length - 1];
      if (at && at !== current) select(at);
    });
  }, { passive: true });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#f'], a[data-for]");
    if (link) {
      const clause = document.getElementById((link.getAttribute("href") || "").slice(1));
      if (clause && clause.matches("article.clause")) {
        event.preventDefault();
        if (clause.hidden) showAll();
        go(clause);
      }
      return;
    }
    const clause = event.target.closest("article.clause");
    if (clause && !event.target.closest("a, summary")) select(clause);
    const page = event.target.closest("a.page");
    if (page && clause && paneScrolls()) { event.preventDefault(); select(clause); }
  });

  if (tools) {
    tools.hidden = false;
    tools.addEventListener("change", filter);
    tools.addEventListener("submit", (event) => event.preventDefault());
    one("#filter-button").addEventListener("click", () => panel(one("#filter-panel").hidden));
    one("#all-button").addEventListener("click", showAll);
    one("#help-button").addEventListener("click", () => help.showModal());
    filter();
  }
  addEventListener("beforeprint", () => all("details").forEach((d) => { d.open = true; }));
})();
