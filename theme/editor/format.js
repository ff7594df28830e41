// How the forms read and write a file: only the lines of the fields that were changed are written anew. Comments, fields
// that no form has, and the way in which the others were written stay as they are.

import { Pair, YAMLMap, Document, isMap, isPair, isScalar, isSeq, parseDocument, stringify, visit } from "yaml";
import { filled, same, shown, written } from "./shapes.js";

// The house style of files, which `circuito fmt` writes too.
export const STYLE = {
  indent: 2,
  indentSeq: true,
  lineWidth: 0,
  defaultKeyType: "PLAIN",
  defaultStringType: "PLAIN",
  singleQuote: true,
};
// Under this name the form keeps the file as it was read.
export const SOURCE = "file_as_read";
const NUMBER = /^[-+]?(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?$/;

// A format of the editor. A kind has its `style`, and for what its form shows otherwise its `shapes` and `usual` values.
export function format({ style, shapes, usual }, lang) {
  return style === "office" ? office : declared(style === "yaml", shapes, usual, lang);
}

// Files with fields that are declared: in their head, or as plain YAML without a text.
function declared(plain, shapes, usual, lang) {
  const form = (data) => filled(shown(data, shapes, lang), usual);
  return {
    fromFile(content) {
      const { head, text } = split(content, plain);
      return { ...shown(read(head).toJS() ?? {}, shapes, lang), ...(plain ? {} : { body: text.trim() }), [SOURCE]: content };
    },
    toFile(value) {
      const { [SOURCE]: source = "", body = "", ...data } = value;
      const { head, fence, text } = split(source, plain);
      const lines = edited(head, filled(data, usual), form, (field) => written(field, shapes, lang));
      if (plain) return lines;
      const rest = fence && body.trim() === text.trim() ? fence + text : `---\n${body.trim() && `\n${body.trim()}\n`}`;
      return `---\n${lines}${rest}`;
    },
  };
}

// News and pages of the office: `Title: …` line by line, a blank line, the text.
const office = {
  fromFile(content) {
    const [head, ...text] = content.split("\n\n");
    const pairs = head.split("\n").map((line) => /^(\w+):[ \t]*(.*)$/.exec(line) ?? [line, "", ""]);
    const data = Object.fromEntries(pairs.map(([, key, value]) => [key.toLowerCase(), value.trim()]));
    return { ...data, ...("order" in data && { order: Number(data.order) }), body: text.join("\n\n").trim(), [SOURCE]: content };
  },
  toFile(value) {
    const { [SOURCE]: source = "", body = "", ...data } = value;
    const known = source ? source.split("\n\n")[0].split("\n") : [];
    const keys = known.map((line) => line.split(":")[0].toLowerCase());
    const told = Object.entries(filled(data, keys.includes("status") ? [] : [["status", "published"]]));
    const lines = known.filter((_, number) => keys[number] in Object.fromEntries(told));
    for (const [key, inner] of told) {
      const line = `${key[0].toUpperCase()}${key.slice(1)}: ${inner}`;
      const place = lines.findIndex((each) => each.split(":")[0].toLowerCase() === key);
      if (place < 0) lines.push(line);
      else if (lines[place].replace(/^\w+:[ \t]*/, "").trim() !== String(inner)) lines[place] = line;
    }
    return `${lines.join("\n")}\n\n${body.trim()}\n`;
  },
};

// A file in its parts: what stands between the two lines of dashes, the second of them, and what follows it.
function split(content, plain) {
  if (plain) return { head: content && `${content}\n`, fence: "", text: "" };
  const found = /^---[ \t]*\n([^]*?\n|)(---[ \t]*(?:\n|$))([^]*)$/.exec(content);
  return found ? { head: found[1], fence: found[2], text: found[3] } : { head: "", fence: "", text: content };
}

// The data of a head. A number that the program takes for text, such as 0212345, is text here as well.
function read(head) {
  const document = parseDocument(head, { keepSourceTokens: true });
  visit(document, {
    Scalar(_, node) {
      const mistaken = typeof node.value === "number" || typeof node.value === "bigint";
      if (mistaken && node.type === "PLAIN" && !NUMBER.test(node.source)) node.value = node.source;
    },
  });
  return document;
}

// The lines of a head in which some fields have changed.
function edited(head, data, form, file) {
  const document = read(head);
  const before = document.toJS() ?? {};
  const parts = partsOf(head, document);
  for (const key of Object.keys(before)) {
    const [old] = Object.values(form({ [key]: before[key] }));
    if (key in data ? same(old, data[key]) : old === undefined) continue;
    const part = parts.find((each) => each.key === key);
    if (key in data) part.lines = changed(document, key, file({ [key]: data[key] })[key]);
    else parts.splice(parts.indexOf(part), 1);
  }
  const order = Object.keys(data);
  for (const key of order.filter((each) => !(each in before))) {
    const behind = parts.findLastIndex((each) => order.indexOf(each.key) >= 0 && order.indexOf(each.key) < order.indexOf(key));
    const place = behind >= 0 ? behind + 1 : Math.min(1, parts.length);
    parts.splice(place, 0, { key, lines: stringify(file({ [key]: data[key] }), STYLE) });
  }
  return parts.map((each) => each.lines).join("");
}

// The lines of a head: those of each field, and blank lines and comments between fields.
function partsOf(head, document) {
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const starts = pairs.map((pair) => pair.key.range[0]);
  const parts = [{ key: null, lines: head.slice(0, starts[0] ?? head.length) }];
  pairs.forEach((pair, number) => {
    const whole = head.slice(starts[number], starts[number + 1] ?? head.length);
    const loose = /(?:(?<=\n)(?:#[^\n]*|[ \t]*)\n)*$/.exec(whole)[0];
    parts.push({ key: pair.key.value, lines: whole.slice(0, whole.length - loose.length) }, { key: null, lines: loose });
  });
  return parts;
}

// The lines of a field with a new value; comments stay at what did not change in it.
function changed(document, key, value) {
  const node = renewed(document, document.get(key, true), value);
  visit(node, {
    Pair(_, pair) {
      if (isScalar(pair.key)) delete pair.key.type;
    },
    Scalar(_, scalar) {
      delete scalar.type;
    },
    Collection(_, collection) {
      delete collection.flow;
    },
  });
  const alone = new Document();
  const map = new YAMLMap();
  map.items.push(new Pair(alone.createNode(key), node));
  alone.contents = map;
  return alone.toString(STYLE);
}

// The node of a value, made of the old one where they have parts in common.
function renewed(document, node, value) {
  if (same(node?.toJS?.(document), value)) return node;
  if (isMap(node) && isMapping(value)) {
    node.items = Object.entries(value).map(([key, inner]) => {
      const known = node.items.find((pair) => isPair(pair) && nameOf(pair) === key);
      return known ? Object.assign(known, { value: renewed(document, known.value, inner) }) : document.createPair(key, inner);
    });
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    node.items = value.map((item, number) => renewed(document, node.items[number], item));
    return node;
  }
  const made = document.createNode(value);
  if (isScalar(node)) made.comment = node.comment;
  return made;
}

function isMapping(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

// What a pair is called; of plain numbers files make no text.
function nameOf({ key }) {
  return String(isScalar(key) ? key.value : key);
}
