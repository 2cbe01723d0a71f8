import type { CodeAction, CodeActionParams, Command, Diagnostic, Range } from "vscode-languageserver";
import type { Action, FileEdit } from "../core/analysis.ts";
import { FIX_ALL } from "./capabilities.ts";
import { workspaceEdit } from "./convert.ts";
import { fixAllActions } from "./fix-all.ts";
import type { Session } from "./session.ts";
import { createdBy, showing, SHOWING_NEXT, showNext } from "./show.ts";

/** What finds an action again when its edit is asked for. */
interface Data {
  readonly uri: string;
  readonly range: Range;
  readonly key: string;
}

/** `textDocument/codeAction` */
export function codeActions(session: Session, params: CodeActionParams): CodeAction[] {
  const { textDocument, range, context } = params;
  if (!session.client.actionLiterals) return [];
  const path = session.documents.path(textDocument.uri);
  const wanted = (kind: string): boolean =>
    context.only === undefined || context.only.some((only) => within(kind, only));
  const lazily = session.client.resolveEdits && session.client.createFiles;
  const early = session.client.showDocument && session.client.dropsCommands ? { command: SHOWING_NEXT } : {};
  const actions = session.host.snapshot
    .actions(path, range)
    .filter(({ kind }) => wanted(kind) && kind !== FIX_ALL)
    .flatMap((action): CodeAction[] => {
      const shown = show(action, context.diagnostics);
      const data: Data = { uri: textDocument.uri, range, key: keyOf(action) };
      return lazily ? [{ ...shown, ...early, data }] : withEdit(shown, action.edits(), session);
    });
  return context.only !== undefined && wanted(FIX_ALL) ? [...actions, ...fixAllActions(session, path)] : actions;
}

/** `codeAction/resolve` */
export async function resolveCodeAction(session: Session, given: CodeAction): Promise<CodeAction> {
  const { uri, range, key } = (given.data ?? {}) as Partial<Data>;
  if (uri === undefined || range === undefined) return given;
  const path = session.documents.path(uri);
  await session.world.taking(path);
  const actions = session.host.snapshot.actions(path, range);
  const action = actions.find((one) => keyOf(one) === key);
  showNext(session, undefined);
  const next = (created: string): Command => {
    showNext(session, created);
    return SHOWING_NEXT;
  };
  return (action && withEdit(given, action.edits(), session, next)[0]) ?? given;
}

const within = (kind: string, only: string): boolean => only === "" || kind === only || kind.startsWith(`${only}.`);

const keyOf = ({ title, kind, finding }: Action): string =>
  JSON.stringify([kind, title, finding?.rule, finding?.range]);

function show({ title, kind, finding, preferred }: Action, diagnostics: readonly Diagnostic[]): CodeAction {
  const mended = finding ? diagnostics.filter((d) => d.code === finding.rule && same(d.range, finding.range)) : [];
  return {
    title,
    kind,
    ...(mended.length > 0 ? { diagnostics: mended } : {}),
    ...(preferred === true ? { isPreferred: true } : {}),
  };
}

const same = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

function withEdit(
  action: CodeAction,
  edits: readonly FileEdit[] | undefined,
  session: Session,
  command: (uri: string) => Command = showing,
): CodeAction[] {
  const edit = edits && workspaceEdit(edits, session);
  if (!edits || !edit) return [];
  const created = session.client.showDocument ? createdBy(edits) : undefined;
  return [{ ...action, edit, ...(created === undefined ? {} : { command: command(session.documents.uri(created)) }) }];
}
