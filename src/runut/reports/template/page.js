"use strict";
(() => {
  const spots = [...document.querySelectorAll(".spot")];
  const owners = (spot) => spot.dataset.s.split(" ");
  let pinned = null;

  const pin = (spot) => {
    if (pinned) pinned.classList.remove("open");
    pinned = spot;
    if (spot) spot.classList.add("open");
  };
  const light = (spot, on) => {
    const [inner] = owners(spot);
    for (const other of spots) {
      if (owners(other)[0] === inner) other.classList.toggle("lit", on);
    }
  };
  for (const spot of spots) {
    spot.addEventListener("pointerenter", () => light(spot, true));
    spot.addEventListener("pointerleave", () => light(spot, false));
    spot.firstElementChild.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      pin(pinned === spot ? null : spot);
    });
  }
  document.addEventListener("click", (event) => {
    if (pinned && !pinned.contains(event.target)) pin(null);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    pin(null);
    document.documentElement.classList.add("hush");
  });
  for (const sign of ["pointermove", "focusin", "click"]) {
    document.addEventListener(sign, () => document.documentElement.classList.remove("hush"));
  }

  /* #c120-180 marks these characters of the text, counted in code points */
  const show = () => {
    const place = /^#c(\d+)-(\d+)$/.exec(location.hash);
    for (const node of document.querySelectorAll(".found")) node.classList.remove("found");
    if (!place) return;
    const [start, end] = [Number(place[1]), Number(place[2])];
    const pieces = [...document.querySelectorAll(".text [data-at]")];
    const hit = pieces.filter((piece, at) => {
      const from = Number(piece.dataset.at);
      const next = at + 1 < pieces.length ? Number(pieces[at + 1].dataset.at) : Infinity;
      return from < end && next > start;
    });
    if (!mark(hit, start, end)) for (const piece of hit) piece.classList.add("found");
    if (hit.length && !document.getElementById(place[0].slice(1))) hit[0].scrollIntoView({ block: "center" });
  };
  const mark = (pieces, start, end) => {
    if (!window.Highlight || !CSS.highlights) return false;
    const ranges = [];
    for (const piece of pieces) {
      let at = Number(piece.dataset.at);
      const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement.closest("sup")) continue;
        const letters = [...node.data];
        const [from, to] = [Math.max(start - at, 0), Math.min(end - at, letters.length)];
        if (from < to) {
          const range = new Range();
          range.setStart(node, letters.slice(0, from).join("").length);
          range.setEnd(node, letters.slice(0, to).join("").length);
          ranges.push(range);
        }
        at += letters.length;
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
    return true;
  };
  window.addEventListener("hashchange", show);
  show();

  /* paper shows why each statement is read so */
  window.addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
})();
