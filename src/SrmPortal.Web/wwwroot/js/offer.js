// Comfort on the form of an offer: sums while one types. What counts is what the server calculates when the form is saved.

import { divided, read, russian, shown } from './numbers.js';

const form = document.getElementById('offer');

function field(line, name) { return line.querySelector(`[name$=".${name}"]`); }

// Quantity (3 decimals) × price (4) ÷ price unit, in hundredths.
function amount(line) {
  const [quantity, price] = [read(field(line, 'Quantity').value, 3), read(field(line, 'UnitPrice').value, 4)];
  return !quantity || !price || field(line, 'NotOffered')?.checked ? null : divided(quantity * price, 100000n * BigInt(line.dataset.priceUnit));
}

// Sums are in hundredths; those of other currencies the server says.
const hasHundredths = () => !['JPY', 'KRW', 'VND', 'KWD', 'BHD', 'OMR', 'TND', 'JOD', 'IQD', 'ISK', 'CLP'].includes(form.dataset.currency);

// Whoever chooses another currency reads it at once wherever a price is typed; every such text ends with it.
function chooses(currency) {
  form.dataset.currency = currency;
  form.querySelectorAll('[data-in-currency]').forEach(text => { text.textContent = text.textContent.replace(/\S+\s*$/, signs[currency]); });
}

const signs = form && JSON.parse(form.dataset.signs);
form?.querySelector('[name=Currency]')?.addEventListener('input', event => chooses(event.target.value));

if (form) {
  const rates = JSON.parse(form.dataset.vat);
  const whole = document.getElementById('Vat');
  const chosen = whole?.value;
  const lines = [...form.querySelectorAll('tbody[data-price-unit]')];
  const places = name => form.querySelectorAll(`[data-total="${name}"]`);
  const elsewhere = [read(form.dataset.net, 2), read(form.dataset.vatAmount, 2)];
  const nets = new Map();
  let due = false;

  function vat(line, net) {
    const rate = BigInt(Math.round((rates[field(line, 'Vat').value || whole?.value] ?? 0) * 100));
    return divided(net * rate, 10000n);
  }

  function put(name, hundredths, withSign) {
    const text = !hasHundredths() ? '—' : withSign ? `${shown(hundredths)}\u00A0${signs[form.dataset.currency]}` : shown(hundredths);
    for (const place of places(name)) { place.textContent = text; }
  }

  function sum() {
    due = false;
    let [net, tax] = elsewhere;
    for (const line of lines) {
      const now = nets.get(line) ?? 0n;
      net += now;
      tax += vat(line, now);
    }
    put('net', net);
    put('net-with-sign', net, true);
    put('vat', tax);
    put('gross', net + tax);
    put('gross-with-sign', net + tax, true);
    // Another rate for the whole offer changes lines that are not on this page: they are said again after saving.
    const known = whole?.value === chosen || elsewhere[0] === 0n;
    form.querySelectorAll('[data-when-saved]').forEach(row => { row.hidden = true; });
    form.querySelectorAll('[data-as-typed]').forEach(row => { row.hidden = !known || !hasHundredths(); });
  }

  function said(line) {
    const [quantity, price] = [field(line, 'Quantity').value.trim(), field(line, 'UnitPrice').value.trim()];
    if (field(line, 'NotOffered')?.checked || read(price, 4) === 0n || read(quantity, 3) === 0n) { return russian ? 'Не предлагается' : 'Not offered'; }
    return price === '' || quantity === '' ? (russian ? 'Не заполнена' : 'Not filled in') : '—';
  }

  function take(line, isTyped) {
    const now = amount(line);
    nets.set(line, now ?? 0n);
    if (isTyped) { line.querySelector('.sum').textContent = now === null ? said(line) : hasHundredths() ? shown(now) : '—'; }
  }

  lines.forEach(line => take(line, false));
  form.addEventListener('input', event => {
    const line = event.target.closest('tbody[data-price-unit]');
    if (line) { take(line, true); } else if (event.target.name === 'Currency') { lines.forEach(one => take(one, true)); } else if (event.target !== whole) { return; }
    // A pasted block is hundreds of inputs and one sum.
    if (!due) { due = true; queueMicrotask(sum); }
  });
  if (form.dataset.unsaved === 'true') {
    lines.forEach(line => take(line, true));
    sum();
  }
}
