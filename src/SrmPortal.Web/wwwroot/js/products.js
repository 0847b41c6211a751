// The classifier is searched as one types, and "Chosen: n" is true before anything is saved. Without this the buttons do the same by saving.

const form = document.querySelector('form[data-found]');
const [tree, found, list] = [document.getElementById('tree'), document.getElementById('found'), form?.querySelector('ul.chosen')];
const say = (element, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), element.dataset.text);
const number = new Intl.NumberFormat(document.documentElement.lang);

if (form && !form.querySelector('fieldset[disabled]')) {
  const chosen = new Map();
  const [heading, clear, none, note] = [document.getElementById('chosen'), form.querySelector('[value="clear"]'), form.querySelector('[data-when-none]'), form.querySelector('[data-commission-note]')];
  const row = form.querySelector('aside template').content.firstElementChild;

  // From here on what is chosen stands in one list, and the boxes only show it.
  for (const item of list.children) {
    const [code, name] = item.children;
    chosen.set(item.dataset.id, { id: item.dataset.id, path: item.dataset.path, code: code.textContent, name: name.textContent, commission: 'commission' in item.dataset });
  }
  form.querySelectorAll('input[type=hidden][name=Categories]').forEach(hidden => hidden.remove());

  const covering = path => [...chosen.values()].find(one => path.startsWith(one.path));

  function add(one) {
    if (covering(one.path)) { return; }
    for (const other of [...chosen.values()].filter(other => other.path.startsWith(one.path))) { chosen.delete(other.id); }
    chosen.set(one.id, one);
  }

  function show() {
    for (const box of form.querySelectorAll('.tree input[type=checkbox]')) {
      box.removeAttribute('name');
      box.checked = Boolean(covering(box.dataset.path));
      // What a chosen group covers can't be left out of it.
      box.disabled = box.checked && !chosen.has(box.value);
    }
    list.replaceChildren(...[...chosen.values()].sort((one, other) => one.path < other.path ? -1 : 1).map(one => {
      const item = row.cloneNode(true);
      const [code, name, button] = item.children;
      [code.textContent, name.textContent] = [one.code, one.name];
      const label = button.lastElementChild;
      label.textContent = say(label, one.name);
      button.addEventListener('click', () => { chosen.delete(one.id); show(); (list.querySelector('button') ?? document.getElementById('q')).focus(); });
      item.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'Categories', value: one.id }));
      return item;
    }));
    heading.textContent = say(heading, number.format(chosen.size));
    [clear.hidden, none.hidden] = [chosen.size === 0, chosen.size > 0];
    note.hidden = ![...chosen.values()].some(one => one.commission);
  }

  form.addEventListener('change', event => {
    const box = event.target;
    if (!box.matches('.tree input[type=checkbox]')) { return; }
    const label = box.labels[0];
    if (box.checked) {
      add({
        id: box.value, path: box.dataset.path, commission: 'commission' in box.dataset,
        code: box.dataset.code ?? label.querySelector('.code').textContent, name: box.dataset.name ?? label.querySelector('.t').textContent,
      });
    } else { chosen.delete(box.value); }
    show();
  });

  clear.addEventListener('click', event => { event.preventDefault(); chosen.clear(); show(); document.getElementById('q').focus(); });

  const [search, status] = [document.getElementById('q'), document.getElementById('q-n')];
  const [statusBefore, treeHidden] = [[...status.childNodes], tree.hidden];
  let [waits, last] = [0, search.value];
  search.addEventListener('input', () => { clearTimeout(waits); waits = setTimeout(look, 200); });

  async function look() {
    const q = search.value.trim();
    if (q === last) { return; }
    last = q;
    if (q.length < 2) {
      [found.hidden, tree.hidden] = [true, treeHidden];
      status.replaceChildren(...statusBefore);
      return;
    }
    const answer = await fetch(`${form.dataset.found}?q=${encodeURIComponent(q)}`).catch(() => null);
    if (!answer?.ok || search.value.trim() !== q) { return; }
    const hits = await answer.json();
    found.replaceChildren(...hits.items.map(hit => line(hit, q)));
    [found.hidden, tree.hidden] = [false, true];
    status.textContent = say(status, number.format(hits.count), number.format(hits.all));
    show();
  }

  function line(hit, q) {
    const [item, check, label] = ['li', 'div', 'label'].map(name => document.createElement(name));
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', className: 'form-check-input', id: `f${hit.id}`, value: hit.id });
    box.dataset.path = hit.path;
    if (hit.needsCommission) { box.dataset.commission = ''; }
    [check.className, label.className, label.htmlFor] = ['form-check', 'form-check-label', box.id];
    const code = Object.assign(document.createElement('span'), { className: 'code num', textContent: hit.code });
    const name = Object.assign(document.createElement('span'), { className: 't' });
    const at = hit.name.toLocaleLowerCase().replaceAll('ё', 'е').indexOf(q.toLocaleLowerCase().replaceAll('ё', 'е'));
    if (at < 0) { name.textContent = hit.name; } else {
      name.append(hit.name.slice(0, at), Object.assign(document.createElement('mark'), { textContent: hit.name.slice(at, at + q.length) }), hit.name.slice(at + q.length));
    }
    label.append(code, name);
    if (hit.above) { label.append(Object.assign(document.createElement('span'), { className: 'form-text mb-0 d-block', textContent: hit.above })); }
    check.append(box, label);
    item.append(check);
    return item;
  }

  show();
}
