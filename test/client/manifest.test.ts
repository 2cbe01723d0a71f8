import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "mocha";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly markdownDescription: string }>> };
  };
}

const root = new URL("../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as Manifest;
const { contributes } = manifest;
const source = readdirSync(new URL("client/src", root))
  .map((name) => readFileSync(new URL(`client/src/${name}`, root), "utf8"))
  .join("\n");
const commands = new Set(contributes.commands.map((one) => one.command));

describe("what package.json contributes", () => {
  it("registers every command it names", () => {
    for (const id of commands) assert.ok(source.includes(`"${id}":`), `${id} has no handler`);
  });

  it("names every command it registers, but for the one that rows run", () => {
    const registered = [...source.matchAll(/^ {4}"(aims\.[\w.]+)": /gm)].map((match) => match[1] ?? "");
    assert.ok(registered.length > 10);
    assert.deepEqual(
      registered.filter((id) => !commands.has(id)),
      ["aims.open"],
    );
  });

  it("puts only its own commands and views into menus and empty views", () => {
    const views = new Set(Object.values(contributes.views).flatMap((list) => list.map((view) => view.id)));
    for (const { command, when } of Object.values(contributes.menus).flat()) {
      assert.ok(commands.has(command), command);
      const view = /view == ([\w.]+)/.exec(when ?? "")?.[1];
      assert.ok(view === undefined || views.has(view), when);
    }
    for (const { view, contents } of contributes.viewsWelcome) {
      assert.ok(views.has(view), view);
      for (const [, id] of contents.matchAll(/command:(aims\.[\w.]+)/g)) assert.ok(commands.has(id ?? ""), id);
    }
  });

  it("documents every setting", () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      assert.ok(setting.markdownDescription?.length > 20, name);
    }
  });
});
