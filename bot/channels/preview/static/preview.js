"use strict";
// Looks for changed files, and begins the talk at the step that is clicked.
const shown = document.documentElement.dataset.version;
const drawing = document.getElementById("drawing");
const words = document.getElementById("words");

async function look() {
  try {
    const answer = await fetch("/version", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== shown) {
      sessionStorage.setItem("words", words.value);
      location.reload();
      return;
    }
  } catch {
    // The program was stopped; it may come back.
  }
  setTimeout(look, 200);
}

drawing.addEventListener("click", (event) => {
  const box = event.target.closest("[data-step]");
  if (!box) return;
  const form = document.createElement("form");
  const step = document.createElement("input");
  form.method = "post";
  form.action = "/begin";
  step.name = "step";
  step.value = box.dataset.step;
  form.append(step);
  document.body.append(form);
  form.submit();
});

words.value = sessionStorage.getItem("words") ?? "";
sessionStorage.removeItem("words");
drawing.querySelector(".here")?.scrollIntoView({ block: "center", inline: "center" });
setTimeout(look, 200);
