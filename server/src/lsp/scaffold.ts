import type { FileEdit } from "../core/analysis.ts";
import type { RunScaffoldParams, RunScaffoldResult, WireScaffolds } from "../protocol.ts";
import { workspaceEdit } from "./convert.ts";
import { isBelow, toPath, toUri } from "./paths.ts";
import type { Session } from "./session.ts";
import { createdBy } from "./show.ts";

/** `aims/scaffolds`: of every AIMS, and of workspace folders that hold none yet. */
export async function scaffolds({ host, world }: Session): Promise<WireScaffolds[]> {
  await world.read();
  const { snapshot } = host;
  const aims = snapshot.aimsRoots();
  const without = world.roots.filter((folder) => !aims.some((root) => isBelow(folder, root)));
  return [...aims, ...without].map((root) => ({ root: toUri(root), scaffolds: snapshot.scaffolds(root) }));
}

/** `aims/runScaffold`: sends the edits to the editor as one; nothing is done unless all of it can be. */
export async function runScaffold(session: Session, params: RunScaffoldParams): Promise<RunScaffoldResult> {
  await session.world.read();
  const edits = session.host.snapshot.scaffold(toPath(params.root), params.name, params.args);
  if (typeof edits === "string") return { error: edits };
  const taken = edits.find((edit) => "create" in edit && session.world.exists(edit.path));
  if (taken) return { error: `${taken.path} exists already and is left as it is.` };
  const edit = workspaceEdit(edits, session);
  if (!edit || !session.client.applyEdit) return { error: "This editor cannot create files on behalf of a server." };
  const { applied, failureReason } = await session.connection.workspace.applyEdit({
    label: "AIMS",
    edit,
    metadata: { isRefactoring: true },
  });
  if (!applied) return { error: failureReason || "The editor did not apply the change: a document changed meanwhile." };
  return opening(edits, session);
}

function opening(edits: readonly FileEdit[], { documents }: Session): RunScaffoldResult {
  const path = createdBy(edits) ?? edits[0]?.path;
  const start = { line: 0, character: 0 };
  return path === undefined ? {} : { open: { uri: documents.uri(path), range: { start, end: start } } };
}
