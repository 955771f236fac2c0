"use strict";
// Comfort only: every turn works without it, and the server ends idle talks by itself.
(() => {
  const AWAKE = 90, COUNTED = 20, STAYS = 10;
  const end = document.getElementById("end"), idle = document.getElementById("idle");
  const print = document.getElementById("print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
  if (!end || document.body.classList.contains("attract")) return;
  const left = document.getElementById("idle-left");
  const stay = document.getElementById("idle-stay");
  const speaking = () =>
    [...document.querySelectorAll("audio")].some((one) => !one.paused && !one.ended);
  let awake = AWAKE, stays = STAYS;
  const wake = () => { if (!idle.open) awake = AWAKE; };
  for (const sign of ["pointerdown", "keydown", "touchstart", "scroll", "input"])
    window.addEventListener(sign, wake, { passive: true });
  stay.addEventListener("click", () => {
    stays -= 1;
    stay.hidden = stays <= 0;
    idle.close();
    awake = AWAKE;
  });
  document.getElementById("idle-end").addEventListener("click", () => end.submit());
  idle.addEventListener("cancel", (sign) => sign.preventDefault());
  window.addEventListener("pageshow", (sign) => { if (sign.persisted) location.reload(); });
  setInterval(() => {
    if (speaking()) { if (!idle.open) awake = AWAKE; return; }
    awake -= 1;
    if (awake > 0) return;
    if (!idle.open) idle.showModal();
    left.textContent = String(COUNTED + awake);
    if (awake <= -COUNTED) end.submit();
  }, 1000);
})();
