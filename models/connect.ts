import mongoose, { type Connection } from 'mongoose';
import { answerWithin, stored } from './errors.js';

/**
 * Connects to a server that speaks MongoDB's wire protocol. A write is acknowledged by a majority of it, and journaled.
 * Losing the server later is no end: the driver finds it again, and until then each call fails within two seconds.
 * @throws DomainError storage.unavailable
 */
export async function connect(uri: string, options: { poolSize?: number } = {}): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    appName: 'fairline',
    autoCreate: false,
    autoIndex: false,
    bufferCommands: false, // a call that waits for a lost database would wait unseen
    maxPoolSize: options.poolSize ?? 8,
    promoteBuffers: true,
    readPreference: 'primary', // a conversation read from a copy that is behind would go back in time
    readConcern: { level: 'majority' },
    retryReads: true,
    retryWrites: true,
    serverSelectionTimeoutMS: answerWithin - 300,
    connectTimeoutMS: answerWithin - 300,
    socketTimeoutMS: 60_000,
    writeConcern: { w: 'majority', journal: true },
  });
  try {
    await stored(() => connection.asPromise(), 10_000);
  } catch (error) {
    await connection.destroy();
    throw error;
  }
  return connection;
}
