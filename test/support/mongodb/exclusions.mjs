const lostUpdates =
  'FerretDB v1 on SQLite reads the documents of an update and writes them back by id without holding them in between, so that several conditional writes of one document all succeed';

const wrongIndex =
  'FerretDB v1 gives every refused update of a bulk write the index 0, so that the writer who won is told of the loss, and the one who lost, of nothing';

/**
 * What `npm run test:mongo` leaves out on a judge: the beginnings of test names, each with its reason. A MongoDB server
 * that MONGODB_URI_TEST names runs everything.
 */
export const exclusions = {
  ferretdb: [
    {
      test: 'database: reports of many appended at once no more than there is room for are kept',
      reason: lostUpdates,
    },
    { test: 'database: reports of two who move the same state one does it', reason: lostUpdates },
    { test: 'database: sessions of twenty who write the same revision at once one wins', reason: wrongIndex },
    { test: 'the line, over HTTP a picture sent in between lies with the report', reason: wrongIndex },
  ],
  'mongo-java-server': [],
};
