// What pages do with a script, beyond what they do without: the reader's own time zone, keys, word of new changes.
"use strict";
(() => {
  const zone = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
  });
  for (const time of document.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    time.title = time.textContent;
    time.textContent = zone.format(at).replace(" at ", ", ");
  }

  // New changes are counted, and shown when the reader asks: nothing moves by itself. Nobody listens behind a tab.
  const live = document.querySelector("[data-live]");
  if (live && "EventSource" in window) {
    const seen = new Set();
    const address = new URL(live.dataset.live, location.origin);
    let source = null;
    const told = (event) => {
      seen.add(event.lastEventId);
      address.searchParams.set("after", event.lastEventId);
      const link = document.createElement("a");
      link.href = location.pathname + location.search;
      link.textContent = seen.size === 1 ? "1 new change: show" : `${seen.size} new changes: show`;
      live.replaceChildren(link);
    };
    const listen = () => {
      if (document.hidden) {
        source?.close();
        source = null;
      } else if (!source) {
        source = new EventSource(address);
        source.addEventListener("change", told);
      }
    };
    document.addEventListener("visibilitychange", listen);
    listen();
  }

  const help = document.getElementById("help");
  const follow = (selector) => {
    const link = document.querySelector(selector);
    if (link) location.assign(link.href);
  };
  let at = -1;
  const step = (by) => {
    const hunks = [...document.querySelectorAll("[data-hunk]")];
    if (hunks.length === 0) return;
    at = Math.min(Math.max(at + by, 0), hunks.length - 1);
    hunks[at].focus({ preventScroll: true });
    hunks[at].scrollIntoView({ block: "center" });
  };
  const keys = {
    ArrowLeft: () => follow("a[rel=prev]"),
    ArrowRight: () => follow("a[rel=next]"),
    j: () => step(1),
    k: () => step(-1),
    s: () => follow("a[data-view=side]"),
    i: () => follow("a[data-view=inline]"),
    c: () => follow("a[data-view=changes]"),
    "?": () => help && (help.open ? help.close() : help.showModal()),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable], .scroll");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (help && help.open && event.key !== "?") return;
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
})();
