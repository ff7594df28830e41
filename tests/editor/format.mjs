// Reads and writes files as the forms do. One line of JSON in: the facts of a kind, the file as it is, and what a person
// sets in its form; out: what the form showed, and the file as it is then. Or the path and day of an event; its identifier.
import { createInterface } from "node:readline";
import { format } from "../../theme/editor/format.js";
import { newId } from "../../theme/editor/mark.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { facts, lang, content, set, path, day } = JSON.parse(line);
  if (path) {
    console.log(JSON.stringify(newId(path, day)));
    continue;
  }
  const made = format(facts, lang);
  const shown = content === null ? {} : made.fromFile(content.trim());
  const file = `${made.toFile(structuredClone({ ...shown, ...set })).trim()}\n`;
  console.log(JSON.stringify({ shown, file }));
}
