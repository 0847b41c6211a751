// A button that shows what is typed into a password field; without script there is none.
for (const field of document.querySelectorAll('input[type=password][data-show]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-link btn-sm';
  button.textContent = field.dataset.show;
  button.setAttribute('aria-controls', field.id);
  button.addEventListener('click', () => {
    const hidden = field.type === 'password';
    field.type = hidden ? 'text' : 'password';
    button.textContent = hidden ? field.dataset.hide : field.dataset.show;
    field.focus();
  });
  field.after(button);
  // Sent hidden, so that the browser offers to keep it.
  field.form?.addEventListener('submit', () => { field.type = 'password'; });
}
