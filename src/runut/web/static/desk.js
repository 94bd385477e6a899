// What a script adds to pages that are whole without it: statements that open where they stand, keys, the reader's own
// time, links to selected words. Nothing is sent anywhere but by the forms and links of the page itself.
"use strict";

(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 64rem)");
  const tell = (words) => { one("#told").textContent = words; };

  // --- times: as stated in the page; here in the reader's zone, with the stated one beside it
  function local(within) {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    const zone = new Intl.DateTimeFormat(document.documentElement.lang, { timeZoneName: "short" });
    const own = { "Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT" }[
      Intl.DateTimeFormat().resolvedOptions().timeZone
    ];
    for (const time of all("time[data-local]", within)) {
      const when = new Date(time.dateTime);
      if (Number.isNaN(when.valueOf())) continue;
      const name = own ?? zone.formatToParts(when).find((part) => part.type === "timeZoneName")?.value ?? "";
      time.title = time.title || time.textContent;
      time.textContent = `${format.format(when)} ${name}`;
      time.removeAttribute("data-local");
    }
  }

  // --- statements
  let current = null;
  let returning = false;
  function light(number, { sheet = false, focus = false } = {}) {
    const item = document.getElementById(`s${number}`);
    if (!item) return;
    for (const old of all(".lit, .statement.current")) old.classList.remove("lit", "current", "sheet");
    for (const words of all(`.body [data-s~="${number}"]`)) words.classList.add("lit");
    item.classList.add("current");
    item.classList.toggle("sheet", sheet && !wide.matches);
    current = item;
    const list = one(".list");
    if (wide.matches && list) list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - 60;
    if (focus) item.focus({ preventScroll: wide.matches });
  }
  function unlight() {
    for (const old of all(".lit, .statement.current")) old.classList.remove("lit", "current", "sheet");
    current = null;
  }
  // Whoever closes a statement is back at its words, and these do not open it again at once.
  function leave() {
    const back = current && one(`#w${current.id.slice(1)}`);
    unlight();
    returning = true;
    back?.focus();
    returning = false;
  }
  const spot = (target) => target.closest?.(".body a[data-s]");
  const first = (words) => words.dataset.s.split(" ")[0];

  document.addEventListener("pointerover", (event) => {
    const words = event.pointerType === "mouse" && spot(event.target);
    if (words) light(first(words));
  });
  document.addEventListener("focusin", (event) => {
    const words = spot(event.target);
    if (words && !returning && words.matches(":focus-visible")) light(first(words));
    const item = event.target.closest?.(".statement");
    if (item && item !== current) light(item.id.slice(1));
  });
  document.addEventListener("click", (event) => {
    const words = spot(event.target);
    if (words && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      history.replaceState(null, "", `#s${first(words)}`);
      light(first(words), { sheet: true, focus: true });
      return;
    }
    if (event.target.closest?.(".close")) {
      event.preventDefault();
      history.replaceState(null, "", location.pathname + location.search);
      leave();
      return;
    }
    const same = event.target.closest?.("a.same");
    if (same) {
      event.preventDefault();
      const other = document.getElementById(same.hash.slice(1));
      for (const old of all("a.same.lit")) old.classList.remove("lit");
      same.classList.add("lit");
      other?.classList.add("lit");
      other?.scrollIntoView({ block: "center" });
      other?.focus({ preventScroll: true });
    }
    const copy = event.target.closest?.("[data-copy]");
    if (copy) navigator.clipboard?.writeText(one(copy.dataset.copy).textContent).then(() => tell(copy.dataset.done));
  });

  // --- a link to the words that are selected, counted in code points
  const points = (text) => [...text].length;
  function place(node, offset) {
    const piece = (node.nodeType === 3 ? node.parentElement : node).closest("[data-at]");
    if (!piece) return null;
    const range = document.createRange();
    range.setStart(piece, 0);
    range.setEnd(node, offset);
    const copy = range.cloneContents();
    for (const mark of copy.querySelectorAll("sup")) mark.remove();
    return Number(piece.dataset.at) + points(copy.textContent);
  }
  const article = one("[data-article]");
  if (article) {
    const bar = document.createElement("a");
    bar.className = "share-bar";
    bar.hidden = true;
    bar.textContent = article.dataset.selected || "";
    document.body.append(bar);
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      const inside = chosen.rangeCount && !chosen.isCollapsed && one(".body")?.contains(chosen.anchorNode) && one(".body").contains(chosen.focusNode);
      if (!inside) { bar.hidden = true; return; }
      const range = chosen.getRangeAt(0);
      const start = place(range.startContainer, range.startOffset);
      const end = place(range.endContainer, range.endOffset);
      if (start === null || end === null || end <= start) { bar.hidden = true; return; }
      bar.href = `/articles/${encodeURIComponent(article.dataset.article)}?version=${article.dataset.version}&at=${start}-${end}#here`;
      const box = range.getBoundingClientRect();
      bar.style.left = `${Math.max(8, box.left)}px`;
      bar.style.top = `${Math.max(8, box.top - 40)}px`;
      bar.hidden = false;
    });
  }

  // --- keys
  function items() {
    const said = all(".statement");
    return said.length ? said : all(".hit");
  }
  function step(by) {
    const list = items();
    if (!list.length) return;
    const at = list.findIndex((item) => item.classList.contains("current"));
    const next = list[Math.min(Math.max(at + by, 0), list.length - 1)];
    if (next.classList.contains("statement")) {
      light(next.id.slice(1), { focus: true });
      one(`#w${next.id.slice(1)}`)?.scrollIntoView({ block: "center" });
      return;
    }
    for (const old of list) old.classList.remove("current");
    next.classList.add("current");
    one("a", next)?.focus();
    next.scrollIntoView({ block: "nearest" });
  }
  function go(selector, within = document) { one(selector, within)?.click(); }
  function version(by) {
    const links = all(".versions a[data-version]");
    const at = links.findIndex((link) => link.hasAttribute("aria-current"));
    links[at + by]?.click();
  }
  function judge(verdict) { go(`button[value="${verdict}"]`, current ?? document.createElement("div")); }
  const keys = {
    "/": () => (one("#q") ?? one("#find"))?.focus(),
    j: () => step(1),
    k: () => step(-1),
    o: () => (current ? go(".why summary", current) : go(".hit.current a")),
    v: () => go(".original", current ?? document.createElement("div")) ?? (current && one(".original", current) ? null : go("#original")),
    "[": () => version(-1),
    "]": () => version(1),
    y: () => judge("yes"),
    n: () => judge("no"),
    h: () => judge("undecided"),
    "?": () => { location.href = "/help"; },
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current) {
      leave();
      return;
    }
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (document.body.dataset.keys !== "on" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // --- what htmx has put into the page
  document.addEventListener("htmx:after:swap", () => {
    local(document);
    const item = current && !current.isConnected && document.getElementById(current.id);
    if (!item) return;
    light(item.id.slice(1), { sheet: true, focus: true });
    tell(one(".held", item)?.textContent ?? "");
  });

  local(document);
  if (location.hash === "#here") one("#here")?.focus({ preventScroll: true });
  if (/^#s\d+$/.test(location.hash)) light(location.hash.slice(2));
})();
