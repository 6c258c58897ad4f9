"use strict";
// One key each on the record that has the focus: c confirms at once, x and e lead to the form. Without this the forms do the same.

const CONFIRMED = "read and found right";

function recordOf(element) {
  const holder = element.closest("[data-record]") || document.querySelector("[data-record][data-alone]");
  return holder && { holder, id: holder.dataset.record };
}

function note(holder, words, failed) {
  let place = holder.querySelector(":scope > .reviewed");
  if (!place) {
    place = document.createElement("p");
    place.className = "reviewed small";
    place.setAttribute("role", "status");
    holder.append(place);
  }
  place.classList.toggle("failed", Boolean(failed));
  place.textContent = words;
}

async function confirmRecord({ holder, id }) {
  try {
    const { token } = await (await fetch("/review/token")).json();
    const body = new URLSearchParams({ token, action: "confirm", why: CONFIRMED });
    const answer = await fetch(`/review/${encodeURIComponent(id)}`, { method: "POST", body, headers: { Accept: "application/json" } });
    const said = await answer.json();
    note(holder, said.problem || said.note, Boolean(said.problem));
  } catch (problem) {
    note(holder, `Nothing was kept: ${problem.message}`, true);
  }
}

function press(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, textarea")) return;
  if (!["c", "x", "e"].includes(event.key)) return;
  const record = recordOf(document.activeElement);
  if (!record) return;
  event.preventDefault();
  if (event.key === "c") { confirmRecord(record); return; }
  const asked = new URLSearchParams({ do: event.key === "x" ? "reject" : "edit" });
  if (!location.pathname.startsWith("/review/")) asked.set("back", location.pathname + location.search + location.hash);
  location.assign(`/review/${encodeURIComponent(record.id)}?${asked}`);
}

addEventListener("keydown", press);
