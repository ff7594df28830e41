// Values as forms show them, and back. A form has a part for each language of a text and for day and hour of a moment;
// files say the same in one line where they can.
//
// The shapes of a kind of file are pairs of a path and what stands there, outer paths first: `changes.*.note` is `words`.

const MOMENT = /^(\d{4}-\d\d-\d\d)?(?:(?:^|[ T])(\d{1,2}:\d\d)(?::00)?)?$/;

const SHAPES = {
  words: { shown: (value, lang) => (isText(value) ? { [lang]: value } : value), written: oneText },
  moment: { shown: parted, written: joined },
  many: { shown: (value) => (isText(value) ? [value] : value), written: (value) => (value.length === 1 ? value[0] : value) },
  facts: { shown: listed, written: keyed },
  clock: { shown: (value) => (isText(value) ? hour(value) : value), written: (value) => value },
};

function isText(value) {
  return typeof value === "string";
}

function isMapping(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function oneText(value, lang) {
  return isMapping(value) && Object.keys(value).join() === lang ? value[lang] : value;
}

function parted(value) {
  if (!isText(value)) return value;
  if (value.endsWith("24:00")) return midnight(value);
  const [, day, clock] = MOMENT.exec(value) ?? [null, value];
  return { ...(day && { day }), ...(clock && { clock: hour(clock) }) };
}

// `24:00` ends a day: forms, which end at 23:59, show the beginning of the next.
function midnight(value) {
  const day = value.slice(0, 10);
  if (value.length < 11) return { clock: "00:00" };
  const next = new Date(`${day}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return { day: next.toISOString().slice(0, 10), clock: "00:00" };
}

function joined(value) {
  return isMapping(value) ? [value.day, value.clock].filter(Boolean).join(" ") : value;
}

// An open mapping, as a list of names and values in words. What is JSON is meant as JSON, all else is text.
function listed(facts) {
  return isMapping(facts) ? Object.entries(facts).map(([name, value]) => ({ name, value: said(value) })) : facts;
}

function said(value) {
  return isText(value) && meant(value) === value ? value : JSON.stringify(value);
}

// Of two facts under one name the second gets a name of its own, so that neither is lost.
function keyed(list) {
  if (!Array.isArray(list)) return list;
  const facts = new Map();
  for (const { name = "", value = "" } of list) {
    let free = name;
    for (let number = 2; facts.has(free); number += 1) free = `${name} ${number}`;
    facts.set(free, meant(value));
  }
  return Object.fromEntries(facts);
}

function meant(words) {
  try {
    const value = JSON.parse(words);
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? words : value;
  } catch {
    return words;
  }
}

function hour(clock) {
  return clock.padStart(5, "0");
}

// Data of a file as its form shows them.
export function shown(data, shapes, lang) {
  return shapes.reduce((value, [path, shape]) => at(value, path.split("."), (inner) => SHAPES[shape].shown(inner, lang)), data);
}

// What a form gave, as its file says it.
export function written(data, shapes, lang) {
  return shapes.reduceRight(
    (value, [path, shape]) => at(value, path.split("."), (inner) => SHAPES[shape].written(inner, lang)),
    data,
  );
}

// A copy of data with the values at a path replaced; `*` stands for every item of a list.
function at(value, [key, ...path], replace) {
  if (key === undefined) return replace(value);
  if (key === "*") return Array.isArray(value) ? value.map((item) => at(item, path, replace)) : value;
  return isMapping(value) && value[key] != null ? { ...value, [key]: at(value[key], path, replace) } : value;
}

// Data without what was left empty, and without what a field holds anyway where nothing is written.
export function filled(data, usual) {
  const bare = usual.reduce((value, [path, own]) => at(value, path.split("."), (inner) => (inner === own ? null : inner)), data);
  return told(bare) ?? {};
}

function told(value) {
  if (Array.isArray(value)) return some(value.map(told).filter((item) => item !== undefined));
  if (isMapping(value)) {
    const pairs = Object.entries(value).map(([key, inner]) => [key, told(inner)]);
    return some(Object.fromEntries(pairs.filter(([, inner]) => inner !== undefined)));
  }
  return value === "" || value === null ? undefined : value;
}

function some(value) {
  return Object.keys(value).length ? value : undefined;
}

// Whether two values say the same, whatever the order of their fields.
export function same(one, other) {
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, i) => same(item, other[i]));
  }
  if (!isMapping(one) || !isMapping(other)) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && same(one[key], other[key]));
}
