// A long list is searched as one types: select[data-find] gets a combobox in front of it. The select stays, and is what the form sends.

const russian = document.documentElement.lang === 'ru';
const folded = text => text.trim().toLocaleLowerCase().replaceAll('ё', 'е');

for (const select of document.querySelectorAll('select[data-find]')) { enhance(select); }

function enhance(select) {
  const options = [...select.options].filter(option => option.value);
  const unique = options.filter((option, i) => options.findIndex(other => other.value === option.value) === i);
  const box = Object.assign(document.createElement('div'), { className: 'find' });
  const input = Object.assign(document.createElement('input'), {
    type: 'text', id: select.id, className: select.className, autocomplete: 'off', spellcheck: false, placeholder: select.dataset.find, disabled: select.matches(':disabled'),
  });
  const list = Object.assign(document.createElement('ul'), { id: `${select.id}-list`, className: 'find-list', role: 'listbox', hidden: true });
  for (const name of ['aria-describedby', 'aria-invalid']) {
    if (select.hasAttribute(name)) { input.setAttribute(name, select.getAttribute(name)); }
  }
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  list.setAttribute('aria-label', document.querySelector(`label[for="${select.id}"]`)?.textContent ?? '');
  select.id += '-select';
  select.hidden = true;
  select.before(box);
  box.append(input, list);

  let [shown, at] = [[], -1];
  const chosen = () => select.selectedOptions[0]?.value ? select.selectedOptions[0].textContent : '';
  input.value = chosen();

  function open(typed) {
    const looked = folded(typed);
    // What begins so stands before what only holds it.
    shown = looked ? unique.map(option => [folded(option.textContent).indexOf(looked), option]).filter(([place]) => place >= 0)
      .sort((one, other) => Math.min(one[0], 1) - Math.min(other[0], 1)).map(([, option]) => option) : unique;
    list.replaceChildren(...shown.map((option, i) => {
      const item = Object.assign(document.createElement('li'), { id: `${list.id}-${i}`, role: 'option', textContent: option.textContent });
      item.addEventListener('mousedown', event => { event.preventDefault(); take(option); });
      return item;
    }));
    if (shown.length === 0) {
      list.append(Object.assign(document.createElement('li'), { className: 'none', textContent: russian ? 'Ничего не найдено' : 'Nothing found' }));
    }
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    go(looked && shown.length > 0 ? 0 : shown.findIndex(option => option.value === select.value));
  }

  function go(to) {
    list.children[at]?.removeAttribute('aria-selected');
    at = to;
    const item = shown.length > 0 ? list.children[at] : null;
    item?.setAttribute('aria-selected', 'true');
    item?.scrollIntoView({ block: 'nearest' });
    if (item) { input.setAttribute('aria-activedescendant', item.id); } else { input.removeAttribute('aria-activedescendant'); }
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    input.value = chosen();
    // What is typed next is a new search.
    if (document.activeElement === input) { input.select(); }
  }

  function take(option) {
    select.value = option.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    close();
  }

  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', () => { if (list.hidden) { open(''); } });
  input.addEventListener('input', () => open(input.value));
  input.addEventListener('blur', () => {
    // A name that was typed to its end counts like one that was chosen.
    const exact = unique.find(option => folded(option.textContent) === folded(input.value));
    if (exact) { take(exact); } else { close(); }
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) { open(''); } else if (shown.length > 0) { go((at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length); }
    } else if (event.key === 'Enter' && !list.hidden) {
      event.preventDefault();
      if (shown[at]) { take(shown[at]); }
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}
