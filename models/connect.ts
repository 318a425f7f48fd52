import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import { answerWithin, stored } from './errors.js';
import { keepOpen } from './keep-open.js';

const options: ConnectOptions = {
  appName: 'fairline',
  autoCreate: false,
  autoIndex: false,
  bufferCommands: false, // a call that waits for a lost database would wait unseen
  maxPoolSize: 8,
  promoteBuffers: true,
  readPreference: 'primary', // a conversation read from a copy that is behind would go back in time
  readConcern: { level: 'majority' },
  retryReads: true,
  retryWrites: true,
  heartbeatFrequencyMS: 2_000,
  serverSelectionTimeoutMS: answerWithin - 300,
  connectTimeoutMS: answerWithin - 300,
  waitQueueTimeoutMS: answerWithin - 300,
  socketTimeoutMS: 60_000,
  writeConcern: { w: 'majority', journal: true },
};

/**
 * Connects to a server that speaks MongoDB's wire protocol. A write is acknowledged by a majority of it, and journaled.
 * Losing the server later is no end: it is found again, and until then each call fails within two seconds.
 * @throws DomainError storage.unavailable
 */
export async function connect(uri: string): Promise<Connection> {
  const connection = mongoose.createConnection();
  try {
    await stored(() => connection.openUri(uri, options), 10_000);
  } catch (error) {
    await connection.destroy();
    throw error;
  }
  keepOpen(connection, () => connection.openUri(uri, options));
  return connection;
}
