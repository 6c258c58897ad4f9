"use strict";
// The page works without this: it draws the charts, opens notes that a mark leads to, walks lists by key, and changes the colours.

const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

async function draw(plot) {
  const address = new URL(plot.dataset.chart, location.href);
  if (isDark()) address.searchParams.set("dark", "true");
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const spec = await answer.json();
    plot.replaceChildren();
    await vegaEmbed(plot, spec, {
      mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, hover: false, tooltip: { disableDefaultStyle: true },
    });
  } catch (problem) {
    plot.textContent = `The chart could not be drawn (${problem.message}); the download below holds it.`;
  }
}

function drawAll() {
  if (window.vegaEmbed) document.querySelectorAll("[data-chart]").forEach(draw);
}

function openTarget() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  const details = target && target.querySelector("details");
  if (details) details.open = true;
  if (id && !target && document.querySelector("[data-parts]") && !location.search.includes("record=")) {
    location.replace(`?record=${encodeURIComponent(id)}#${encodeURIComponent(id)}`);
  }
}

function walk(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "/") { event.preventDefault(); document.getElementById("q").focus(); return; }
  if (event.key !== "j" && event.key !== "k") return;
  const stops = [...document.querySelectorAll("a.main, .deed a, tbody th a, .margin summary")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[event.key === "j" ? at + 1 : Math.max(at - 1, 0)];
  if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
}

function changeTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try { localStorage.setItem("theme", theme); } catch { /* a browser that keeps nothing forgets it with the page */ }
  drawAll();
}

addEventListener("hashchange", openTarget);
addEventListener("keydown", walk);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
const button = document.getElementById("theme");
button.hidden = false;
button.addEventListener("click", changeTheme);
openTarget();
drawAll();
