package dev.kefu.whole;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Bad weather between the application and its database: a statement or commit of our choice fails, or no connection is given. */
@TestComponent
class Storm implements BeanPostProcessor {

    private static final Set<String> STATEMENTS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch",
            "executeLargeUpdate", "executeLargeBatch");

    private final AtomicInteger statementsToGo = new AtomicInteger(-1);
    private final AtomicInteger strikes = new AtomicInteger();
    private volatile String state = "";
    private volatile boolean isAway;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database && !(bean instanceof Exposed) ? new Exposed(database) : bean;
    }

    /** The statement or commit after so many others fails with this SQL state; of class 08, its connection is gone then. */
    void strikeAfter(int statements, String sqlState) {
        strikes.set(0);
        state = sqlState;
        statementsToGo.set(statements);
    }

    /** Whether it struck since it was told to; afterwards it won't. */
    boolean hasStruck() {
        statementsToGo.set(-1);
        return strikes.get() > 0;
    }

    /** From now on no connection is given, or again. */
    void takeAwayDatabase(boolean away) {
        isAway = away;
    }

    private final class Exposed extends DelegatingDataSource {

        Exposed(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (isAway) {
                throw new SQLTransientConnectionException("No connection within the time, total=0");
            }
            return new Wire(super.getConnection()).exposed();
        }
    }

    /** One connection; once broken, it answers as the pool's do. */
    private final class Wire {

        private final Connection connection;
        private boolean isBroken;

        Wire(Connection connection) {
            this.connection = connection;
        }

        Connection exposed() {
            return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("commit")) {
                            strike();
                        }
                        if (isBroken && !Set.of("close", "isClosed", "isValid").contains(method.getName())
                                && method.getDeclaringClass() != Object.class) {
                            throw new SQLException("Connection is closed");
                        }
                        if (isBroken && method.getName().equals("close")) {
                            connection.rollback();
                        }
                        var result = call(connection, method, arguments);
                        return result instanceof Statement statement ? exposed(statement, method.getReturnType()) : result;
                    });
        }

        private Object exposed(Statement statement, Class<?> type) {
            return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                if (STATEMENTS.contains(method.getName())) {
                    strike();
                }
                return call(statement, method, arguments);
            });
        }

        private void strike() throws SQLException {
            if (isBroken) {
                throw new SQLException("Connection is closed");
            }
            if (statementsToGo.get() >= 0 && statementsToGo.getAndDecrement() == 0) {
                strikes.incrementAndGet();
                isBroken = state.startsWith("08") || state.startsWith("57P");
                throw new SQLException("Struck", state);
            }
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
