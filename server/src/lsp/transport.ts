/** How a server is spoken to: over the standard streams, or over the channel of the process that started it. */
export type Transport = "--stdio" | "--node-ipc";

/**
 * The transport that a command line asks for, or what is wrong with it in one sentence. There are no others: a socket or a named pipe
 * would let whoever else is on the machine speak to the server.
 * @param args the arguments after the script
 * @param ipc whether the process was started with a channel
 */
export function transportOf(args: readonly string[], ipc: boolean): Transport | { readonly error: string } {
  const other = args.find((arg) => /^--(?:socket|pipe|port)(?:=|$)/.test(arg));
  if (other !== undefined)
    return { error: `${other.split("=")[0]} is not offered: this server speaks on --stdio or --node-ipc only.` };
  if (args.includes("--node-ipc")) {
    return ipc ? "--node-ipc" : { error: "--node-ipc needs a process that was started with a channel; use --stdio." };
  }
  return args.includes("--stdio") || !ipc ? "--stdio" : "--node-ipc";
}
