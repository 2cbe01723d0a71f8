import type { Session } from "./session.ts";

/** `aims/status`: what the server holds, for a person who wonders. */
export function status({ host, world, timings, client }: Session): string {
  const { snapshot } = host;
  const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
  const slowest = [...timings].sort(([, a], [, b]) => b.max - a.max).slice(0, 10);
  return [
    `${world.reading ? "Reading the workspace. " : ""}${snapshot.files().length} governance documents in ${world.size} files; ${megabytes} MB.`,
    ...(world.taken > 0
      ? [`Of ${world.taken} files the last start left what is known; those that changed were read.`]
      : []),
    `Folders: ${world.roots.join(", ") || "none"}`,
    `AIMS: ${snapshot.aimsRoots().join(", ") || "none (no aims.yaml)"}`,
    `Findings go to the editor by ${client.pull ? "pull" : "push"}.`,
    ...[...world.unread].map(([path, reason]) => `Not read: ${path}: ${reason}`),
    "Slowest calls:",
    ...slowest.map(([name, { count, max, total }]) => {
      const mean = total / count;
      return `  ${name}: ${count} calls, mean ${mean.toFixed(1)} ms, longest ${max.toFixed(1)} ms`;
    }),
  ].join("\n");
}
