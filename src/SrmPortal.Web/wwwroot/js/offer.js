// Comfort on the form of an offer: sums while one types. What counts is what the server calculates when the form is saved.

const form = document.getElementById('offer');
const russian = document.documentElement.lang === 'ru';
const separator = russian ? ',' : '.';
const digits = new Intl.NumberFormat(russian ? 'ru' : 'en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

// Whole thousandths and ten-thousandths as BigInt: money is never a double.
function read(text, scale) {
  const plain = text.replace(/[\s\u00A0\u2009\u202F]/g, '');
  const cleaned = separator === '.' ? plain.replace(/,(?=\d{3}(\D|$))/g, '') : plain;
  const match = /^(\d{1,15})(?:[.,](\d+))?$/.exec(cleaned);
  if (!match || (match[2] ?? '').length > scale) { return null; }
  return BigInt(match[1] + (match[2] ?? '').padEnd(scale, '0'));
}

function field(line, name) { return line.querySelector(`[name$=".${name}"]`); }

// Quantity (3 decimals) × price (4) ÷ price unit, in hundredths, half away from zero.
function amount(line) {
  const [quantity, price] = [read(field(line, 'Quantity').value, 3), read(field(line, 'UnitPrice').value, 4)];
  if (!quantity || !price || field(line, 'NotOffered')?.checked) { return null; }
  const divisor = 100000n * BigInt(line.dataset.priceUnit);
  return (quantity * price * 2n + divisor) / (2n * divisor);
}

function shown(hundredths) { return digits.format(`${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`).replace(/\s/g, '\u00A0'); }

if (form && !['JPY', 'KRW', 'VND', 'KWD', 'BHD', 'OMR', 'TND', 'JOD', 'IQD', 'ISK', 'CLP'].includes(form.dataset.currency)) {
  const lines = [...form.querySelectorAll('tbody[data-price-unit]')];
  const [net, sign] = [form.querySelector('[data-total="net"]'), form.querySelector('[data-total="net-with-sign"]')];
  const suffix = sign.textContent.replace(/^[\d\s\u00A0.,]+/, '');
  const saved = new Map(lines.map(line => [line, amount(line) ?? 0n]));
  const elsewhere = (read(net.textContent, 2) ?? 0n) - [...saved.values()].reduce((sum, one) => sum + one, 0n);

  form.addEventListener('input', event => {
    const line = event.target.closest('tbody[data-price-unit]');
    if (!line) { return; }
    const now = amount(line);
    saved.set(line, now ?? 0n);
    if (now !== null) { line.querySelector('.sum').textContent = shown(now); }
    const total = shown(elsewhere + [...saved.values()].reduce((sum, one) => sum + one, 0n));
    [net.textContent, sign.textContent] = [total, `${total}\u00A0${suffix.trim()}`];
    // VAT and gross are the server's: they are said again after saving.
    form.querySelectorAll('[data-when-saved]').forEach(row => { row.hidden = true; });
  });
}
