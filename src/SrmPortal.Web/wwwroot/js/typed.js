// What is typed is kept, sealed, by the portal while it is typed: it comes back to the same person when the page is opened again. It is
// neither saved nor submitted; what arrives too late is refused, and said in the line of the state.

import { russian } from './numbers.js';

const form = document.getElementById('offer');
// A form of two thousand lines is a megabyte: it goes less often.
const [after, most] = form?.elements.length > 2000 ? [10000, 60000] : [2500, 15000];

if (form?.dataset.typed) {
  const box = document.getElementById('kept');
  let [first, timer, underway, again, over] = [0, 0, false, false, false];

  function say(text) {
    box.hidden = false;
    box.querySelector('dd').textContent = text;
  }

  async function keep(isLeaving) {
    clearTimeout(timer);
    first = 0;
    if (over) { return; }
    if (underway && !isLeaving) { again = true; return; }
    underway = true;
    const body = new URLSearchParams(new FormData(form)).toString();
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    // A short one arrives even when the page is left.
    const answer = await fetch(form.dataset.typed, { method: 'POST', body, headers, redirect: 'manual', keepalive: body.length < 60000 }).catch(() => null);
    underway = false;
    const told = answer?.headers.get('content-type')?.includes('json') ? await answer.json() : null;
    if (over) { return; }
    if (answer?.ok && told && !told.why) {
      say(russian ? `сохранено порталом ${told.at}, без НДС ${told.net}` : `kept by the portal ${told.at}, ${told.net} without VAT`);
    } else if (told?.why) {
      over = true;
      say(told.why);
    } else {
      say(russian ? 'не передано: нет связи или сеанс завершился' : 'not kept: no connection, or the session has ended');
    }
    if (again) { again = false; later(); }
  }

  function later() {
    first ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => keep(false), Math.max(0, Math.min(after, first + most - Date.now())));
  }

  form.addEventListener('input', later);
  // Saving makes it needless; what is under way is refused by the portal.
  form.addEventListener('submit', () => { over = true; clearTimeout(timer); });
  addEventListener('pageshow', event => { if (event.persisted) { over = false; } });
  document.addEventListener('visibilitychange', () => { if (document.hidden && (first || again)) { keep(true); } });
}
