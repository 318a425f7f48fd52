import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/**
 * A judge for the tests of the embedded database: mongo-java-server in memory, on loopback. It prints its address as
 * one line and ends when its standard input is closed.
 */
final class Judge {
    /**
     * The newest version that the server knows says wire version 8, and the driver of mongoose 9 wants 9 at least. What
     * 9 (MongoDB 4.4) brought, none of the commands of the closed list needs; so it may say 9.
     */
    private static final class Version implements MongoVersion {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(4, 4, 0);
        }

        @Override
        public int getWireVersion() {
            return 9;
        }
    }

    public static void main(String[] arguments) throws Exception {
        MongoServer server = new MongoServer(new MemoryBackend().version(new Version()));
        System.out.println(server.bindAndGetConnectionString());
        while (System.in.read() >= 0) {
            // until it is closed
        }
        server.shutdownNow();
        System.exit(0);
    }
}
