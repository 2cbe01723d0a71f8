import { readFile } from "node:fs/promises";

const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * A plugin for esbuild, which escapes all but ASCII except in regular expressions. A bundle with anything else in it takes twice the memory,
 * and every thread holds one.
 * @type {import("esbuild").Plugin}
 */
export const ascii = {
  name: "ascii",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/[^\0-\x7f]/g, escaped),
      loader: "ts",
    }));
  },
};
