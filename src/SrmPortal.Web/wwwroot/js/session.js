// Warns before the session ends. All of it is comfort: a form that is sent too late comes back filled after signing in.

const box = document.getElementById('session');
const button = box.querySelector('button');
const said = box.querySelector('[role=alert]');
const texts = Object.fromEntries([...box.querySelectorAll('template')].map(text => [text.dataset.when, text.content]));
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('srm-session') : null;
const madeAt = Date.now() - performance.now() + (performance.getEntriesByType('navigation')[0]?.responseStart ?? 0);
let end = { at: +box.dataset.at, atLast: +box.dataset.atLast, drift: box.dataset.now - madeAt };
let shown = '';
let before = null;

// By the server's clock.
const now = () => Date.now() + end.drift;

function look() {
  const rest = end.at - now();
  const state = rest <= 0 ? 'over' : rest > +box.dataset.warning ? '' : end.at < end.atLast ? 'soon' : 'last';
  if (state === shown) { return; }
  shown = state;
  box.hidden = state === '';
  button.hidden = state !== 'soon';
  said.replaceChildren();
  if (state) {
    said.append(texts[state].cloneNode(true));
    const time = said.querySelector('.num');
    if (time) { time.textContent = new Date(end.at - end.drift).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }); }
  }
}

function take(answer) {
  end = { at: answer.at, atLast: answer.atLast, drift: answer.now - Date.now() };
  shown = null;
  look();
}

button.addEventListener('focus', event => { before = event.relatedTarget; });
button.addEventListener('click', async () => {
  const answer = await fetch('/session', { cache: 'no-store', headers: { accept: 'application/json' } }).catch(() => null);
  if (answer?.ok && !answer.redirected) {
    const told = await answer.json();
    take(told);
    tabs?.postMessage(told);
  } else if (answer) {
    end.at = 0;
    look();
  }
  (before ?? document.getElementById('main')).focus();
});

// One session for all tabs: what the latest page was told counts for each.
if (tabs) {
  tabs.addEventListener('message', event => take(event.data));
  tabs.postMessage({ at: end.at, atLast: end.atLast, now: Math.round(now()) });
}

setInterval(look, 5000);
document.addEventListener('visibilitychange', look);
look();
