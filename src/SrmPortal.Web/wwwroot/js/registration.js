// The bank's name, city and account as soon as its BIK is typed. The server fills in the same when the step is saved.

const bik = document.querySelector('[data-bank]');
const fields = ['BankName', 'BankCity', 'CorrespondentAccount'].map(name => document.querySelector(`[name="${name}"]`));

bik?.addEventListener('input', async () => {
  const digits = bik.value.replace(/\D/g, '');
  if (digits.length !== 9) {
    fields.forEach(field => { field.readOnly = false; });
    return;
  }

  const answer = await fetch(bik.dataset.bank.replace('000000000', digits)).catch(() => null);
  if (bik.value.replace(/\D/g, '') !== digits) { return; }
  const bank = answer?.status === 200 ? await answer.json() : null;
  for (const [i, value] of (bank ? [bank.name, bank.city, bank.account] : []).entries()) { fields[i].value = value; }
  fields.forEach(field => { field.readOnly = bank !== null; });
});

// How many regions are ticked.
const regions = document.getElementById('regions');
if (regions?.dataset.text) {
  document.addEventListener('change', event => {
    if (event.target.name === 'Regions') { regions.textContent = regions.dataset.text.replace('{0}', document.querySelectorAll('[name=Regions]:checked').length); }
  });
}
