import mongoose, { type Connection, type mongo } from 'mongoose';

export interface Watched {
  /** in the order in which they were sent */
  readonly commands: readonly mongo.Document[];
  /** all answers as one text, to look for what must not be in it */
  readonly answers: string;
}

/** What goes to the server, and what comes back, while `work` runs on a connection of its own. */
export async function watched(
  uri: string,
  work: (connection: Connection) => Promise<unknown>,
): Promise<Watched> {
  const connection = mongoose.createConnection(uri, { monitorCommands: true, promoteBuffers: true });
  await connection.asPromise();
  const commands: mongo.Document[] = [];
  const replies: unknown[] = [];
  const client = connection.getClient();
  client.on('commandStarted', ({ command }: mongo.CommandStartedEvent) => commands.push(command));
  client.on('commandSucceeded', ({ reply }: mongo.CommandSucceededEvent) => replies.push(reply));
  try {
    await work(connection);
    return { commands, answers: JSON.stringify(replies) };
  } finally {
    await connection.close();
  }
}
