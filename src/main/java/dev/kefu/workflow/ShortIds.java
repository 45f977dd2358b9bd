package dev.kefu.workflow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Ids of the engine's rows: seven digits and letters that grow, instead of a UUID's 36 characters. A row of history holds
 * eight of them, and its indexes eight more; what is written in growing order keeps the indexes dense too.
 *
 * <p>Nobody may do anything because they know an id, so it need not be hard to guess.
 */
class ShortIds implements IdGenerator {

    private static final int BLOCK = 1000;
    private static final int RADIX = Character.MAX_RADIX;
    private static final int DIGITS = 7;

    private final DataSource database;
    private long next;
    private long end;

    ShortIds(DataSource database) {
        this.database = database;
    }

    @Override
    public synchronized String getNextId() {
        if (next == end) {
            next = nextBlock() * BLOCK;
            end = next + BLOCK;
        }
        return shown(next++);
    }

    /** Padded, so that they are sorted as they grow. */
    static String shown(long number) {
        var digits = Long.toString(number, RADIX).toLowerCase(Locale.ROOT);
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    /** A sequence goes on whatever becomes of the transaction, so the one that is running may ask it. */
    private long nextBlock() {
        try {
            var command = Context.getCommandContext();
            if (command != null) {
                return nextBlock(command.getDbSqlSession().getSqlSession().getConnection());
            }
            try (var connection = database.getConnection()) {
                return nextBlock(connection);
            }
        } catch (SQLException failed) {
            throw new ProcessEngineException("No ids could be had for the engine's rows", failed);
        }
    }

    private static long nextBlock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select nextval('engine_id_block_sequence')")) {
            row.next();
            return row.getLong(1);
        }
    }
}
