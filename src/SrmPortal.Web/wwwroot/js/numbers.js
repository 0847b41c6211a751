// Numbers as people type them in an offer, and amounts of money: whole units as BigInt, money is never a double.

export const russian = document.documentElement.lang === 'ru';
const own = russian ? ',' : '.';
const digits = new Intl.NumberFormat(russian ? 'ru' : 'en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

// In whole thousandths for a scale of 3; null where the server would refuse it, or could not know what is meant.
export function read(text, scale) {
  const plain = text.trim();
  const match = /^(\d+|\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+)(?:([.,])(\d+))?$/.exec(plain)
    ?? /^(\d{1,3}(?:\.\d{3})+)(,)(\d+)$/.exec(plain) ?? /^(\d{1,3}(?:,\d{3})+)(\.)(\d+)$/.exec(plain);
  if (!match) { return null; }
  const [whole, decimals] = [match[1].replace(/\D/g, ''), match[3] ?? ''];
  const ambiguous = match[2] && match[2] !== own && decimals.length === 3 && whole[0] !== '0' && whole.length <= 3 && /^\d+$/.test(match[1]);
  return ambiguous || whole.length > 15 || decimals.length > scale ? null : BigInt(whole + decimals.padEnd(scale, '0'));
}

// Half away from zero.
export function divided(number, by) { return (number * 2n + by) / (2n * by); }

export function shown(hundredths) { return digits.format(`${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`).replace(/\s/g, '\u00A0'); }

export function plural(n, forms) { return forms[russian ? { one: 0, few: 1 }[new Intl.PluralRules('ru').select(n)] ?? 2 : n === 1 ? 0 : 1].replace('{0}', n); }
