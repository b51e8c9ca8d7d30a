// Conveniences only: every page works without this file.
"use strict";

// Drop a file anywhere on the form.
for (const zone of document.querySelectorAll("[data-drop]")) {
  const input = zone.querySelector("input[type=file]");
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}

// Tell that the work goes on while a form with a text is on its way.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    const status = form.querySelector("[role=status]");
    if (status) { status.textContent = form.dataset.busy; }
  });
}

// What a form did is told in view for a while.
for (const told of document.querySelectorAll(".message.success")) { window.setTimeout(() => told.remove(), 10_000); }

// On a narrow screen the text comes first: the table of contents starts closed.
const contents = document.querySelector(".contents > details");
if (contents && window.matchMedia("(max-width: 63.99rem)").matches) { contents.open = false; }

// What an address names is open.
function openNamed() {
  const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  for (let each = named; each; each = each.parentElement) { if (each.localName === "details") { each.open = true; } }
}
window.addEventListener("hashchange", openNamed);
openNamed();

// A fact that changes shows what comes of it at once; the button does the same without this.
const facts = document.querySelector("#facts");
let asked = 0;

async function tryFacts() {
  const turn = ++asked;
  const told = [...new FormData(facts)].filter(([, value]) => value !== "");
  const address = `${window.location.pathname}?${new URLSearchParams(told)}`;
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok || turn !== asked) { return; }
  const made = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (turn !== asked) { return; }
  document.querySelector("#result").replaceWith(made.querySelector("#result"));
  const counts = made.querySelectorAll("#facts .count");
  facts.querySelectorAll(".count").forEach((count, at) => { count.textContent = counts[at].textContent; });
  for (const field of made.querySelectorAll(".field")) { renew(document.getElementById(field.id), field); }
  window.history.replaceState(null, "", address);
}

// The field that a person is in stays; only what is said of it is renewed.
function renew(field, made) {
  if (!field.contains(document.activeElement)) {
    field.replaceWith(made);
    return;
  }
  field.className = made.className;
  for (const said of field.querySelectorAll(".unknown, .problem")) { said.remove(); }
  field.querySelector("legend").append(...made.querySelectorAll("legend .unknown"));
  field.append(...made.querySelectorAll(".problem"));
}

if (facts) { facts.addEventListener("change", tryFacts); }

// In a long table of contents the present place is in view.
const present = document.querySelector(".contents [aria-current]");
const column = document.querySelector(".contents");
if (present && column && column.scrollHeight > column.clientHeight) {
  column.scrollTop = present.offsetTop - column.clientHeight / 3;
}

// Show the provision a reference leads to, or why it leads nowhere, on hover and on focus; Escape closes it.
const preview = document.createElement("div");
preview.className = "preview";
preview.id = "preview";
preview.setAttribute("role", "tooltip");
preview.hidden = true;
document.body.append(preview);
const seen = new Map();
let wanted = null;

async function fetchPreview(address) {
  if (!seen.has(address)) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    seen.set(address, answer.ok ? await answer.text() : "");
  }
  return seen.get(address);
}

function explanation(link) {
  const line = document.querySelector(link.hash.startsWith("#ref-") ? link.hash : `#ref-${link.classList[1]}`);
  const note = document.createElement("p");
  note.className = "hint";
  note.textContent = line ? line.dataset.meaning : "";
  return note;
}

async function show(link) {
  wanted = link;
  const html = link.dataset.preview ? await fetchPreview(link.dataset.preview) : "";
  if (wanted !== link) { return; }
  preview.innerHTML = html;
  if (!link.classList.contains("found")) { preview.prepend(explanation(link)); }
  if (!preview.textContent.trim()) { return; }
  for (const inner of preview.querySelectorAll("[id]")) { inner.removeAttribute("id"); }
  preview.hidden = false;
  place(link.getClientRects()[0]);
}

function place(box) {
  const left = Math.min(box.left, document.documentElement.clientWidth - preview.offsetWidth - 16);
  const below = box.bottom + 6;
  const above = box.top - preview.offsetHeight - 6;
  const top = below + preview.offsetHeight > window.innerHeight && above > 0 ? above : below;
  preview.style.left = `${Math.max(8, left) + window.scrollX}px`;
  preview.style.top = `${top + window.scrollY}px`;
}

function hide() {
  wanted = null;
  preview.hidden = true;
}

for (const link of document.querySelectorAll(".law a.ref")) {
  let leaving = 0;
  link.addEventListener("mouseenter", () => show(link));
  link.addEventListener("focus", () => show(link));
  link.addEventListener("mouseleave", () => {
    leaving = window.setTimeout(() => { if (!preview.matches(":hover") && wanted === link) { hide(); } }, 150);
  });
  link.addEventListener("blur", () => { window.clearTimeout(leaving); hide(); });
}
preview.addEventListener("mouseleave", hide);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") { hide(); } });
