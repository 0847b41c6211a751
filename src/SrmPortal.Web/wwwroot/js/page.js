// Comfort on every page; each works without it.

const russian = document.documentElement.lang === 'ru';

// The reader's own time zone, so that deadlines can also be said in it.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes(`srm-zone=${zone}`)) {
  document.cookie = `srm-zone=${zone};path=/;max-age=31536000;samesite=lax${location.protocol === 'https:' ? ';secure' : ''}`;
}

// The rest of the time, by the server's clock: what the page said when it was made, and what has passed since its answer began.
const shownAt = performance.getEntriesByType('navigation')[0]?.responseStart ?? 0;
let drift = 0;

function days(n) {
  if (!russian) { return n === 1 ? 'day' : 'days'; }
  return { one: 'день', few: 'дня' }[new Intl.PluralRules('ru').select(n)] ?? 'дней';
}

function left(milliseconds) {
  const two = n => String(n).padStart(2, '0');
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [d, h, m] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  if (d > 0) { return `${d}\u00A0${days(d)} ${two(h)}:${two(m)}`; }
  if (h > 0) { return russian ? `${h}\u00A0ч ${m}\u00A0мин` : `${h}\u00A0h ${m}\u00A0min`; }
  return `${two(m)}:${two(seconds % 60)}`;
}

function tick() {
  for (const clock of document.querySelectorAll('[data-countdown]')) {
    const rest = clock.dataset.countdown - clock.dataset.now - (performance.now() - shownAt) - drift;
    const text = left(rest);
    if (clock.textContent !== text) { clock.textContent = text; }
    if (rest < 86400000) { clock.parentElement.classList.add('soon'); }
  }
}

if (document.querySelector('[data-countdown]')) {
  setInterval(tick, 1000);
  tick();
  // A computer that slept, or a page out of the browser's memory, asks the server what time it is.
  const first = document.querySelector('[data-countdown]');
  addEventListener('pageshow', event => { if (event.persisted) { resync(); } });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) { resync(); } });
  async function resync() {
    const answer = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
    const time = Date.parse(answer?.headers.get('Date') ?? '');
    if (time) {
      const passed = time - first.dataset.now - (performance.now() - shownAt);
      drift = Math.abs(passed) > 2000 ? passed : 0;
      tick();
    }
  }
}

// A form that says so warns before what was typed is left behind.
for (const form of document.querySelectorAll('form[data-unsaved]')) {
  let typed = form.dataset.unsaved === 'true';
  form.addEventListener('input', () => { typed = true; });
  // It has saved itself.
  form.addEventListener('kept', () => { typed = false; });
  // The form that throws it away needs no question.
  document.addEventListener('submit', event => { if (event.target === form || 'drops' in event.target.dataset) { typed = false; } });
  addEventListener('beforeunload', event => { if (typed) { event.preventDefault(); } });
}

// A button that is pressed twice sends its form once. Who has changed something in between, or has stopped waiting for the answer, sends it again.
const patience = 10000;
let sent = new WeakMap();
document.addEventListener('submit', event => {
  if (event.defaultPrevented || event.target.getAttribute('method') !== 'post') { return; }
  const now = performance.now();
  if (now - sent.get(event.target) < patience) { event.preventDefault(); } else { sent.set(event.target, now); }
});
for (const change of ['input', 'change']) { document.addEventListener(change, event => sent.delete(event.target.form), true); }
addEventListener('pageshow', event => { if (event.persisted) { sent = new WeakMap(); } });

// Which of the chosen files can be taken, and which limit the others break: one file by itself, or all of the form with those that are stored already.
function looked(field) {
  const megabytes = bytes => Math.floor(bytes / 1048576);
  const sum = files => files.reduce((bytes, file) => bytes + file.size, 0);
  const most = Number(field.dataset.maxBytes ?? Infinity);
  const [fits, tooLarge] = [[...field.files].filter(file => file.size <= most), [...field.files].filter(file => file.size > most)];
  const names = tooLarge.map(file => russian ? `«${file.name}»` : file.name).join(', ');
  const one = tooLarge.length === 1;
  const said = tooLarge.length === 0 ? [] : [russian
    ? `${one ? 'Файл' : 'Файлы'} ${names} больше ${megabytes(most)}\u00A0МБ. Отсканируйте с меньшим разрешением или разделите.`
    : `${names} ${one ? 'is' : 'are'} over ${megabytes(most)}\u00A0MB. Scan with fewer dots per inch, or split.`];
  const others = [...(field.form?.querySelectorAll('input[type=file]') ?? [])].filter(other => other !== field).flatMap(other => [...other.files]);
  if (fits.length > 0 && sum(fits) + sum(others) > (field.dataset.leftBytes ?? Infinity)) {
    const all = megabytes(field.dataset.allBytes);
    said.push(russian ? `Вместе все файлы — не больше ${all}\u00A0МБ; эти уже не поместятся.` : `All files together may have ${all}\u00A0MB; these don't fit any more.`);
    fits.length = 0;
  }
  return { fits, message: said.join(' ') };
}

// At the field, as the server would say it.
function say(field, message) {
  const id = `${field.id}-large`;
  document.getElementById(id)?.remove();
  field.classList.toggle('is-invalid', message !== '');
  field.closest('.field')?.classList.toggle('field-err', message !== '');
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(part => part && part !== id);
  if (message) {
    const said = Object.assign(document.createElement('p'), { id, className: 'err', textContent: message });
    said.setAttribute('role', 'alert');
    field.before(said);
    field.setAttribute('aria-invalid', 'true');
    described.push(id);
  } else { field.removeAttribute('aria-invalid'); }
  field.setAttribute('aria-describedby', described.join(' '));
}

// Some browsers are told to keep nothing.
const kept = (() => { try { return window.sessionStorage; } catch { return null; } })();

// A chosen file is stored at once, where its field names the button that does it; too large a one is said before anything is sent, and is not
// sent with those that can be taken.
for (const field of document.querySelectorAll('input[type=file]')) {
  field.addEventListener('change', () => {
    const { fits, message } = looked(field);
    say(field, message);
    if (message) {
      const left = new DataTransfer();
      fits.forEach(file => left.items.add(file));
      field.files = left.files;
    }
    const button = field.files.length > 0 && field.dataset.press ? document.getElementById(field.dataset.press) : null;
    // What was said stands on the page that comes, too.
    if (message && button) { kept?.setItem('too-large', JSON.stringify([location.pathname, field.id, message])); }
    button?.click();
  });
}
const [where, which, what] = JSON.parse(kept?.getItem('too-large') ?? '[]');
kept?.removeItem('too-large');
const refusing = where === location.pathname ? document.getElementById(which) : null;
if (refusing) { say(refusing, what); }

// A page that waits for the portal looks again by itself, while it is looked at.
const waits = document.querySelector('[data-reload]');
if (waits) { setInterval(() => { if (!document.hidden) { location.reload(); } }, waits.dataset.reload * 1000); }

// The menu where the browser knows no popovers.
if (!('popover' in HTMLElement.prototype)) {
  for (const button of document.querySelectorAll('[popovertarget]')) {
    const menu = document.getElementById(button.getAttribute('popovertarget'));
    button.addEventListener('click', () => menu.classList.toggle('is-open'));
  }
}

document.querySelector('.error-summary')?.focus();
