// A form of the draft saves itself while it is filled in; without it one presses the button. It never publishes, and adds nothing: what is typed
// into the form of a new item or question is kept beside the draft. What a colleague or another tab has changed stays; where both have changed the
// same nothing is saved, and the line beside the button says so: pressing the button shows what differs.

import { russian } from './numbers.js';

const form = document.querySelector('form[data-autosave]');
const [after, most] = [2500, 15000];

if (form?.dataset.autosave) {
  const said = form.querySelector('[data-kept]');
  const mark = form.querySelector('[name=BasedOn]');
  let [first, timer, underway, typed, over] = [0, 0, null, 0, false];

  function take(html, sent) {
    const kept = new DOMParser().parseFromString(html, 'text/html').getElementById('kept');
    if (!kept) { return false; }
    said.textContent = kept.dataset.said;
    over = kept.dataset.over === 'true';
    if (over) { return true; }
    mark.value = kept.dataset.mark;
    for (const id of ['next', 'checklist', 'chosen']) {
      const [there, now] = [document.getElementById(id), kept.querySelector(`#${id}`)];
      if (there && now) { there.replaceWith(now); }
    }
    if (kept.dataset.whole === 'true' && sent === typed) { form.dispatchEvent(new Event('kept')); }
    return true;
  }

  async function send(isLeaving) {
    const sent = typed;
    const body = new URLSearchParams(new FormData(form)).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    // A short one arrives even when the page is left.
    const answer = await fetch(form.dataset.autosave, { method: 'POST', body, headers, redirect: 'manual', keepalive: isLeaving && body.length < 60000 }).catch(() => null);
    if (!answer?.ok || !take(await answer.text(), sent)) {
      said.textContent = russian ? 'Не сохранено: нет связи или сеанс завершился' : 'Not saved: no connection, or the session has ended';
    }
  }

  async function keep(isLeaving) {
    clearTimeout(timer);
    first = 0;
    if (over) { return; }
    // One after the other, as each builds on what the one before has saved.
    while (underway) { await underway; }
    underway = send(isLeaving);
    await underway;
    underway = null;
  }

  form.addEventListener('input', () => {
    typed++;
    first ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => keep(false), Math.max(0, Math.min(after, first + most - Date.now())));
  });
  form.addEventListener('submit', async event => {
    clearTimeout(timer);
    if (underway) {
      event.preventDefault();
      await underway;
      over = true;
      form.requestSubmit(event.submitter);
    }
    over = true;
  });
  addEventListener('pageshow', event => { if (event.persisted) { over = false; } });
  document.addEventListener('visibilitychange', () => { if (document.hidden && first) { keep(true); } });
}
