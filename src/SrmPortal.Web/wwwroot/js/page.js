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
  // The form that throws it away needs no question.
  document.addEventListener('submit', event => { if (event.target === form || 'drops' in event.target.dataset) { typed = false; } });
  addEventListener('beforeunload', event => { if (typed) { event.preventDefault(); } });
}

// Which limit the chosen files break: one file by itself, or all of the form with those that are stored already.
function whyTooLarge(field) {
  const megabytes = bytes => Math.floor(bytes / 1048576);
  const tooLarge = [...field.files].find(file => file.size > (field.dataset.maxBytes ?? Infinity));
  if (tooLarge) {
    const most = megabytes(field.dataset.maxBytes);
    return russian ? `Файл «${tooLarge.name}» больше ${most}\u00A0МБ. Отсканируйте с меньшим разрешением или разделите.`
      : `${tooLarge.name} is over ${most}\u00A0MB. Scan it with fewer dots per inch, or split it.`;
  }
  const chosen = [...(field.form?.querySelectorAll('input[type=file]') ?? [field])].flatMap(one => [...one.files]);
  if (chosen.reduce((sum, file) => sum + file.size, 0) > (field.dataset.leftBytes ?? Infinity)) {
    const all = megabytes(field.dataset.allBytes);
    return russian ? `Вместе все файлы — не больше ${all}\u00A0МБ; эти уже не поместятся.` : `All files together may have ${all}\u00A0MB; these don't fit any more.`;
  }
  return '';
}

// At the field, as the server would say it.
function say(field, message) {
  const id = `${field.id}-large`;
  document.getElementById(id)?.remove();
  field.classList.toggle('is-invalid', message !== '');
  if (message) {
    const said = Object.assign(document.createElement('p'), { id, className: 'err', textContent: message });
    said.setAttribute('role', 'alert');
    field.before(said);
  }
}

// A chosen file is stored at once, where its field names the button that does it; too large a one is said before it is sent.
for (const field of document.querySelectorAll('input[type=file]')) {
  field.addEventListener('change', () => {
    const message = whyTooLarge(field);
    say(field, message);
    // What can't be taken is not sent with the rest.
    if (message) { field.value = ''; } else if (field.files.length > 0 && field.dataset.press) { document.getElementById(field.dataset.press)?.click(); }
  });
}

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
