// The lines of an offer by keyboard, and blocks of a spreadsheet pasted into them. Without it each field is typed by itself.

import { plural, read, russian } from './numbers.js';

const form = document.getElementById('offer');
const columns = ['Quantity', 'UnitPrice', 'Vat', 'DeliveryDate'];
const names = russian ? ['количество', 'цена', 'НДС', 'дата'] : ['quantity', 'price', 'VAT', 'date'];
const lines = form ? [...form.querySelectorAll('tbody[data-price-unit]')] : [];
const said = document.getElementById('pasted');
const cells = lines.map(line => columns.map(name => line.querySelector(`td [name$=".${name}"]`)));
let pastes = [];
let last = null;

function placeOf(field) {
  const row = lines.indexOf(field.closest?.('tbody[data-price-unit]'));
  const column = row < 0 ? -1 : cells[row].indexOf(field);
  return column < 0 ? null : { row, column };
}

function go(row, column) {
  const field = cells[Math.max(0, Math.min(row, cells.length - 1))]?.[column];
  if (!field) { return; }
  // On a phone the cells of a line lie folded.
  if (!field.offsetParent) { field.closest('tbody').querySelector('details').open = true; }
  field.focus();
  field.select?.();
}

function keys(event) {
  const place = placeOf(event.target);
  if (!place || event.altKey || event.isComposing) { return; }
  const { row, column } = place;
  const field = event.target;
  const command = event.ctrlKey || event.metaKey;
  const isList = field.tagName === 'SELECT';
  const atStart = isList || (field.selectionStart === 0 && (field.selectionEnd === 0 || field.selectionEnd === field.value.length));
  const atEnd = isList || field.selectionEnd === field.value.length;
  const move = {
    // After the last line there is nothing to go to: Enter saves, as everywhere.
    Enter: () => (!event.shiftKey && row === lines.length - 1 ? false : go(row + (event.shiftKey ? -1 : 1), column)),
    ArrowDown: () => !isList && !command && go(row + 1, column),
    ArrowUp: () => !isList && !command && go(row - 1, column),
    ArrowLeft: () => atStart && !command && !event.shiftKey && column > 0 && go(row, column - 1),
    ArrowRight: () => atEnd && !command && !event.shiftKey && column < columns.length - 1 && go(row, column + 1),
    Home: () => command && go(0, column),
    End: () => command && go(cells.length - 1, column),
    PageDown: () => go(row + 10, column),
    PageUp: () => go(row - 10, column),
  }[event.key];
  if (move && move() !== false) { event.preventDefault(); }
}

// Rows and cells as a spreadsheet gives them: parted by tabs, a cell with line breaks in quotes.
function block(text) {
  const rows = [[]];
  let [cell, quoted] = ['', false];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter !== '"') { cell += letter; } else if (text[i + 1] === '"') { cell += '"'; i++; } else { quoted = false; }
    } else if (letter === '"' && cell === '') { quoted = true; } else if (letter === '\t' || letter === '\n') {
      rows.at(-1).push(cell.trim());
      cell = '';
      if (letter === '\n') { rows.push([]); }
    } else if (letter !== '\r') { cell += letter; }
  }
  rows.at(-1).push(cell.trim());
  while (rows.length > 1 && rows.at(-1).every(one => one === '')) { rows.pop(); }
  return rows;
}

// The sign of the offer's own currency says nothing new; any other one is left, and marked.
function withoutSign(text) {
  const signs = { RUB: '₽|руб\\.?|р\\.|RUB', USD: '\\$|USD', EUR: '€|EUR', CNY: '¥|元|CNY', KZT: '₸|KZT', BYN: 'Br|BYN' }[form.dataset.currency] ?? form.dataset.currency;
  return text.replace(new RegExp(`^\\s*(?:${signs})\\s*|\\s*(?:${signs})\\s*$`, 'i'), '').replace(/^[\s\u00A0]+|[\s\u00A0]+$/g, '');
}

const folded = text => text.toLowerCase().replace(/[\s\u00A0,]/g, '');

// What goes into the field, and whether the server will understand it.
function fit(field, column, text) {
  if (columns[column] === 'Vat') {
    const found = [...field.options].find(option => folded(option.textContent) === folded(text) || folded(option.textContent) === `${folded(text)}%`);
    return found ? { value: found.value, fits: true } : { value: field.value, fits: false };
  }
  if (columns[column] === 'DeliveryDate') { return { value: text, fits: /^(\d{1,2}[.\-]\d{1,2}[.\-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} ?\p{L}{3,9} ?\d{4})$/u.test(text) }; }
  const value = withoutSign(text);
  return { value, fits: read(value, column === 0 ? 3 : 4) !== null };
}

function mark(field, fits) {
  if (fits) { field.removeAttribute('aria-invalid'); } else { field.setAttribute('aria-invalid', 'true'); }
}

function put(field, value) {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function paste(event) {
  const place = placeOf(event.target);
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!place || !/[\t\n]/.test(text.replace(/[\r\n]+$/, ''))) { return; }
  event.preventDefault();
  let rows = block(text);
  // The head of a copied column is no price.
  if (rows.length > 1 && place.column < 2 && rows[0].every(cell => !/\d/.test(cell))) { rows = rows.slice(1); }
  const [done, bad] = [[], []];
  rows.slice(0, lines.length - place.row).forEach((row, down) => row.slice(0, columns.length - place.column).forEach((text, right) => {
    const [at, column] = [place.row + down, place.column + right];
    const field = cells[at][column];
    if (text === '' || !field) { return; }
    const { value, fits } = fit(field, column, text);
    if (!fits) { bad.push({ field, column, line: lines[at].querySelector('.no').textContent, text }); }
    done.push({ field, before: field.value, after: value, wasBad: field.getAttribute('aria-invalid') });
    put(field, value);
    mark(field, fits);
  }));
  pastes.push(done);
  last = done;
  say(rows, place, done, bad);
}

function show(kind, ...parts) {
  const body = document.createElement('div');
  body.append(...parts);
  said.className = kind;
  said.replaceChildren(document.createElement('span'), body);
  said.hidden = false;
}

function say(rows, place, done, bad) {
  const filled = plural(done.length, russian ? ['Вставлена {0} ячейка.', 'Вставлено {0} ячейки.', 'Вставлено {0} ячеек.'] : ['{0} cell pasted.', '{0} cells pasted.']);
  const list = bad.slice(0, 5).map(one => `${one.line} ${names[one.column]}: «${one.text.slice(0, 40)}»`).join('; ');
  const wrong = bad.length === 0 ? '' : ` ${plural(bad.length, russian ? ['Не удалось прочитать {0}:', 'Не удалось прочитать {0}:', 'Не удалось прочитать {0}:'] : ['{0} can’t be read:', '{0} can’t be read:'])} ${list}${bad.length > 5 ? '…' : '.'}`;
  const over = rows.length - (lines.length - place.row);
  const left = over <= 0 ? '' : ` ${plural(over, russian ? ['{0} строка не поместилась: покажите все позиции на одной странице.', '{0} строки не поместились: покажите все позиции на одной странице.', '{0} строк не поместилось: покажите все позиции на одной странице.']
    : ['{0} row did not fit: show all lines on one page.', '{0} rows did not fit: show all lines on one page.'])}`;
  const wide = rows.some(row => row.length > columns.length - place.column) ? (russian ? ' Лишние столбцы справа пропущены.' : ' Columns further right were left out.') : '';
  const text = Object.assign(document.createElement('p'), { textContent: filled + wrong + left + wide });
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-secondary btn-sm', textContent: russian ? 'Отменить вставку' : 'Undo the paste' });
  button.addEventListener('click', undo);
  show(bad.length > 0 || left ? 'note note-warn' : 'note note-info', text, button);
  (bad[0]?.field ?? done[0]?.field)?.focus();
}

// What was typed into a field since stays.
function undo() {
  const done = pastes.pop();
  if (!done) { return; }
  for (const { field, before, after, wasBad } of done.toReversed()) {
    if (field.value === after) {
      put(field, before);
      mark(field, wasBad !== 'true');
    }
  }
  last = pastes.at(-1) ?? null;
  show('note note-info', Object.assign(document.createElement('p'), { textContent: russian ? 'Вставка отменена.' : 'The paste was undone.' }));
  done[0]?.field.focus();
}

if (form && lines.length > 0) {
  document.querySelector('[data-keys]').hidden = false;
  form.addEventListener('keydown', event => {
    // As long as nothing was typed since, the browser has nothing to take back by itself.
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === 'KeyZ' && last && placeOf(event.target)) {
      event.preventDefault();
      undo();
      return;
    }
    keys(event);
  });
  form.addEventListener('paste', paste);
  form.addEventListener('input', event => {
    if (!event.isTrusted) { return; }
    last = null;
    const place = placeOf(event.target);
    if (place && event.target.getAttribute('aria-invalid') === 'true') { mark(event.target, true); }
  });
}
