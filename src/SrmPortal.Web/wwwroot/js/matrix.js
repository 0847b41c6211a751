// The comparison by keyboard: up and down go to the same supplier's next line, left and right to the next supplier, without choosing; space chooses.
const table = document.querySelector('.matrix:has(.pick input)');
const rows = table ? [...table.tBodies].flatMap(lot => [...lot.rows]).map(row => [...row.cells].map(cell => cell.querySelector('.pick input'))) : [];

function next(from, by, across) {
  const row = rows.findIndex(one => one.includes(from));
  const column = rows[row]?.indexOf(from) ?? -1;
  if (column < 0) { return null; }
  const line = across ? rows[row] : rows.map(one => one[column]);
  for (let at = (across ? column : row) + by; at >= 0 && at < line.length; at += by) {
    if (line[at] && !line[at].disabled) { return line[at]; }
  }
  return null;
}

table?.addEventListener('keydown', event => {
  const step = { ArrowUp: [-1, false], ArrowDown: [1, false], ArrowLeft: [-1, true], ArrowRight: [1, true] }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.target.type !== 'radio') { return; }
  event.preventDefault();
  next(event.target, ...step)?.focus();
});
