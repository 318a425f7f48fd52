// A process of its own that opens the database, writes as fast as it is answered, and tells its parent each answer.
import mongoose from 'mongoose';
import { openEmbeddedDatabase } from '../../dist/embedded-db/open.js';

const [dir, name] = process.argv.slice(2);
const database = await openEmbeddedDatabase({ dir });
const client = await mongoose.mongo.MongoClient.connect(database.uri, { serverSelectionTimeoutMS: 15_000 });
const collection = client.db('test').collection('c');
let writing = true;
process.on('message', () => (writing = false));
process.send({ role: database.role() });
for (let i = 0; writing; i += 1) {
  try {
    await collection.insertOne({ _id: `${name}${i}`, u: `${name}${i}`, body: 'x'.repeat(2000) });
    await collection.updateOne({ _id: name }, { $inc: { n: 1 } }, { upsert: true });
    process.send({ acknowledged: i });
  } catch (error) {
    process.send({ failed: error.message });
  }
}
process.send({ role: database.role() });
await client.close();
await database.close();
process.disconnect();
